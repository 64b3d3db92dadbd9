// Every row of the law book is read by some rule: a figure that nothing uses is either a rule that
// was forgotten or a row too many.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tree.h"

namespace kenpo::house {
namespace {

/// Names that a rule puts together out of a stem, and the file that does.
struct Family {
  const char* stem;
  const char* file;
};
constexpr Family families[] = {
    {"benefit.high_cost.", "src/benefit/high_cost_limit_rule.cpp"},
    {"benefit.outpatient_annual.", "src/benefit/outpatient_annual_rule.cpp"},
    {"checkup.guidance.", "src/checkup/guidance_level_rule.cpp"},
    {"checkup.metabolic.", "src/checkup/metabolic_rule.cpp"},
    {"remuneration.grade.", "src/remuneration/grade_rule.cpp"}};

/// Rows that no rule reads, and why they stand in the book all the same.
const std::map<std::string, std::string> unread = {
    {"benefit.burial", "the claim for burial costs has no act; the figure is for people who look"},
    {"benefit.sickness_allowance.waiting", "the days of waiting come with the claim, by hand"},
    {"retention.provision.contract", "every record of a provision is a batch; none is a contract"}};

std::set<std::string> names_of_rows(const std::vector<File>& tree) {
  std::set<std::string> names;
  for (const auto& file : tree) {
    if (!file.path.starts_with("law/") || !file.ends_with(".tsv")) continue;
    bool head = true;
    for (const auto& line : file.lines) {
      if (line.empty() || line.front() == '#') continue;
      if (!head) names.insert(line.substr(0, line.find('\t')));
      head = false;
    }
  }
  return names;
}

/// The texts between quotation marks in the code of the program, tests left out.
std::map<std::string, std::set<std::string>> literals_of(const std::vector<File>& tree) {
  std::map<std::string, std::set<std::string>> literals;
  for (const auto& file : tree) {
    const bool code =
        file.path.starts_with("src/") && (file.ends_with(".h") || file.ends_with(".cpp"));
    if (!code || file.ends_with("_test.cpp") || file.ends_with("_for_tests.h")) continue;
    for (const auto& line : file.lines) {
      for (auto from = line.find('"'); from != std::string::npos; from = line.find('"', from)) {
        const auto to = line.find('"', from + 1);
        if (to == std::string::npos) break;
        literals[file.path].insert(line.substr(from + 1, to - from - 1));
        from = to + 1;
      }
    }
  }
  return literals;
}

TEST(House, EveryRowOfTheLawIsReadBySomeRule) {
  const auto tree = read_tree();
  const auto names = names_of_rows(tree);
  const auto literals = literals_of(tree);
  EXPECT_GT(names.size(), 300U);
  std::set<std::string> read;
  for (const auto& [path, texts] : literals) read.insert(texts.begin(), texts.end());
  for (const auto& [stem, file] : families) {
    const auto at = literals.find(file);
    ASSERT_NE(at, literals.end()) << file;
    const std::string group = std::string(stem).substr(0, std::string(stem).size() - 1);
    EXPECT_TRUE(std::ranges::any_of(at->second, [&](const std::string& text) {
      return text.starts_with(group);
    })) << file << " puts no name of " << stem << " together";
    for (const auto& name : names) {
      if (name.starts_with(stem)) read.insert(name);
    }
  }
  std::vector<Finding> findings;
  for (const auto& name : names) {
    if (!read.contains(name) && !unread.contains(name)) {
      findings.push_back({"law", 0, name + " is read by no rule"});
    }
  }
  for (const auto& [name, why] : unread) {
    if (!names.contains(name)) findings.push_back({"law", 0, name + " is gone"});
    if (read.contains(name)) findings.push_back({"law", 0, name + " is read: take it out"});
  }
  EXPECT_TRUE(findings.empty()) << told(findings);
}

}  // namespace
}  // namespace kenpo::house
