// What has to hold of the cash benefits, whatever the figures are.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

#include "benefit/childbirth_rule.h"
#include "benefit/limitation_rule.h"
#include "benefit/maternity_rule.h"
#include "benefit/sickness_allowance_rule.h"

namespace kenpo::benefit {
namespace {

using base::Date;
using base::Yen;

Date any_day() { return Date::make(2020, 7, 2)->plus_days(*rc::gen::inRange(0, 2600)); }

std::vector<Yen> any_standards(int least, int most) {
  std::vector<Yen> standards;
  for (int count = *rc::gen::inRange(least, most + 1); count > 0; --count) {
    standards.push_back(Yen(*rc::gen::inRange<std::int64_t>(58, 1391) * 1000));
  }
  return standards;
}

TEST(SicknessDaily, LiesBetweenTheLowestAndHighestMonth) {
  EXPECT_TRUE(rc::check("an average", [] {
    const auto standards = any_standards(12, 18);
    const auto amount = sickness_daily_amount(any_day(), standards, {});
    RC_ASSERT(amount.ok());
    const auto [low, high] = std::ranges::minmax(standards);
    RC_ASSERT(amount->value.base.amount() * 30 >= low.amount() - 150);
    RC_ASSERT(amount->value.base.amount() * 30 <= high.amount() + 150);
    RC_ASSERT(amount->value.base.amount() % 10 == 0);
    // Two thirds, less than a yen away.
    const auto off = amount->value.daily.amount() * 3 - amount->value.base.amount() * 2;
    RC_ASSERT(off >= -1 && off <= 1);
  }));
}

TEST(SicknessDaily, OfFewMonthsIsNeverAboveTheSociety) {
  EXPECT_TRUE(rc::check("the lower of two", [] {
    const auto standards = any_standards(1, 11);
    const Yen average(*rc::gen::inRange<std::int64_t>(100'000, 600'000));
    const auto day = any_day();
    const auto amount = sickness_daily_amount(day, standards, average);
    const std::vector<Yen> society(12, average);
    RC_ASSERT(amount->value.base <= sickness_daily_amount(day, society, {})->value.base + Yen(700));
    const auto higher = sickness_daily_amount(day, standards, average + Yen(50'000));
    RC_ASSERT(amount->value.base <= higher->value.base);
  }));
}

TEST(SicknessDaily, AsksForWhatItNeeds) {
  const Date day = *Date::make(2026, 9, 1);
  const std::vector<Yen> few(11, Yen(300'000));
  EXPECT_FALSE(sickness_daily_amount(day, few, {}).ok());
  EXPECT_FALSE(sickness_daily_amount(day, {}, Yen(300'000)).ok());
}

TEST(SicknessSpan, EveryPaidDayShortensIt) {
  EXPECT_TRUE(rc::check("546 to 550 days", [] {
    const auto first = any_day();
    const int paid = *rc::gen::inRange(0, 600);
    const auto resumes = first.plus_days(*rc::gen::inRange(0, 900));
    const auto span = sickness_span(first, paid, resumes);
    RC_ASSERT(span.ok());
    const auto& value = span->value;
    // 550 where the span holds a leap day: from 1 March 2023 to 31 August 2024.
    RC_ASSERT(*value.days >= 546 && *value.days <= 550);
    RC_ASSERT(*value.remaining == std::max(0, *value.days - paid));
    RC_ASSERT(value.ends_on.has_value() == (*value.remaining > 0));
    if (value.ends_on) RC_ASSERT((base::Span{resumes, *value.ends_on}.days() == *value.remaining));
  }));
}

TEST(SicknessSpan, RefusesToResumeBeforeTheStart) {
  const Date first = *Date::make(2026, 9, 1);
  EXPECT_FALSE(sickness_span(first, 0, first.plus_days(-1)).ok());
}

TEST(SicknessPayment, OffsetsNeverAddUp) {
  EXPECT_TRUE(rc::check("the larger of pay and pension", [] {
    SicknessClaim claim{Yen(*rc::gen::inRange<std::int64_t>(1, 31'000)), *rc::gen::inRange(0, 120),
                        *rc::gen::inRange(0, 4), Yen(*rc::gen::inRange<std::int64_t>(0, 31'000)),
                        Yen(*rc::gen::inRange<std::int64_t>(0, 5'000'000))};
    const auto day = any_day();
    const auto both = sickness_payment(day, claim)->value;
    auto pay_alone = claim;
    pay_alone.pension_year = Yen();
    auto pension_alone = claim;
    pension_alone.pay_daily = Yen();
    RC_ASSERT(both.paid_daily == std::min(sickness_payment(day, pay_alone)->value.paid_daily,
                                          sickness_payment(day, pension_alone)->value.paid_daily));
    RC_ASSERT(both.amount <= claim.daily * claim.days);
  }));
}

TEST(Maternity, HoldsTheBirthAndNeverStartsTooEarly) {
  EXPECT_TRUE(rc::check("98 days and the delay", [] {
    const auto expected = any_day();
    const auto born = expected.plus_days(*rc::gen::inRange(-60, 30));
    const auto pregnancy = *rc::gen::element(Pregnancy::single, Pregnancy::multiple);
    const auto period = maternity_period({expected, born, pregnancy});
    RC_ASSERT(period.ok() && period->value.holds(born));
    const int usual = pregnancy == Pregnancy::single ? 98 : 154;
    RC_ASSERT(period->value.days() == usual + std::max(0, born.since(expected)));
    const auto absent = period->value.from.plus_days(*rc::gen::inRange(-10, 90));
    const auto later = maternity_period({expected, born, pregnancy, absent});
    RC_ASSERT(later->value.from == std::max(absent, period->value.from));
    RC_ASSERT(later->value.to == period->value.to);
  }));
}

TEST(Childbirth, GrantAndDifference) {
  EXPECT_TRUE(rc::check("by the child", [] {
    ChildbirthInput input{
        Date::make(2023, 4, 1)->plus_days(*rc::gen::inRange(0, 1500)), *rc::gen::inRange(12, 43),
        *rc::gen::element(CompensationScheme::inside, CompensationScheme::outside), 1,
        Yen(*rc::gen::inRange<std::int64_t>(0, 900'000))};
    const auto one = childbirth_grant(input)->value;
    input.children = *rc::gen::inRange(1, 5);
    const auto more = childbirth_grant(input)->value;
    RC_ASSERT(more.grant == one.grant * input.children);
    RC_ASSERT(*more.difference <= more.grant && *more.difference >= Yen());
    RC_ASSERT(*more.difference == Yen() || *more.difference + *input.cost == more.grant);
  }));
}

TEST(Limitation, IsTwoYearsFromTheNextDay) {
  EXPECT_TRUE(rc::check("the day two years later", [] {
    const auto fact = any_day();
    const auto span = limitation_after(fact)->value;
    RC_ASSERT(span.from == fact.plus_days(1));
    RC_ASSERT(span.to == fact.plus_years_clamped(2) ||
              span.to.plus_days(1) == span.from.plus_years_clamped(2) ||
              span.to == span.from.plus_years_clamped(2));
    RC_ASSERT(span.days() >= 730 && span.days() <= 731);
  }));
}

}  // namespace
}  // namespace kenpo::benefit
