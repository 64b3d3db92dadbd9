#include "notice/wording.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "base/resource.h"
#include "notice/document.h"

namespace kenpo::notice {
namespace {

// The table as each of its three homes writes it, read without the code under test.
struct Table {
  std::vector<std::pair<std::string, std::string>> categories;  // identifier, wording
  std::vector<std::pair<std::string, std::string>> purposes;
  std::vector<std::pair<std::string, std::string>> pairs;  // published.h: identifiers
};

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (auto at = text.find(by); at != std::string::npos; at = text.find(by, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + by.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

Table of_header(const std::string& text) {
  Table table;
  auto* words = &table.categories;
  bool inside = false;
  for (const auto& line : lines_of(text)) {
    if (line.starts_with("enum class ")) inside = true;
    if (line.starts_with("enum class Purpose")) words = &table.purposes;
    if (line.starts_with("};")) inside = false;
    if (inside && line.starts_with("  ")) {
      const auto parts = split(line.substr(2), ",  // ");
      words->emplace_back(parts.at(0), parts.size() > 1 ? parts[1] : "");
    }
    if (line.starts_with("      {") && line.ends_with("},")) {
      const auto parts = split(line.substr(7, line.size() - 9), ", ");
      table.pairs.emplace_back(parts.at(0), parts.at(1));
    }
  }
  return table;
}

Table of_identifiers(const std::string& text) {
  Table table;
  for (const auto& line : lines_of(text)) {
    const auto parts = split(line, "\t");
    if (parts.size() != 3) continue;
    if (parts[0] == "category") table.categories.emplace_back(parts[1], parts[2]);
    if (parts[0] == "purpose") table.purposes.emplace_back(parts[1], parts[2]);
  }
  return table;
}

// Category wording and purpose wordings of each row of the notice's text.
std::vector<std::pair<std::string, std::vector<std::string>>> of_text(const std::string& text) {
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;
  bool inside = false;
  for (const auto& line : lines_of(text)) {
    const auto cells = split(line, "\t");
    if (inside && cells.size() == 2) rows.emplace_back(cells[0], split(cells[1], "、"));
    if (cells.size() != 2) inside = false;
    if (line == "個人情報の類型\t利用目的") inside = true;
  }
  return rows;
}

// Whether the three homes of the table say the same, cell by cell.
bool one_table(const std::string& header, const std::string& identifiers,
               const std::string& notice) {
  const Table types = of_header(header);
  const Table words = of_identifiers(identifiers);
  if (types.categories != words.categories || types.purposes != words.purposes) return false;
  if (types.categories.size() != categories_count || types.purposes.size() != purposes_count) {
    return false;
  }
  const auto word_of = [](const auto& rows, const std::string& name) {
    for (const auto& [identifier, wording] : rows) {
      if (identifier == name) return wording;
    }
    return std::string();
  };
  std::vector<std::pair<std::string, std::string>> published;
  for (const auto& [category, purpose] : types.pairs) {
    published.emplace_back(word_of(words.categories, category), word_of(words.purposes, purpose));
  }
  std::vector<std::pair<std::string, std::string>> written;
  for (const auto& [category, purposes] : of_text(notice)) {
    for (const auto& purpose : purposes) written.emplace_back(category, purpose);
  }
  return published == written && written.size() == published_pairs.size();
}

struct Homes {
  std::string header;
  std::string identifiers;
  std::string notice;
};

Homes homes() {
  std::ifstream file(KENPO_SOURCE_DIR "/src/notice/published.h", std::ios::binary);
  return {std::string{std::istreambuf_iterator<char>(file), {}},
          std::string(base::resource("notice/identifiers.tsv")),
          std::string(base::resource("notice/notice.txt"))};
}

// Every occurrence of the word in the text, with one character put in front of it.
std::vector<std::string> mutants(const std::string& text, const std::string& word) {
  std::vector<std::string> all;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    all.push_back(text.substr(0, at) + "x" + text.substr(at));
  }
  return all;
}

TEST(Wording, ThreeHomesOfTheTableAreEqualCellByCell) {
  const Homes all = homes();
  EXPECT_TRUE(one_table(all.header, all.identifiers, all.notice));
}

TEST(Wording, TheCompiledTableIsTheHeaderThatWasRead) {
  const Table table = of_header(homes().header);
  ASSERT_EQ(table.pairs.size(), published_pairs.size());
  for (std::size_t at = 0; at < table.pairs.size(); ++at) {
    EXPECT_EQ(table.pairs[at].first, identifier(published_pairs[at].category));
    EXPECT_EQ(table.pairs[at].second, identifier(published_pairs[at].purpose));
  }
}

TEST(Wording, ChangingAnyCellOfAnyHomeBreaksTheEquality) {
  const Homes all = homes();
  const Table table = of_identifiers(all.identifiers);
  int mutated = 0;
  for (const auto* words : {&table.categories, &table.purposes}) {
    for (const auto& [identifier, wording] : *words) {
      for (const auto& text : mutants(all.header, identifier + ",  // ")) {
        EXPECT_FALSE(one_table(text, all.identifiers, all.notice)) << identifier;
        ++mutated;
      }
      for (const auto& text : mutants(all.header, "  // " + wording + "\n")) {
        // The mark goes in front of the comment's words.
        auto inside = text;
        inside.erase(inside.find("x  // "), 1);
        inside.insert(inside.find("  // " + wording + "\n") + 5, "x");
        EXPECT_FALSE(one_table(inside, all.identifiers, all.notice)) << wording;
        ++mutated;
      }
      for (const auto& text : mutants(all.identifiers, identifier + "\t")) {
        EXPECT_FALSE(one_table(all.header, text, all.notice)) << identifier;
        ++mutated;
      }
      for (const auto& text : mutants(all.identifiers, wording + "\n")) {
        EXPECT_FALSE(one_table(all.header, text, all.notice)) << wording;
        ++mutated;
      }
    }
  }
  for (const auto& [category, purposes] : of_text(all.notice)) {
    const auto row = all.notice.find(category + "\t");
    ASSERT_NE(row, std::string::npos);
    auto text = all.notice;
    EXPECT_FALSE(one_table(all.header, all.identifiers, text.insert(row, "x"))) << category;
    ++mutated;
    for (const auto& purpose : purposes) {
      text = all.notice;
      text.insert(text.find(purpose, row + category.size()), "x");
      EXPECT_FALSE(one_table(all.header, all.identifiers, text)) << category << purpose;
      ++mutated;
    }
  }
  for (const auto& [category, purpose] : of_header(all.header).pairs) {
    const auto cell = "{" + category + ", " + purpose + "},";
    for (const std::size_t place : {std::size_t{1}, category.size() + 3}) {
      auto text = all.header;
      text.insert(text.find(cell) + place, "x");
      EXPECT_FALSE(one_table(text, all.identifiers, all.notice)) << cell;
      ++mutated;
    }
  }
  // 52 words with four cells each at least, 15 + 43 cells of the text, 43 × 2 of the pairs.
  EXPECT_GE(mutated, 52 * 4 + 58 + 86);
}

TEST(Wording, LeavingOutAnyPairBreaksTheEquality) {
  const Homes all = homes();
  for (const auto& [category, purpose] : of_header(all.header).pairs) {
    auto text = all.header;
    const auto cell = "      {" + category + ", " + purpose + "},\n";
    text.erase(text.find(cell), cell.size());
    EXPECT_FALSE(one_table(text, all.identifiers, all.notice)) << cell;
  }
}

TEST(Wording, IdentifiersAndWordingsLeadBack) {
  for (const Category category : all_categories()) {
    EXPECT_EQ(parse_category(identifier(category)), category);
    EXPECT_EQ(category_worded(wording(category)), category);
    EXPECT_EQ(nearest_category(wording(category)), category);
  }
  for (const Purpose purpose : all_purposes()) {
    EXPECT_EQ(parse_purpose(identifier(purpose)), purpose);
    EXPECT_EQ(purpose_worded(wording(purpose)), purpose);
  }
  EXPECT_EQ(parse_category("Eligibility"), std::nullopt);
  EXPECT_EQ(purpose_worded("保険給付の審査"), std::nullopt);
  EXPECT_EQ(wording(nearest_purpose("医療費通知の発送")), "医療費通知の発行");
}

TEST(Wording, PairsAreNumberedAsInTheNotice) {
  for (int at = 1; at <= 43; ++at) {
    const auto pair = numbered_pair(at);
    ASSERT_TRUE(pair);
    EXPECT_EQ(number(*pair), at);
    EXPECT_EQ(parse_pair(identifier(*pair)), pair);
  }
  EXPECT_EQ(numbered_pair(0), std::nullopt);
  EXPECT_EQ(numbered_pair(44), std::nullopt);
  EXPECT_EQ(identifier(*numbered_pair(33)),
            "work_status.sickness_allowance_examination_and_payment");
  EXPECT_EQ(number({Category::work_status, Purpose::medical_cost_notice}), std::nullopt);
  EXPECT_EQ(parse_pair("work_status.medical_cost_notice"), std::nullopt);
}

}  // namespace
}  // namespace kenpo::notice
