#include "claim/receipt_view.h"

#include <charconv>

#include "base/cp932.h"
#include "base/tsv.h"
#include "format/claim/codes.h"
#include "format/claim/layout.h"

namespace kenpo::claim {

namespace {

namespace format = kenpo::format::claim;

constexpr std::size_t prefix_columns = 3;  // データ識別, 行番号, 枝番号
constexpr std::uint8_t days_repeat = 31;   // the fields of a month's days

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_insurer_form(const std::vector<std::string_view>& cells) {
  return cells.size() > prefix_columns && !cells[0].empty() && cells[0][0] >= '0' &&
         cells[0][0] <= '9';
}

/// The 31 day fields as one cell: 「3日・10日×2」.
ReceiptCell days_cell(std::string_view name, const std::vector<std::string_view>& cells,
                      std::size_t first) {
  ReceiptCell cell{.name = std::string(name), .value = {}, .meaning = {}};
  for (std::size_t day = 0; day < days_repeat && first + day < cells.size(); ++day) {
    const auto count = cells[first + day];
    if (count.empty() || count == "0") continue;
    if (!cell.value.empty()) cell.value += "・";
    cell.value += std::to_string(day + 1) + "日";
    if (count != "1") cell.value += "×" + std::string(count);
  }
  return cell;
}

void add_field(ReceiptLine& line, const format::FieldRow& field, unsigned number,
               std::string_view bytes) {
  if (bytes.empty()) return;
  ReceiptCell cell{.name = number == 0 ? field.name : field.name + std::to_string(number),
                   .value = base::decode_cp932(bytes).text,
                   .meaning = std::string(format::code_name(field.codes, bytes))};
  line.cells.push_back(std::move(cell));
}

/// Fields of a known record, by its layout; cells[0] is the record id.
void add_fields(ReceiptLine& line, const format::RecordRow& record,
                const std::vector<std::string_view>& cells) {
  format::each_field(record.fields, [&](const format::FieldRow& field, std::size_t seq,
                                        unsigned number) {
    if (seq > cells.size()) return;
    if (field.repeat == days_repeat) {
      if (number != 1) return;
      auto days = days_cell(field.name, cells, seq - 1);
      if (!days.value.empty()) line.cells.push_back(std::move(days));
      return;
    }
    add_field(line, field, number, cells[seq - 1]);
  });
}

/// Reads line after line; the kind of claim is that of the lines in front.
class LineReader {
 public:
  explicit LineReader(format::Service service) : service_(service) {}

  ReceiptLine read(std::string_view bytes) {
    auto cells = base::cells_of(bytes, ',');
    ReceiptLine line;
    if (is_insurer_form(cells)) {
      line.data_kind = number_of(cells[0]);
      line.row = number_of(cells[1]);
      line.branch = number_of(cells[2]);
      cells.erase(cells.begin(), cells.begin() + prefix_columns);
    }
    const auto record = format::record_of(cells[0]);
    line.record = std::string(cells[0]);
    const std::size_t table = record == format::Record::hi ? 4 : 3;
    service_ = format::service_from(service_, record, cells.size(),
                                    table < cells.size() ? cells[table] : std::string_view{});
    const auto* row = format::rule_of(service_, record).row;
    if (row == nullptr) return line;
    line.title = row->title;
    add_fields(line, *row, cells);
    return line;
  }

 private:
  format::Service service_;
};

/// A provider's receipt has its head elsewhere: the first digit of its kind tells the table.
format::Service service_of(std::string_view bytes) {
  if (!bytes.starts_with("RE,")) return format::Service::medical;
  const auto cells = base::cells_of(bytes.substr(0, bytes.find('\r')), ',');
  return format::service_of_table(cells.size() > 2 ? cells[2].substr(0, 1) : std::string_view{});
}

}  // namespace

std::vector<ReceiptLine> read_receipt(std::string_view bytes) {
  std::vector<ReceiptLine> lines;
  LineReader reader(service_of(bytes));
  for (auto line : base::lines_of(bytes)) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) lines.push_back(reader.read(line));
  }
  return lines;
}

const char* wording_of_data_kind(int data_kind) {
  switch (data_kind) {
    case 1:
      return "請求";
    case 2:
      return "審査支払機関の補正";
    case 3:
      return "再審査の申出";
    case 4:
      return "再審査の結果";
    case 5:
      return "資格補正前の請求";
    case 6:
      return "資格確認による補正";
    case 7:
      return "資格の照会";
    case 8:
      return "返戻";
    case 9:
      return "照会の回答";
    default:
      return "再請求前の記録";
  }
}

}  // namespace kenpo::claim
