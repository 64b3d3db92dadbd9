#include "premium/month_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kenpo::premium {
namespace {

using base::Rate;
using base::Yen;

/// A society's rates: the insured person bears at most half of each.
Rates any_rates() {
  const auto shared = [](std::int64_t highest) {
    const auto total = *rc::gen::inRange<std::int64_t>(0, highest + 1);
    return SharedRate{{total}, {*rc::gen::inRange<std::int64_t>(0, total / 2 + 1)}};
  };
  return {shared(130'000), shared(30'000), shared(5'000)};
}

Yen any_standard() { return Yen(*rc::gen::inRange<std::int64_t>(0, 5'730'001)); }
Care any_care() { return *rc::gen::element(Care::charged, Care::not_charged); }

TEST(MonthPremium, IsInsuredPlusEmployer) {
  EXPECT_TRUE(rc::check("the parts are the whole", [] {
    const auto premium = month_premium(any_standard(), any_rates(), any_care());
    RC_ASSERT(premium.insured + premium.employer == premium.total);
    RC_ASSERT(premium.insured >= Yen() && premium.employer >= Yen());
  }));
}

TEST(MonthPremium, TheInsuredShareIsWithinFiftySen) {
  EXPECT_TRUE(rc::check("rounded once, exactly 50 sen down", [] {
    const auto standard = any_standard();
    auto rates = any_rates();
    rates.general.total = rates.general.total + Rate{1};  // never the whole for one person
    const auto premium = month_premium(standard, rates, Care::charged);
    const auto rate = rates.general.insured + rates.care.insured + rates.child.insured;
    const auto exact = standard.amount() * rate.millionths;
    const auto over = premium.insured.amount() * 1'000'000 - exact;
    RC_ASSERT(over >= -500'000 && over < 500'000);
  }));
}

// The society's own rule: the contribution rounded by itself, at most a yen apart.
TEST(MonthPremium, TheContributionMayBeRoundedByItself) {
  // 150,000 at 41 ‰ and 1.15 ‰: 6,150 and 172.5; together 6,322.5 is 6,322, and so is 6,150 + 172.
  Rates rates{{Rate{82'000}, Rate{41'000}}, {}, {Rate{2'300}, Rate{1'150}}};
  EXPECT_EQ(month_premium(Yen(150'000), rates, Care::not_charged).insured, Yen(6'322));
  rates.child_rounding = ChildRounding::apart;
  EXPECT_EQ(month_premium(Yen(150'000), rates, Care::not_charged).insured, Yen(6'322));
  // 118,000 at 41.3 ‰ and 1.15 ‰: 4,873.4 and 135.7; together 5,009.1 is 5,009, apart 4,873 + 136.
  rates.general = {Rate{82'600}, Rate{41'300}};
  EXPECT_EQ(month_premium(Yen(118'000), rates, Care::not_charged).insured, Yen(5'009));
  // 98,000: 4,047.4 and 112.7; apart 4,047 + 113 = 4,160, together 4,160.1 is the same.
  // 88,000: 3,634.4 and 101.2; apart 3,634 + 101 = 3,735, together 3,735.6 is 3,736.
  EXPECT_EQ(month_premium(Yen(88'000), rates, Care::not_charged).insured, Yen(3'735));
  rates.child_rounding = ChildRounding::together;
  EXPECT_EQ(month_premium(Yen(88'000), rates, Care::not_charged).insured, Yen(3'736));
  EXPECT_TRUE(rc::check("a yen at most, the total the same, nothing below zero", [] {
    const auto standard = any_standard();
    auto drawn = any_rates();
    drawn.general.total = drawn.general.total + Rate{1};
    const auto care = any_care();
    const auto together = month_premium(standard, drawn, care);
    drawn.child_rounding = ChildRounding::apart;
    const auto apart = month_premium(standard, drawn, care);
    RC_ASSERT(apart.total == together.total);
    RC_ASSERT(apart.insured + apart.employer == apart.total);
    RC_ASSERT(apart.employer >= Yen());
    const auto over = apart.insured - together.insured;
    RC_ASSERT(over >= Yen(-1) && over <= Yen(1));
  }));
}

TEST(MonthPremium, NeverFallsWhenPayOrCareRises) {
  EXPECT_TRUE(rc::check("monotone", [] {
    const auto rates = any_rates();
    const auto low = any_standard();
    const auto high = low + Yen(*rc::gen::inRange(0, 100'000));
    const auto care = any_care();
    RC_ASSERT(month_premium(low, rates, care).total <= month_premium(high, rates, care).total);
    RC_ASSERT(month_premium(low, rates, care).insured <= month_premium(high, rates, care).insured);
    RC_ASSERT(month_premium(low, rates, Care::not_charged).total <=
              month_premium(low, rates, Care::charged).total);
  }));
}

TEST(MonthPremium, WhoBearsAllPaysTheTotal) {
  EXPECT_TRUE(rc::check("voluntary continuation", [] {
    auto rates = any_rates();
    for (auto* rate : {&rates.general, &rates.care, &rates.child}) rate->insured = rate->total;
    const auto premium = month_premium(any_standard(), rates, any_care());
    RC_ASSERT(premium.insured == premium.total);
    RC_ASSERT(premium.employer == Yen());
  }));
}

TEST(MonthPremium, TheExplanationSaysTheSameAndEndsWithTheParts) {
  EXPECT_TRUE(rc::check("one source", [] {
    const auto standard = any_standard();
    const auto rates = any_rates();
    const auto care = any_care();
    const auto decision = explain_month_premium(standard, rates, care);
    RC_ASSERT(decision.value == month_premium(standard, rates, care));
    RC_ASSERT(decision.basis.size() >= 6U);
    for (const auto& line : decision.basis) {
      RC_ASSERT(!line.step.ja.empty() && !line.step.en.empty() && !line.article.empty());
    }
  }));
}

}  // namespace
}  // namespace kenpo::premium
