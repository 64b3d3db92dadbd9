#include "premium/charged_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <optional>

namespace kenpo::premium {
namespace {

using base::Date;
using base::Month;

Date any_day() {
  return Date::of_serial(*rc::gen::inRange(Date::make(2010, 1, 1)->serial(),
                                           Date::make(2028, 1, 1)->serial()));
}

/// A bonus bears a premium only in a month that does.
TEST(Charged, ABonusFollowsItsMonth) {
  EXPECT_TRUE(rc::check("bonus implies month", [] {
    const Date acquired = any_day();
    const Insured insured{acquired, acquired.plus_days(*rc::gen::inRange(0, 400))};
    const Date paid = any_day();
    const bool charged = bonus_charged(insured, paid);
    RC_ASSERT(!charged || month_charged(insured, paid.in_month()));
    RC_ASSERT(explain_bonus_charged(insured, paid).value == charged);
  }));
}

/// Moving to another employer of the same society on the day of loss: no month is charged twice
/// and none is left out, unless somebody came and went within a month.
TEST(Charged, ChangingTheEmployerLeavesNoMonthOut) {
  EXPECT_TRUE(rc::check("one premium a month", [] {
    const Date acquired = any_day();
    const Date moved = acquired.plus_days(*rc::gen::inRange(40, 900));
    const Insured before{acquired, moved};
    const Insured after{moved, std::nullopt};
    for (Month month = acquired.in_month(); month <= moved.in_month().plus(3);
         month = month.plus(1)) {
      RC_ASSERT(month_charged(before, month) != month_charged(after, month));
    }
  }));
}

TEST(Care, IsChargedForThreeHundredMonths) {
  EXPECT_TRUE(rc::check("40 to 64 are 25 years", [] {
    const Date born = any_day().plus_days(-365 * 55);
    int months = 0;
    const Month first = born.in_month().plus(39 * 12);
    for (Month month = first; month <= first.plus(27 * 12); month = month.plus(1)) {
      if (month < *Month::make(2000, 4)) continue;
      const auto charged = care_charged(born, month);
      RC_ASSERT(charged.ok());
      RC_ASSERT(explain_care_charged(born, month)->value == *charged);
      months += *charged ? 1 : 0;
    }
    const auto begin = care_months(born, *Month::make(2026, 1))->first;
    const int before = begin < *Month::make(2000, 4) ? Month::make(2000, 4)->since(begin) : 0;
    RC_ASSERT(months == 300 - before);
  }));
}

}  // namespace
}  // namespace kenpo::premium
