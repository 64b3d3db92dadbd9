#include "cases/cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cases/rule_table.h"

namespace kenpo::cases {
namespace {

namespace files = std::filesystem;
using base::Language;

Report ran(std::string_view text, Language language = Language::english) {
  Report report;
  run_text("t.cases", text, language, report);
  return report;
}

/// Tables of published examples, which may stand beside the source tree.
class Published : public testing::TestWithParam<const char*> {};

TEST_P(Published, EveryRowHolds) {
  const auto path = files::path(KENPO_SOURCE_DIR) / ".." / "shared" / "cases" / GetParam();
  if (!files::exists(path)) GTEST_SKIP() << "published tables are absent: " << path;
  const std::vector<std::string> paths = {path.string()};
  const auto report = run(paths, Language::english);
  EXPECT_EQ(report.exit_status(), 0) << report.errors << report.text;
}

INSTANTIATE_TEST_SUITE_P(Tables, Published,
                         testing::Values("dates.cases", "identifiers.cases", "remuneration.cases",
                                         "premium.cases", "certificate.cases", "dependent.cases",
                                         "benefit_high_cost.cases", "benefit_cash.cases",
                                         "checkup.cases", "office.cases"),
                         [](const auto& each) {
                           const std::string file = each.param;
                           return file.substr(0, file.find('.'));
                         });

TEST(Own, EveryTableBesideARuleHolds) {
  std::vector<std::string> paths;
  for (const auto& entry :
       files::recursive_directory_iterator(files::path(KENPO_SOURCE_DIR) / "src")) {
    if (entry.path().extension() == ".cases") paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  ASSERT_FALSE(paths.empty());
  const auto report = run(paths, Language::english);
  EXPECT_EQ(report.exit_status(), 0) << report.errors << report.text;
}

constexpr std::string_view head = "rule\tdate.reaches_age\nwhy\tborn\tage\t=on\tsource\n";

std::string reaches(std::string_view row) { return std::string(head) + std::string(row) + "\n"; }

TEST(Engine, AnEqualRowPasses) {
  const auto report = ran(reaches("a\t1986-12-10\t40\t2026-12-09\tx"));
  EXPECT_EQ(report.passed, 1U);
  EXPECT_EQ(report.exit_status(), 0);
}

TEST(Engine, ADifferenceTellsPlaceExpectedAndGot) {
  const auto report = ran(reaches("a\t1986-12-10\t40\t2026-12-10\tx"));
  EXPECT_EQ(report.failed, 1U);
  EXPECT_EQ(report.exit_status(), 1);
  EXPECT_EQ(report.text,
            "t.cases:3: date.reaches_age =on expected 2026-12-10 got 2026-12-09 (a)\n");
}

TEST(Engine, AMissingValueIsADashAndTellsWhy) {
  const auto report = ran("rule\tpremium.care\nwhy\tborn\tmonth\t=charged\tsource\n"
                          "before care insurance\t1950-01-01\t1999-12\t-\tx\n"
                          "the same\t1950-01-01\t1999-12\tyes\tx\n");
  EXPECT_EQ(report.passed, 1U);
  EXPECT_EQ(report.failed, 1U);
  EXPECT_NE(report.text.find("got - [law premium.care.first_age"), std::string::npos)
      << report.text;
}

TEST(Engine, NoRowAtAllIsNoSuccess) {
  EXPECT_EQ(ran("").exit_status(), 1);
  EXPECT_EQ(ran("# only a comment\n").exit_status(), 1);
  EXPECT_EQ(ran(head).exit_status(), 1);
}

TEST(Engine, ManyTablesInOneFile) {
  const auto one = reaches("a\t1986-12-10\t40\t2026-12-09\tx");
  const auto report = ran(one + "\n# comment\n" + one);
  EXPECT_EQ(report.passed, 2U);
  EXPECT_EQ(report.exit_status(), 0);
}

struct Wrong {
  const char* name;
  std::string table;
  const char* told;
};

class WrongTable : public testing::TestWithParam<Wrong> {};

TEST_P(WrongTable, IsToldAndFails) {
  for (const auto language : {Language::english, Language::japanese}) {
    const auto report = ran(GetParam().table, language);
    EXPECT_EQ(report.exit_status(), 1);
    EXPECT_EQ(report.passed, 0U);
    EXPECT_NE(report.errors.find(GetParam().told), std::string::npos) << report.errors;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Tables, WrongTable,
    testing::Values(
        Wrong{"UnknownRule", "rule\tno.such\nwhy\t=a\tsource\na\tb\tc\n", "no.such"},
        Wrong{"UnknownInput", "rule\tdate.era\nwhy\tday\t=long\tsource\na\tb\tc\td\n", "`day`"},
        Wrong{"UnknownResult", "rule\tdate.era\nwhy\tdate\t=brief\tsource\n", "`=brief`"},
        Wrong{"ColumnTwice", "rule\tdate.era\nwhy\tdate\tdate\tsource\n", "`date`"},
        Wrong{"NoSource", "rule\tdate.era\nwhy\tdate\t=long\n", "source"},
        Wrong{"NoRuleLine", "why\tdate\t=long\tsource\n", "rule"},
        Wrong{"TooFewCells", reaches("a\t1986-12-10\t40\t2026-12-09"), "4 / 5"},
        Wrong{"TooManyCells", reaches("a\t1986-12-10\t40\t2026-12-09\tx\ty"), "6 / 5"},
        Wrong{"ComparesNothing", reaches("a\t1986-12-10\t40\t\tx"), "t.cases:3"},
        Wrong{"NoSuchDay", reaches("a\t1986-02-30\t40\t2026-12-09\tx"), "`1986-02-30`"},
        Wrong{"NotGiven", reaches("a\t\t40\t2026-12-09\tx"), "born"},
        Wrong{"NoNumber", reaches("a\t1986-12-10\tforty\t2026-12-09\tx"), "`forty`"},
        Wrong{"CarriageReturn", "rule\tdate.era\r\n", "LF"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Engine, TheRowsOfAnUnknownRuleCountAsFailed) {
  const auto report = ran("rule\tno.such\nwhy\t=a\tsource\na\tb\tc\nd\te\tf\n\n" +
                          reaches("a\t1986-12-10\t40\t2026-12-09\tx"));
  EXPECT_EQ(report.failed, 2U);
  EXPECT_EQ(report.passed, 1U);
  EXPECT_EQ(report.exit_status(), 1);
}

TEST(Engine, AFileThatIsNotThereFails) {
  const std::vector<std::string> paths = {"no/such/file.cases"};
  const auto report = run(paths, Language::japanese);
  EXPECT_EQ(report.exit_status(), 1);
  EXPECT_EQ(report.text, "0 passed, 0 failed\n");
  EXPECT_NE(report.errors.find("no/such/file.cases"), std::string::npos);
}

TEST(Engine, ListsEveryRuleWithColumnsAndArticle) {
  const auto text = list();
  EXPECT_EQ(std::ranges::count(text, '\n'), std::ssize(rule_tables()));
  EXPECT_NE(text.find("premium.charged\tacquired lost month =charged\t健康保険法156条\n"),
            std::string::npos);
}

}  // namespace
}  // namespace kenpo::cases
