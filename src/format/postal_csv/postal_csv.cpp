#include "format/postal_csv/postal_csv.h"

#include <algorithm>
#include <array>

#include "base/cp932.h"
#include "base/kana.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace kenpo::format::postal_csv {

namespace {

using base::Fault;
using base::Result;

constexpr std::size_t cells_of_a_line = 15;

Fault line_fault(std::uint64_t line, base::Words what) {
  return {.what = std::move(what),
          .why = {"日本郵便の郵便番号データ（15項目のCSV）を読みます。",
                  "The file of Japan Post has fifteen cells a line."},
          .mend = {"配布されたままのファイルを置いてください。", "Use the file as published."},
          .place = {.file = {}, .line = line, .column = 0, .field = {}}};
}

/// The cells of a line: numbers bare, texts between quotes; no quote stands inside a text.
std::vector<std::string> cells_of_line(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char letter : line) {
    if (letter == '"') {
      quoted = !quoted;
    } else if (letter == ',' && !quoted) {
      cells.emplace_back();
    } else if (letter != '\r') {
      cells.back() += letter;
    }
  }
  return cells;
}

bool is_postal_code(std::string_view text) {
  constexpr std::size_t digits = 7;
  return text.size() == digits &&
         std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// The town without a remark; empty where the file has only a remark.
std::string town_of(std::string_view text, std::string_view bracket) {
  constexpr std::string_view none = "以下に掲載がない場合";
  constexpr std::string_view none_kana = "ｲｶﾆｹｲｻｲｶﾞﾅｲﾊﾞｱｲ";
  if (text == none || text == none_kana) return {};
  return std::string(text.substr(0, text.find(bracket)));
}

bool opens_without_end(const PostalLine& line) {
  return line.town.find("（") != std::string::npos && line.town.find("）") == std::string::npos;
}

/// Joins the lines of one town, then drops its remark.
std::vector<PostalLine> joined(std::vector<PostalLine> lines) {
  std::vector<PostalLine> towns;
  for (auto& line : lines) {
    const bool goes_on = !towns.empty() && opens_without_end(towns.back()) &&
                         towns.back().postal_code == line.postal_code;
    if (goes_on) {
      towns.back().town += line.town;
    } else {
      towns.push_back(std::move(line));
    }
  }
  for (auto& town : towns) {
    town.town = town_of(town.town, "（");
    town.town_kana = town_of(town.town_kana, "(");
  }
  return towns;
}

}  // namespace

Result<std::vector<PostalLine>> read(std::string_view bytes, Coding coding) {
  if (bytes.size() > file_bytes_limit) {
    return line_fault(0, {"ファイルが大きすぎます。", "The file is too large."});
  }
  std::string text(bytes);
  if (coding == Coding::cp932) {
    auto decoded = base::decode_cp932(bytes);
    if (!decoded.bad.empty()) {
      return line_fault(0, {"文字コードがCP932ではありません。", "Not CP932."});
    }
    text = std::move(decoded.text);
  } else if (!base::is_utf8(text)) {
    return line_fault(0, {"文字コードがUTF-8ではありません。", "Not UTF-8."});
  }
  std::vector<PostalLine> lines;
  std::uint64_t number = 0;
  for (const auto line : base::lines_of(text)) {
    ++number;
    auto cells = cells_of_line(line);
    if (cells.size() != cells_of_a_line) {
      return line_fault(number, {"項目の数が違います。", "Another number of cells."});
    }
    if (!is_postal_code(cells[2])) {
      return line_fault(number, {"郵便番号が7桁の数字ではありません。", "No seven digits."});
    }
    if (lines.size() == lines_limit) {
      return line_fault(number, {"行が多すぎます。", "Too many lines."});
    }
    lines.push_back({.postal_code = cells[2],
                     .prefecture_kana = base::half_width_kana(cells[3]),
                     .city_kana = base::half_width_kana(cells[4]),
                     .town_kana = base::half_width_kana(cells[5]),
                     .prefecture = std::move(cells[6]),
                     .city = std::move(cells[7]),
                     .town = std::move(cells[8])});
  }
  if (lines.empty()) return line_fault(0, {"空のファイルです。", "An empty file."});
  return joined(std::move(lines));
}

}  // namespace kenpo::format::postal_csv
