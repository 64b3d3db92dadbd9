// Every name and every rule of this part on every month of the calendar.
#include <gtest/gtest.h>

#include "dependent/parent_rule.h"
#include "dependent/recognition_rule.h"
#include "tests/support/calendar.h"

namespace kenpo::dependent {
namespace {

using base::Date;
using base::Month;
using base::Yen;
using test_support::calendar_spans;

TEST(Calendar, NamesWithoutValueAreTheListedOnes) {
  const std::map<std::string, std::string> expected = {
      {"dependent.contract_income", "2015-01..2026-03"},
      {"dependent.income_limit.young", "2015-01..2025-09"},
      {"dependent.income_limit.young_first_age", "2015-01..2025-09"},
      {"dependent.income_limit.young_last_age", "2015-01..2025-09"},
      {"dependent.parent.close_incomes", "2015-01..2021-07"},
      {"dependent.residence", "2015-01..2020-03"},
      {"dependent.sibling_apart", "2015-01..2016-09"}};
  EXPECT_EQ(test_support::names_without_value("dependent."), expected);
}

bool recognition_fails(Month month, Relation relation, Household household) {
  const RecognitionInput input{.on = month.last_day(),
                               .born = *Date::make(month.year() - 20, 6, 15),
                               .relation = relation,
                               .household = household,
                               .income = Yen(500'000),
                               .other_income = {},
                               .contract_income = Yen(500'000),
                               .unemployment_daily = Yen(1),
                               .insured_income = Yen(6'000'000),
                               .remittance = Yen(900'000)};
  return !recognise(input).ok();
}

TEST(Calendar, RulesWithoutValueAreTheListedOnes) {
  for (int relation = 0; relation <= static_cast<int>(Relation::partner_child); ++relation) {
    const auto each = static_cast<Relation>(relation);
    EXPECT_EQ(calendar_spans(
                  [&](Month month) { return recognition_fails(month, each, Household::same); }),
              "");
    EXPECT_EQ(calendar_spans(
                  [&](Month month) { return recognition_fails(month, each, Household::other); }),
              each == Relation::sibling ? "2015-01..2016-09" : "");
  }
  EXPECT_EQ(calendar_spans([](Month month) {
              return !parent_of_dependents({month.last_day(), Yen(1), Yen(2), Parent::a}).ok();
            }),
            "2015-01..2021-07");
}

}  // namespace
}  // namespace kenpo::dependent
