#include "format/disease_group_csv/disease_group_csv.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/cp932.h"
#include "base/tsv.h"

namespace kenpo::format::disease_group_csv {

namespace {

using base::Fault;
using base::Result;

constexpr std::string_view head = "分類コード,分類名,ICD-10";
constexpr std::size_t category_characters = 3;
constexpr std::size_t subcategory_characters = 4;
constexpr std::size_t code_bytes_limit = 8;
constexpr std::size_t name_bytes_limit = 240;

Fault group_fault(const base::Plain& file, std::uint64_t line, base::Words what) {
  return {.what = std::move(what),
          .why = {"見出しは「分類コード,分類名,ICD-10」です。ICD-10は「A00-A09 I69.0」のように書きます。",
                  "The head is fixed; ICD-10 is written as A00-A09 I69.0."},
          .mend = {"表をこの並びのCSVにして、もう一度受け付けてください。",
                   "Put the table into this layout and send it again."},
          .place = {.file = file, .line = line, .column = 0, .field = {}}};
}

/// 「I69.0」 as 「I690」; nullopt: no code of ICD-10.
std::optional<std::string> icd_of(std::string_view text) {
  std::string code;
  for (const char letter : text) {
    if (letter != '.') code += letter;
  }
  const bool point = text.find('.') == std::string_view::npos ||
                     (text.find('.') == category_characters && text.size() == 5);
  if (!point || (code.size() != category_characters && code.size() != subcategory_characters)) {
    return std::nullopt;
  }
  const bool digits = std::ranges::all_of(code.substr(1), [](char letter) {
    return letter >= '0' && letter <= '9';
  });
  if (code[0] < 'A' || code[0] > 'Z' || !digits) return std::nullopt;
  return code;
}

std::optional<Block> block_of(std::string_view text) {
  const auto dash = text.find('-');
  auto first = icd_of(text.substr(0, dash));
  auto last = dash == std::string_view::npos ? first : icd_of(text.substr(dash + 1));
  if (!first || !last || first->size() != last->size() || *last < *first) return std::nullopt;
  return Block{*std::move(first), *std::move(last)};
}

bool overlap(const Block& one, const Block& other) {
  return one.first.size() == other.first.size() && one.first <= other.last &&
         other.first <= one.last;
}

bool any_overlap(const std::vector<Block>& taken, const std::vector<Block>& blocks) {
  return std::ranges::any_of(blocks, [&](const Block& block) {
    return std::ranges::any_of(taken,
                               [&](const Block& other) { return overlap(block, other); });
  });
}

std::optional<GroupLine> line_of(const std::vector<std::string_view>& cells) {
  constexpr std::size_t cells_count = 3;
  if (cells.size() != cells_count) return std::nullopt;
  if (cells[0].empty() || cells[0].size() > code_bytes_limit) return std::nullopt;
  if (cells[1].empty() || cells[1].size() > name_bytes_limit) return std::nullopt;
  auto blocks = blocks_of(cells[2]);
  if (blocks.empty()) return std::nullopt;
  return GroupLine{std::string(cells[0]), std::string(cells[1]), std::move(blocks)};
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  for (const auto word : base::words_of(text)) {
    auto block = block_of(word);
    if (!block) return {};
    blocks.push_back(*std::move(block));
  }
  return blocks;
}

std::string words_of(const std::vector<Block>& blocks) {
  std::string words;
  for (const auto& block : blocks) {
    if (!words.empty()) words += ' ';
    words += block.first;
    if (block.last != block.first) words += '-' + block.last;
  }
  return words;
}

bool looks_like(std::string_view prefix) {
  const auto text = base::utf8_or_cp932(prefix.substr(0, prefix.find('\n')));
  if (!text) return false;
  const auto lines = base::lines_of(*text);  // as `read` finds them
  return !lines.empty() && without_return(lines.front()) == head;
}

Result<std::vector<GroupLine>> read(std::string_view bytes, const base::Plain& file) {
  if (bytes.size() > file_bytes_limit) {
    return group_fault(file, 0, {"ファイルが大きすぎます。", "The file is too large."});
  }
  const auto text = base::utf8_or_cp932(bytes);
  if (!text) {
    return group_fault(file, 0, {"文字コードがUTF-8でもCP932でもありません。",
                                 "Neither UTF-8 nor CP932."});
  }
  base::Faults faults;
  std::vector<GroupLine> groups;
  std::vector<Block> taken;
  std::set<std::string> codes;
  std::uint64_t number = 0;
  for (const auto line : base::lines_of(*text)) {
    ++number;
    if (number == 1) {
      if (without_return(line) == head) continue;
      return group_fault(file, number, {"見出しが違います。", "Another head."});
    }
    if (groups.size() >= groups_limit) {
      return group_fault(file, number, {"分類が多すぎます。", "Too many groups."});
    }
    if (faults.size() >= base::faults_limit) break;
    auto made = line_of(base::cells_of(without_return(line), ','));
    if (!made) {
      faults.push_back(group_fault(file, number, {"項目の数か書き方が違います。",
                                                  "A cell is missing or cannot be read."}));
    } else if (!codes.insert(made->code).second) {
      faults.push_back(
          group_fault(file, number, {"同じ分類コードの行が前にもあります。", "A group twice."}));
    } else if (any_overlap(taken, made->blocks)) {
      faults.push_back(group_fault(
          file, number, {"前の分類と同じICD-10のコードがあります。", "A code in two groups."}));
    } else {
      taken.insert(taken.end(), made->blocks.begin(), made->blocks.end());
      groups.push_back(*std::move(made));
    }
  }
  if (!faults.empty()) return faults;
  if (groups.empty()) return group_fault(file, 0, {"空の表です。", "An empty table."});
  return groups;
}

}  // namespace kenpo::format::disease_group_csv
