#include "premium/charged_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <optional>
#include <vector>

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

struct OutsideRow {
  const char* why;
  Date born;
  std::vector<CareExclusion> exclusions;
  Month month;
  bool outside;
};

// 健康保険法156条2項, 施行令45条
TEST(Care, LeavingAndComingBackAndBecomingInsuredInTheMonthOfLeaving) {
  const auto day = [](int year, int month, int of) { return *Date::make(year, month, of); };
  const auto june = *Month::make(2026, 6);
  const auto old = day(1981, 1, 20);
  const auto forty = day(1986, 6, 11);  // 40 is reached on 2026-06-10
  const std::vector<OutsideRow> rows{
      {"never left", old, {}, june, false},
      {"left in the month", old, {{day(2026, 6, 20), {}}}, june, true},
      {"the month before leaving", old, {{day(2026, 7, 1), {}}}, june, false},
      {"back in the month", old, {{day(2026, 6, 2), day(2026, 6, 20)}}, june, false},
      {"back on the first of the next month", old, {{day(2026, 6, 2), day(2026, 6, 30)}}, june,
       true},
      {"40 reached, then left", forty, {{day(2026, 6, 20), {}}}, june, false},
      {"40 reached, left: the month after", forty, {{day(2026, 6, 20), {}}}, june.plus(1), true},
      {"left on the day on which 40 is reached", forty, {{day(2026, 6, 10), {}}}, june, true},
      {"left before 40 was reached", forty, {{day(2026, 6, 9), {}}}, june, true},
      {"returned, then left again", old,
       {{day(2026, 4, 1), day(2026, 6, 9)}, {day(2026, 6, 20), {}}}, june, false},
      {"one time follows the other", old,
       {{day(2026, 4, 1), day(2026, 6, 9)}, {day(2026, 6, 10), {}}}, june, true},
      {"returned and left again: the month after", old,
       {{day(2026, 6, 20), {}}, {day(2026, 4, 1), day(2026, 6, 9)}}, june.plus(1), true},
  };
  for (const auto& row : rows) {
    const auto outside = outside_care(row.exclusions, row.born, row.month);
    ASSERT_TRUE(outside.ok()) << row.why;
    EXPECT_EQ(*outside, row.outside) << row.why;
  }
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
