#include "base/tsv.h"

namespace kenpo::base {

std::vector<std::string_view> lines_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string_view> cells_of(std::string_view line, char divider) {
  std::vector<std::string_view> cells;
  while (true) {
    const auto end = line.find(divider);
    cells.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> words_of(std::string_view cell) {
  std::vector<std::string_view> words;
  for (const auto word : cells_of(cell, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace kenpo::base
