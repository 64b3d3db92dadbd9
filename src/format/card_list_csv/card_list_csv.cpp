#include "format/card_list_csv/card_list_csv.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <tuple>

#include "base/cp932.h"
#include "base/tsv.h"

namespace kenpo::format::card_list_csv {

namespace {

using base::Fault;
using base::Result;

constexpr std::string_view head = "記号,番号,枝番,利用登録,基準日";
constexpr std::size_t cells_of_a_line = 5;
constexpr std::size_t number_digits_limit = 12;
constexpr std::size_t symbol_bytes_limit = 40;

Fault list_fault(const base::Plain& file, std::uint64_t line, base::Words what) {
  return {.what = std::move(what),
          .why = {"見出しは「記号,番号,枝番,利用登録,基準日」、利用登録は「有」か「無」です。",
                  "The head and the two words of the registration are fixed."},
          .mend = {"一覧をこの並びのCSVにして、もう一度受け付けてください。",
                   "Put the list into this layout and send it again."},
          .place = {.file = file, .line = line, .column = 0, .field = {}}};
}

std::vector<std::string_view> cells_of(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  while (true) {
    const auto at = line.find(',');
    cells.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return cells;
    line.remove_prefix(at + 1);
  }
}

bool is_digits(std::string_view text, std::size_t most) {
  return !text.empty() && text.size() <= most &&
         std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::optional<CardLine> line_of(const std::vector<std::string_view>& cells) {
  constexpr std::size_t branch_digits = 2;
  if (cells.size() != cells_of_a_line) return std::nullopt;
  if (cells[0].empty() || cells[0].size() > symbol_bytes_limit) return std::nullopt;
  if (!is_digits(cells[1], number_digits_limit) || !is_digits(cells[2], branch_digits)) {
    return std::nullopt;
  }
  if (cells[3] != "有" && cells[3] != "無") return std::nullopt;
  const auto on = base::Date::parse(cells[4]);
  if (!on) return std::nullopt;
  auto number = cells[1];
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  CardLine made;
  made.symbol = std::string(cells[0]);
  made.number = std::string(number);
  std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), made.branch);
  made.registration =
      cells[3] == "有" ? Registration::registered : Registration::not_registered;
  made.on = *on;
  return made;
}

}  // namespace

bool looks_like(std::string_view prefix) {
  const auto text = base::utf8_or_cp932(prefix.substr(0, prefix.find('\n')));
  if (!text) return false;
  const auto lines = base::lines_of(*text);  // as `read` finds them
  return !lines.empty() && cells_of(lines.front()) == cells_of(head);
}

Result<std::vector<CardLine>> read(std::string_view bytes, const base::Plain& file) {
  if (bytes.size() > file_bytes_limit) {
    return list_fault(file, 0, {"ファイルが大きすぎます。", "The file is too large."});
  }
  const auto text = base::utf8_or_cp932(bytes);
  if (!text) {
    return list_fault(file, 0, {"文字コードがUTF-8でもCP932でもありません。",
                                "Neither UTF-8 nor CP932."});
  }
  base::Faults faults;
  std::vector<CardLine> lines;
  std::set<std::tuple<std::string, std::string, int>> people;
  std::uint64_t number = 0;
  for (const auto line : base::lines_of(*text)) {
    ++number;
    const auto cells = cells_of(line);
    if (number == 1) {
      if (cells == cells_of(head)) continue;
      return list_fault(file, number, {"見出しが違います。", "Another head."});
    }
    if (number > lines_limit) {
      return list_fault(file, number, {"行が多すぎます。", "Too many lines."});
    }
    auto made = line_of(cells);
    if (made && people.emplace(made->symbol, made->number, made->branch).second) {
      made->line_number = number;
      lines.push_back(*std::move(made));
      continue;
    }
    faults.push_back(made ? list_fault(file, number, {"同じ人の行が前にもあります。",
                                                      "The person stands in it twice."})
                          : list_fault(file, number, {"項目の数か書き方が違います。",
                                                      "A cell is missing or cannot be read."}));
    if (faults.size() >= base::faults_limit) break;
  }
  if (!faults.empty()) return faults;
  if (lines.empty()) return list_fault(file, 0, {"空の一覧です。", "An empty list."});
  return lines;
}

}  // namespace kenpo::format::card_list_csv
