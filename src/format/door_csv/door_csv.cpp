#include "format/door_csv/door_csv.h"

#include <charconv>
#include <optional>

#include "base/tsv.h"
#include "base/utf8.h"

namespace kenpo::format::door_csv {

namespace {

using base::Fault;
using base::Plain;

constexpr std::string_view head = "日時,扉,カード,入出";
constexpr std::size_t cells_count = 4;
constexpr std::int64_t second_milliseconds = 1000;

Fault fault(std::uint64_t line, Plain field, base::Words what) {
  return {.what = std::move(what),
          .why = {"入退室ファイルの様式(docs/formats/door_csv.md)に合いません。",
                  "It does not fit docs/formats/door_csv.md."},
          .mend = {"この行を直してください。", "Mend this line."},
          .place = {.file = {}, .line = line, .column = 0, .field = std::move(field)}};
}

/// Two digits below the limit.
std::optional<int> two_digits(std::string_view text, int limit) {
  int number = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.size() != 2 || read.ptr != text.data() + text.size()) return std::nullopt;
  return number >= 0 && number < limit ? std::optional(number) : std::nullopt;
}

/// `2026-11-24 09:00:12`, civil time of Japan.
std::optional<base::Moment> parse_time(std::string_view text) {
  constexpr std::size_t whole = 19;
  if (text.size() != whole || text[10] != ' ' || text[13] != ':' || text[16] != ':') {
    return std::nullopt;
  }
  const auto day = base::Date::parse(text.substr(0, 10));
  const auto hour = two_digits(text.substr(11, 2), 24);
  const auto minute = two_digits(text.substr(14, 2), 60);
  const auto second = two_digits(text.substr(17, 2), 60);
  if (!day || !hour || !minute || !second) return std::nullopt;
  const std::int64_t seconds = (*hour * 60 + *minute) * 60 + *second;
  return base::start_of(*day).plus_milliseconds(seconds * second_milliseconds);
}

std::optional<Way> parse_way(std::string_view text) {
  if (text == "入") return Way::in;
  if (text == "出") return Way::out;
  return std::nullopt;
}

base::Result<PassageLine> read_line(std::string_view text, std::uint64_t number) {
  const auto cells = base::cells_of(text, ',');
  if (cells.size() != cells_count) {
    return fault(number, {}, {"欄が4つではありません。", "The line has not four cells."});
  }
  for (const auto cell : cells) {
    if (!cell.empty() && cell.size() <= cell_bytes_limit) continue;
    return fault(number, {}, {"空の欄か、長すぎる欄があります。", "A cell is empty or too long."});
  }
  const auto at = parse_time(cells[0]);
  if (!at) return fault(number, "日時", {"日時ではありません。", "Not a time."});
  const auto way = parse_way(cells[3]);
  if (!way) return fault(number, "入出", {"「入」「出」のどちらでもありません。", "Not a way."});
  return PassageLine{number, *at, std::string(cells[1]), std::string(cells[2]), *way};
}

std::string time_text(base::Moment at) {
  auto text = at.iso();  // 2026-11-24T09:00:12.000+09:00
  text.resize(19);
  text[10] = ' ';
  return text;
}

}  // namespace

base::Result<std::vector<PassageLine>> read(std::string_view bytes) {
  if (bytes.size() > file_bytes_limit) {
    return fault(0, {}, {"ファイルが大きすぎます。", "The file is too large."});
  }
  if (!base::is_utf8(bytes)) {
    return fault(0, {}, {"文字コードがUTF-8ではありません。", "The file is not UTF-8."});
  }
  std::vector<PassageLine> passages;
  base::Faults faults;
  std::uint64_t number = 0;
  for (auto line : base::lines_of(bytes)) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (number == 1) {
      if (line != head) return fault(1, {}, {"1行目の見出しが違います。", "Another head."});
      continue;
    }
    auto passage = read_line(line, number);
    if (passage.ok()) {
      passages.push_back(std::move(passage).value());
    } else {
      faults.push_back(passage.faults().front());
      if (faults.size() == base::faults_limit) break;
    }
  }
  if (!faults.empty()) return faults;
  if (passages.empty()) {
    return fault(number, {}, {"入退室の行がありません。", "The file has no passage."});
  }
  return passages;
}

std::string write(const std::vector<PassageLine>& lines) {
  std::string text(head);
  text += '\n';
  for (const auto& line : lines) {
    text += time_text(line.at) + "," + line.door + "," + line.card + "," +
            (line.way == Way::in ? "入" : "出") + "\n";
  }
  return text;
}

}  // namespace kenpo::format::door_csv
