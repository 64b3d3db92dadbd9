#include "format/notification_decision/notification_decision.h"

#include <charconv>

#include "base/require.h"

namespace kenpo::format::notification_decision {

namespace {

using base::Date;
using base::Fault;
using base::Month;
using base::Plain;
using base::Result;
using base::Yen;

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";
constexpr std::string_view heading =
    "\"種類\",\"記号\",\"番号\",\"氏名カナ\",\"氏名\",\"生年月日\",\"適用年月\",\"従前の標準報酬月額\","
    "\"標準報酬月額・標準賞与額\",\"等級\",\"賞与支払日\"";
constexpr std::size_t head_cells = 5;
constexpr std::size_t row_cells = 11;
constexpr int kinds = 8;

std::string cell(const std::string& text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& text : cells) {
    if (!line.empty()) line += ',';
    line += cell(text);
  }
  return line.append(line_end);
}

std::string yen_text(const std::optional<Yen>& yen) {
  return yen ? std::to_string(yen->amount()) : std::string();
}

std::string line_of(const Row& row) {
  return line_of({std::to_string(static_cast<int>(row.kind)), row.symbol, row.number,
                  row.name_kana, row.name, row.born.iso(), row.applies_from.iso(),
                  yen_text(row.before), yen_text(row.standard),
                  row.grade ? std::to_string(*row.grade) : std::string(),
                  row.paid_on ? row.paid_on->iso() : std::string()});
}

/// A line with its number, cut at the line end.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : rest_(bytes) {}
  bool at_end() const { return rest_.empty(); }
  std::uint64_t number() const { return number_; }
  /// Nullopt: the line end is missing.
  std::optional<std::string_view> next() {
    const auto end = rest_.find(line_end);
    ++number_;
    if (end == rest_.npos) return std::nullopt;
    const auto line = rest_.substr(0, end);
    rest_.remove_prefix(end + line_end.size());
    return line;
  }

 private:
  std::string_view rest_;
  std::uint64_t number_ = 0;
};

Fault bad_line(std::uint64_t line) {
  return {.what = {"決定通知データの行が読めません。", "A line cannot be read."},
          .why = {"様式は docs/formats/notification_decision.md にあります。",
                  "docs/formats/notification_decision.md has the layout."},
          .mend = {"当組合が渡したファイルのまま使ってください。", "Use the file as it was sent."},
          .place = {.file = {}, .line = line, .column = 0, .field = {}}};
}

/// Quoted cells; nullopt for anything else.
std::optional<std::vector<std::string>> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::size_t at = 0;
  for (;;) {
    if (at >= line.size() || line[at] != '"') return std::nullopt;
    std::string text;
    for (++at;; ++at) {
      if (at >= line.size()) return std::nullopt;
      if (line[at] != '"') {
        text += line[at];
      } else if (at + 1 < line.size() && line[at + 1] == '"') {
        text += '"';
        ++at;
      } else {
        break;
      }
    }
    cells.push_back(std::move(text));
    if (cells.size() > row_cells) return std::nullopt;
    if (++at == line.size()) return cells;
    if (line[at] != ',') return std::nullopt;
    ++at;
  }
}

/// Digits as `write` makes them: no sign, no leading zero.
std::optional<std::int64_t> number_of(const std::string& text) {
  constexpr std::size_t digits_limit = 12;
  if (text.empty() || text.size() > digits_limit) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number < 0 || std::to_string(number) != text) return std::nullopt;
  return number;
}

std::optional<Row> row_of(const std::vector<std::string>& cells) {
  if (cells.size() != row_cells) return std::nullopt;
  const auto kind = number_of(cells[0]);
  const auto born = Date::parse(cells[5]);
  const auto from = Month::parse(cells[6]);
  const auto before = number_of(cells[7]);
  const auto standard = number_of(cells[8]);
  const auto grade = number_of(cells[9]);
  const auto paid_on = Date::parse(cells[10]);
  if (!kind || *kind < 1 || *kind > kinds || !born || !from || !standard) return std::nullopt;
  if ((!cells[7].empty() && !before) || (!cells[9].empty() && !grade)) return std::nullopt;
  constexpr std::int64_t grades_limit = 99;
  if ((!cells[10].empty() && !paid_on) || grade.value_or(0) > grades_limit) return std::nullopt;
  Row row{.kind = static_cast<Kind>(*kind),
          .symbol = cells[1],
          .number = cells[2],
          .name_kana = cells[3],
          .name = cells[4],
          .born = *born,
          .applies_from = *from,
          .standard = Yen(*standard)};
  if (before) row.before = Yen(*before);
  if (grade) row.grade = static_cast<int>(*grade);
  row.paid_on = paid_on;
  return row;
}

}  // namespace

std::string write(const File& file) {
  KENPO_REQUIRE(file.rows.size() <= rows_limit);
  std::string bytes(mark);
  bytes += line_of({std::string(layout_name), file.establishment_symbol, file.establishment_name,
                    file.month.iso(), file.made_on.iso()});
  bytes.append(heading).append(line_end);
  for (const auto& row : file.rows) {
    KENPO_REQUIRE(row.symbol == file.establishment_symbol);
    bytes += line_of(row);
  }
  return bytes;
}

Result<File> read(std::string_view bytes) {
  if (!bytes.starts_with(mark)) return bad_line(1);
  Lines lines(bytes.substr(mark.size()));
  const auto first = lines.next();
  const auto head = first ? cells_of(*first) : std::nullopt;
  if (!head || head->size() != head_cells || head->front() != layout_name) return bad_line(1);
  const auto month = Month::parse(head->at(3));
  const auto made_on = Date::parse(head->at(4));
  if (!month || !made_on) return bad_line(1);
  File file{.establishment_symbol = head->at(1),
            .establishment_name = head->at(2),
            .month = *month,
            .made_on = *made_on,
            .rows = {}};
  if (lines.next() != heading) return bad_line(2);
  while (!lines.at_end()) {
    const auto line = lines.next();
    const auto cells = line ? cells_of(*line) : std::nullopt;
    auto row = cells ? row_of(*cells) : std::nullopt;
    if (!row || row->symbol != file.establishment_symbol) return bad_line(lines.number());
    if (file.rows.size() == rows_limit) return bad_line(lines.number());
    file.rows.push_back(*std::move(row));
  }
  return file;
}

}  // namespace kenpo::format::notification_decision
