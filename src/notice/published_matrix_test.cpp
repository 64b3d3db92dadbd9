// All 15 × 37 cells at compile time: an Access is made from a Grant for exactly the 43 published
// pairs. What must not compile is also given to the compiler.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

#include "notice/grant.h"

namespace kenpo::notice {
namespace {

// The table again as the notice has it: for each category the numbers of its purposes, so that a
// mistake in is_published() cannot hide itself.
struct TableRow {
  int category;
  int purposes[7];
};
constexpr TableRow table_rows[] = {
    {0, {0, 1, 2, 3, 4, 5, 6}},
    {1, {7, 8, -1}},
    {2, {7, -1}},
    {3, {9, 10, -1}},
    {4, {11, 5, -1}},
    {5, {11, 12, 13, 14, -1}},
    {6, {15, 16, 17, -1}},
    {7, {18, 19, 20, 21, 22, 4, -1}},
    {8, {23, 24, 25, -1}},
    {9, {26, 27, -1}},
    {10, {28, 29, -1}},
    {11, {28, 30, -1}},
    {12, {31, -1}},
    {13, {32, 33, 34, -1}},
    {14, {35, 34, 36, -1}},
};

constexpr bool in_table(std::size_t category, std::size_t purpose) {
  for (const int each : table_rows[category].purposes) {
    if (each < 0) break;
    if (static_cast<std::size_t>(each) == purpose) return true;
  }
  return false;
}

template <std::size_t category, std::size_t purpose>
constexpr bool cell_opens() {
  return std::is_constructible_v<Access<static_cast<Category>(category)>,
                                 const Grant<static_cast<Purpose>(purpose)>&>;
}

template <std::size_t category, std::size_t... purposes>
constexpr bool row_holds(std::index_sequence<purposes...>) {
  return ((cell_opens<category, purposes>() == in_table(category, purposes)) && ...);
}

template <std::size_t... categories>
constexpr bool matrix_holds(std::index_sequence<categories...>) {
  return (row_holds<categories>(std::make_index_sequence<purposes_count>()) && ...);
}

template <std::size_t category, std::size_t... purposes>
constexpr std::size_t opened_in_row(std::index_sequence<purposes...>) {
  return (std::size_t{cell_opens<category, purposes>()} + ...);
}

template <std::size_t... categories>
constexpr std::size_t opened(std::index_sequence<categories...>) {
  return (opened_in_row<categories>(std::make_index_sequence<purposes_count>()) + ...);
}

constexpr auto every_category = std::make_index_sequence<categories_count>();
static_assert(matrix_holds(every_category));
static_assert(opened(every_category) == 43);
// A grant and an access cannot be made out of nothing.
static_assert(!std::is_default_constructible_v<Grant<Purpose::training>>);
static_assert(!std::is_constructible_v<Grant<Purpose::training>, Recorder&, std::uint32_t>);
static_assert(!std::is_default_constructible_v<Access<Category::eligibility>>);
static_assert(!std::is_convertible_v<Grant<Purpose::training>, Grant<Purpose::employee_welfare>>);

TEST(PublishedMatrix, FortyThreeCellsOpenAndTheOther512DoNot) {
  EXPECT_EQ(opened(every_category), 43U);
  EXPECT_EQ(categories_count * purposes_count - opened(every_category), 512U);
}

// Whether the compiler takes the lines, behind what every file with an operation has.
bool compiles(const std::string& lines) {
  const std::string path = testing::TempDir() + "published_matrix.cpp";
  std::ofstream(path) << "#include \"notice/grant.h\"\n"
                         "using namespace kenpo::notice;\n"
                         "using enum Category;\n"
                         "void read_claims(const Access<medical_claim>&);\n"
                         "inline constexpr Operation operation{\"x.show\", \"x\", Verb::read,\n"
                         "  PairList(Pair{medical_claim, Purpose::medical_cost_notice}),\n"
                         "  Statute::none};\n"
                      << lines;
  const std::string command =
      "c++ -std=c++23 -fsyntax-only -I " KENPO_SOURCE_DIR "/src " + path + " 2>/dev/null";
  return std::system(command.c_str()) == 0;
}

TEST(PublishedMatrix, WhatTheNoticeDoesNotPublishDoesNotCompile) {
  if (std::system("command -v c++ >/dev/null 2>&1") != 0) GTEST_SKIP() << "no compiler here";
  const std::string begins = "void act(const Permit<operation>& permit) { ";
  ASSERT_TRUE(compiles(begins + "read_claims(permit.grant<Purpose::medical_cost_notice>()); }"));
  const std::string refused[] = {
      // A purpose of the category that the operation does not list.
      begins + "read_claims(permit.grant<Purpose::medical_cost_analysis>()); }",
      // A category that the notice does not open for the purpose.
      begins + "Access<work_status> key(permit.grant<Purpose::medical_cost_notice>()); }",
      // A published purpose, under a category that publishes it not.
      "void act(const Grant<Purpose::sickness_allowance_examination_and_payment>& grant) {"
      " Access<medical_claim> key(grant); }",
      // An operation that names a pair outside the 43.
      "inline constexpr Operation wrong{\"y.show\", \"y\", Verb::read,\n"
      "  PairList(Pair{work_status, Purpose::medical_cost_notice}), Statute::none};\n"
      "void act(const Permit<wrong>& permit) { permit.recorder(); }",
      // A grant of one's own making.
      "Grant<Purpose::training> grant(Recorder& recorder) { return {recorder, 1U}; }",
  };
  for (const std::string& lines : refused) EXPECT_FALSE(compiles(lines)) << lines;
}

}  // namespace
}  // namespace kenpo::notice
