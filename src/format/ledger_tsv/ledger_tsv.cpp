#include "format/ledger_tsv/ledger_tsv.h"

#include <charconv>
#include <optional>

#include "base/tsv.h"
#include "base/utf8.h"

namespace kenpo::format::ledger_tsv {

namespace {

using base::Fault;
using base::Plain;

constexpr std::string_view head = "kenpo-ledger\t1\n";
constexpr std::size_t cell_bytes_limit = 400;  // an address of 100 characters

Fault fault(std::uint64_t line, Plain field, base::Words what) {
  return {.what = std::move(what),
          .why = {"移行ファイルの様式(docs/formats/ledger_tsv.md)に合いません。",
                  "It does not fit docs/formats/ledger_tsv.md."},
          .mend = {"この行を直してください。", "Mend this line."},
          .place = {.file = {}, .line = line, .column = 0, .field = std::move(field)}};
}

/// Reads the cells of one line in their order; the first that cannot be read is kept as a fault.
class Cells {
 public:
  Cells(std::vector<std::string_view> cells, std::uint64_t line)
      : cells_(std::move(cells)), line_(line) {}

  std::string text(const char* field) {
    const auto cell = next();
    if (cell.empty()) note(field, {"値がありません。", "The cell is empty."});
    return std::string(cell);
  }
  std::string text_or_empty() { return std::string(next()); }

  int number(const char* field, int least, int most) {
    const auto cell = next();
    int number = least - 1;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (read.ptr != cell.data() + cell.size() || number < least || number > most) {
      note(field, {"範囲の中の数ではありません。", "Not a number of its range."});
      return least;
    }
    return number;
  }

  base::Date date(const char* field) {
    const auto date = base::Date::parse(next());
    if (!date) note(field, {"日付ではありません。", "Not a date."});
    return date.value_or(base::Date{});
  }
  std::optional<base::Date> date_or_empty(const char* field) {
    const auto cell = next();
    if (cell.empty()) return std::nullopt;
    const auto date = base::Date::parse(cell);
    if (!date) note(field, {"日付ではありません。", "Not a date."});
    return date;
  }
  base::Month month(const char* field) {
    const auto month = base::Month::parse(next());
    if (!month) note(field, {"年月ではありません。", "Not a month."});
    return month.value_or(base::Month{});
  }

  /// Per mille with at most three decimals.
  base::Rate rate(const char* field) {
    const auto cell = next();
    const auto point = cell.find('.');
    const auto whole = cell.substr(0, point);
    auto decimals =
        point == std::string_view::npos ? std::string() : std::string(cell.substr(point + 1));
    const bool short_enough = decimals.size() <= 3 && !whole.empty() && whole.size() <= 3;
    decimals.resize(3, '0');
    const auto digits = std::string(whole) + decimals;
    std::int64_t millionths = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), millionths);
    if (!short_enough || read.ptr != digits.data() + digits.size() || millionths < 0) {
      note(field, {"千分率ではありません。", "Not a rate per mille."});
    }
    return {millionths};
  }

  std::optional<Fault> take_fault() const { return fault_; }

 private:
  std::string_view next() {
    const auto cell = cells_[at_++];
    if (cell.size() > cell_bytes_limit) note("", {"長すぎます。", "The cell is too long."});
    return cell;
  }
  void note(std::string_view field, base::Words what) {
    if (!fault_) fault_ = fault(line_, Plain::name(field), std::move(what));
  }

  std::vector<std::string_view> cells_;
  std::size_t at_ = 1;  // the kind of the line has been read
  std::uint64_t line_;
  std::optional<Fault> fault_;
};

constexpr std::size_t establishment_cells = 9;
constexpr std::size_t rate_cells = 5;
constexpr std::size_t dependent_cells = 11;

EstablishmentLine establishment_of(Cells& cells, std::uint64_t line) {
  EstablishmentLine read;
  read.line = line;
  read.prefecture = cells.text("都道府県コード");
  read.county = cells.text("郡市区符号");
  read.office_symbol = cells.text("事業所記号");
  read.symbol = cells.text("記号");
  read.name = cells.text("名称");
  read.postal_code = cells.text_or_empty();
  read.address = cells.text_or_empty();
  read.from = cells.date("適用年月日");
  return read;
}

RateLine rate_of(Cells& cells, std::uint64_t line) {
  RateLine read;
  read.line = line;
  read.kind = cells.text("料率の種類");
  read.from = cells.month("適用年月");
  read.total = cells.rate("料率");
  read.insured = cells.rate("被保険者負担");
  return read;
}

DependentLine dependent_of(Cells& cells, std::uint64_t line) {
  DependentLine read;
  read.line = line;
  read.symbol = cells.text("記号");
  read.number = cells.text("番号");
  read.branch = cells.number("枝番", 1, 99);
  read.relation = cells.number("続柄", 1, 199);
  read.name = cells.text("氏名");
  read.name_kana = cells.text("氏名カナ");
  read.sex = cells.number("性別", 1, 2);
  read.born = cells.date("生年月日");
  read.from = cells.date("被扶養者になった日");
  read.until = cells.date_or_empty("被扶養者でなくなった日");
  return read;
}

/// Takes one line into the file, or hands back what is wrong with it.
std::optional<Fault> take(LedgerFile& file, std::string_view text, std::uint64_t line) {
  auto parts = base::cells_of(text);
  const auto kind = parts[0];
  const std::size_t wanted = kind == "establishment" ? establishment_cells
                             : kind == "rate"        ? rate_cells
                             : kind == "dependent"   ? dependent_cells
                                                     : 0;
  if (wanted == 0) {
    return fault(line, "行の種類", {"知らない種類の行です。", "Unknown kind of line."});
  }
  if (parts.size() != wanted) {
    return fault(line, "欄の数", {"欄の数が違います。", "Wrong number of cells."});
  }
  Cells cells(std::move(parts), line);
  if (kind == "establishment") {
    file.establishments.push_back(establishment_of(cells, line));
  } else if (kind == "rate") {
    file.rates.push_back(rate_of(cells, line));
  } else {
    file.dependents.push_back(dependent_of(cells, line));
  }
  return cells.take_fault();
}

void append(std::string& bytes, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const auto cell : cells) {
    if (!first) bytes += '\t';
    bytes += cell;
    first = false;
  }
  bytes += '\n';
}

}  // namespace

bool looks_like(std::string_view beginning) { return beginning.starts_with(head); }

base::Result<LedgerFile> read(std::string_view bytes) {
  if (bytes.size() > file_bytes_limit) {
    return fault(0, {}, {"ファイルが大きすぎます。", "The file is too large."});
  }
  if (!base::is_utf8(bytes)) {
    return fault(0, {}, {"UTF-8の文字ではないところがあります。", "The file is not UTF-8."});
  }
  if (!looks_like(bytes)) {
    return fault(1, {}, {"移行ファイルの先頭行がありません。", "The head line is missing."});
  }
  LedgerFile file;
  base::Faults faults;
  std::uint64_t number = 1;
  for (const auto line : base::lines_of(bytes.substr(head.size()))) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (auto wrong = take(file, line, number)) faults.push_back(std::move(*wrong));
    if (faults.size() >= base::faults_limit) break;
  }
  if (!faults.empty()) return faults;
  return file;
}

std::string write(const LedgerFile& file) {
  std::string bytes(head);
  for (const auto& each : file.establishments) {
    append(bytes, {"establishment", each.prefecture, each.county, each.office_symbol, each.symbol,
                   each.name, each.postal_code, each.address, each.from.iso()});
  }
  for (const auto& each : file.rates) {
    append(bytes,
           {"rate", each.kind, each.from.iso(), each.total.permille(), each.insured.permille()});
  }
  for (const auto& each : file.dependents) {
    append(bytes,
           {"dependent", each.symbol, each.number, std::to_string(each.branch),
            std::to_string(each.relation), each.name, each.name_kana, std::to_string(each.sex),
            each.born.iso(), each.from.iso(), each.until ? each.until->iso() : ""});
  }
  return bytes;
}

}  // namespace kenpo::format::ledger_tsv
