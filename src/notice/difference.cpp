#include "notice/difference.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "notice/wording.h"

namespace kenpo::notice {

namespace {

constexpr std::array<std::string_view, 11> line_kind_names = {
    "title",  "heading", "paragraph",    "table_head", "row",      "note",
    "ground", "measure", "society_name", "address",    "telephone"};

std::vector<const Line*> lines_of_kind(const Document& document, LineKind kind, int section) {
  std::vector<const Line*> lines;
  for (const Line& line : document.lines) {
    if (line.kind == kind && line.section == section) lines.push_back(&line);
  }
  return lines;
}

void compare_lines(const std::vector<const Line*>& before, const std::vector<const Line*>& after,
                   LineKind kind, int section, Difference& difference) {
  for (std::size_t at = 0; at < std::max(before.size(), after.size()); ++at) {
    const std::string old_words = at < before.size() ? before[at]->text : std::string();
    const std::string new_words = at < after.size() ? after[at]->text : std::string();
    if (old_words == new_words) continue;
    difference.reworded.push_back({kind, section, old_words, new_words});
  }
}

std::string list_rows(const std::vector<Pair>& pairs, std::string_view mark) {
  std::string text;
  for (const Pair& pair : pairs) {
    text += std::string(mark) + ' ' + std::to_string(number(pair).value_or(0)) + ' ' +
            std::string(wording(pair.category)) + '\t' + std::string(wording(pair.purpose)) + '\n';
  }
  return text;
}

}  // namespace

bool Difference::none() const {
  return added.empty() && withdrawn.empty() && reworded.empty() && !reordered;
}

Difference difference(const Document& before, const Document& after) {
  Difference changes;
  for (const Pair& pair : published_pairs) {
    const bool was = (before.pairs() & mask_of(pair)) != 0;
    const bool is = (after.pairs() & mask_of(pair)) != 0;
    if (!was && is) changes.added.push_back(pair);
    if (was && !is) changes.withdrawn.push_back(pair);
  }
  for (int section = 0; section <= 4; ++section) {
    for (std::size_t at = 0; at < line_kind_names.size(); ++at) {
      const auto kind = static_cast<LineKind>(at);
      if (kind == LineKind::row) continue;
      compare_lines(lines_of_kind(before, kind, section), lines_of_kind(after, kind, section), kind,
                    section, changes);
    }
  }
  if (before.pairs() == after.pairs()) {
    const auto old_rows = lines_of_kind(before, LineKind::row, 1);
    const auto new_rows = lines_of_kind(after, LineKind::row, 1);
    changes.reordered = !std::ranges::equal(
        old_rows, new_rows,
        [](const Line* left, const Line* right) { return left->text == right->text; });
  }
  return changes;
}

std::string difference_text(const Difference& changes, base::Language language) {
  const bool japanese = language == base::Language::japanese;
  if (changes.none()) return japanese ? "変更はありません。\n" : "No changes.\n";
  std::string text;
  if (!changes.added.empty()) text += japanese ? "追加される利用目的\n" : "Rows added\n";
  text += list_rows(changes.added, "+");
  if (!changes.withdrawn.empty())
    text += japanese ? "取り下げられる利用目的\n" : "Rows withdrawn\n";
  text += list_rows(changes.withdrawn, "-");
  if (changes.reordered) text += japanese ? "行の順序が変わります。\n" : "The rows change order.\n";
  for (const Reworded& reworded : changes.reworded) {
    text += japanese ? "文言の変更（" : "Reworded (";
    text += std::to_string(reworded.section) + (japanese ? "）\n" : ")\n");
    if (!reworded.before.empty()) text += "- " + reworded.before + '\n';
    if (!reworded.after.empty()) text += "+ " + reworded.after + '\n';
  }
  return text;
}

std::string difference_json(const Difference& changes) {
  const auto rows = [](const std::vector<Pair>& pairs) {
    boost::json::array list;
    for (const Pair& pair : pairs) list.emplace_back(identifier(pair));
    return list;
  };
  boost::json::array reworded;
  for (const Reworded& line : changes.reworded) {
    reworded.push_back({{"section", line.section},
                        {"part", line_kind_names[static_cast<std::size_t>(line.kind)]},
                        {"before", line.before},
                        {"after", line.after}});
  }
  return boost::json::serialize(boost::json::object{{"added", rows(changes.added)},
                                                    {"withdrawn", rows(changes.withdrawn)},
                                                    {"reordered", changes.reordered},
                                                    {"reworded", std::move(reworded)}}) +
         "\n";
}

}  // namespace kenpo::notice
