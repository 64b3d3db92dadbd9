#include "certificate/elderly_class_rule.h"

#include <gtest/gtest.h>

#include "tests/support/calendar.h"

namespace kenpo::certificate {
namespace {

using base::Date;
using base::Month;
using base::Yen;

struct Case {
  ElderlyShare share;
  std::int64_t standard;
  LowIncome low_income;
  LimitClass expected;
};

class ElderlyClass : public testing::TestWithParam<Case> {};

TEST_P(ElderlyClass, FollowsShareStandardAndTax) {
  const auto& [share, standard, low_income, expected] = GetParam();
  const auto found = elderly_limit_class(*Date::make(2026, 9, 1), share, Yen(standard), low_income);
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->value, expected);
  EXPECT_GE(found->basis.size(), 3U);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ElderlyClass,
    testing::Values(
        Case{ElderlyShare::active_income, 1'390'000, LowIncome::none, LimitClass::active_3},
        Case{ElderlyShare::active_income, 830'000, LowIncome::none, LimitClass::active_3},
        Case{ElderlyShare::active_income, 790'000, LowIncome::none, LimitClass::active_2},
        Case{ElderlyShare::active_income, 530'000, LowIncome::none, LimitClass::active_2},
        Case{ElderlyShare::active_income, 500'000, LowIncome::none, LimitClass::active_1},
        Case{ElderlyShare::active_income, 280'000, LowIncome::none, LimitClass::active_1},
        Case{ElderlyShare::active_income, 280'000, LowIncome::untaxed, LimitClass::active_1},
        Case{ElderlyShare::ordinary, 260'000, LowIncome::none, LimitClass::ordinary},
        Case{ElderlyShare::ordinary, 830'000, LowIncome::none, LimitClass::ordinary},
        Case{ElderlyShare::ordinary, 98'000, LowIncome::untaxed, LimitClass::low_2},
        Case{ElderlyShare::ordinary, 98'000, LowIncome::no_income, LimitClass::low_1}));

TEST(Calendar, ElderlyClassHoldsBetweenTheTwoTables) {
  EXPECT_EQ(test_support::calendar_spans([](Month month) {
              return !elderly_limit_class(month.last_day(), ElderlyShare::ordinary, Yen(200'000),
                                          LowIncome::none)
                          .ok();
            }),
            "2015-01..2018-07 2027-08..2027-12");
}

}  // namespace
}  // namespace kenpo::certificate
