// Each statement of the notice (section 7 and 9) is a behaviour with a test that bears its name.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <regex>

#include "tree.h"

namespace kenpo::house {
namespace {

constexpr std::array statements = {"O1", "O2", "O3", "O4", "O5", "O6", "H1", "H2",
                                   "H3", "H4", "P1", "P2", "P3", "P4", "P5", "T1",
                                   "T2", "T3", "T4", "T5", "C1", "C2"};

/// The names of all tests of the tree.
std::vector<std::string> names_of_tests() {
  const std::regex test(R"(^TEST(?:_F|_P)?\([A-Za-z0-9]+, ([A-Za-z0-9_]+)\))");
  std::vector<std::string> names;
  for (const auto& file : read_tree()) {
    if (!file.ends_with("_test.cpp")) continue;
    for (const auto& line : file.lines) {
      std::smatch match;
      if (std::regex_search(line, match, test)) names.push_back(match[1]);
    }
  }
  return names;
}

// `P5_…` is property 5 of the engine; `P5Every…` is statement P-5.
TEST(House, EveryStatementOfTheNoticeHasATestOfItsName) {
  const auto names = names_of_tests();
  EXPECT_GT(names.size(), 500U);
  for (const std::string id : statements) {
    const std::regex wanted("^" + id + (id.front() == 'P' ? "[A-Z]" : "(_|[A-Z])"));
    EXPECT_TRUE(std::ranges::any_of(names, [&](const std::string& name) {
      return std::regex_search(name, wanted);
    })) << id;
  }
}

}  // namespace
}  // namespace kenpo::house
