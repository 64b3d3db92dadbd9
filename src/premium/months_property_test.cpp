// For any settings and any history: the shares make the total, no month has a gap or two premiums,
// and who earns more never pays less.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "premium/assessment_rule.h"

namespace kenpo::premium {
namespace {

using base::Month;
using base::Yen;

/// With and without flat care amounts, the contribution rounded together or apart.
SocietyRates any_settings() {
  const auto shared = [](std::int64_t highest) {
    const auto total = *rc::gen::inRange<std::int64_t>(1, highest + 1);
    return SharedRate{{total}, {*rc::gen::inRange<std::int64_t>(0, total / 2 + 1)}};
  };
  SocietyRates rates{.basic = shared(60'000),
                     .specific = shared(60'000),
                     .adjustment = shared(2'000),
                     .care = shared(20'000),
                     .child = shared(5'000)};
  rates.child_rounding = *rc::gen::element(ChildRounding::together, ChildRounding::apart);
  rates.specific_insured =
      *rc::gen::element(SpecificInsured::charged, SpecificInsured::not_charged);
  Yen lowest;
  Yen amount;
  for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
    amount += Yen(*rc::gen::inRange<std::int64_t>(0, 5'000));
    const Yen insured(*rc::gen::inRange<std::int64_t>(0, amount.amount() / 2 + 1));
    rates.care_bands.push_back({lowest, {amount, insured}});
    lowest += Yen(*rc::gen::inRange<std::int64_t>(1, 500'000));
  }
  return rates;
}

Yen any_standard() { return Yen(*rc::gen::inRange<std::int64_t>(58, 1'391) * 1'000); }

TEST(MonthsProperty, TheSharesMakeTheTotalUnderAnySettings) {
  EXPECT_TRUE(rc::check("insured and employer, and the kinds", [] {
    const auto rates = any_settings();
    const auto care = *rc::gen::element(Care::charged, Care::not_charged);
    const auto owed = owed_of(any_standard(), care, rates);
    RC_ASSERT(Yen() <= owed.insured && owed.insured <= owed.total);
    // The kinds are exact; the total is their sum with the fraction dropped once.
    RC_ASSERT(owed.parts.sum() / 1'000'000 == owed.total.amount());
    RC_ASSERT(billed_of(owed.parts).total() == owed.total);
    // At most half is the insured person's, but for the rounding of a yen (or two, rounded apart).
    RC_ASSERT(2 * owed.insured.amount() <= owed.total.amount() + 2);
  }));
}

TEST(MonthsProperty, WhoEarnsMoreNeverPaysLess) {
  EXPECT_TRUE(rc::check("as the amounts of the bands rise", [] {
    const auto rates = any_settings();
    const auto low = any_standard();
    const auto high = low + Yen(*rc::gen::inRange<std::int64_t>(0, 200) * 1'000);
    for (const auto care : {Care::charged, Care::not_charged}) {
      RC_ASSERT(owed_of(low, care, rates).total <= owed_of(high, care, rates).total);
    }
  }));
}

/// One person's periods, each beginning on the day the one before it was lost.
std::vector<PeriodFacts> any_chain(Month first) {
  std::vector<PeriodFacts> chain;
  const auto person = base::PersonId::draw();
  auto acquired = first.first_day().plus_days(*rc::gen::inRange(0, 28));
  for (int left = *rc::gen::inRange(1, 6); left > 0; --left) {
    // Short ones are likely: several moves in a month.
    const auto days = *rc::gen::oneOf(rc::gen::inRange(1, 20), rc::gen::inRange(20, 200));
    PeriodFacts facts{.period = eligibility::PeriodId::draw(),
                      .person = person,
                      .establishment = base::EstablishmentId::draw(),
                      .born = base::Date::make(1990, 6, 15).value(),
                      .insured = {acquired, acquired.plus_days(days)}};
    if (left == 1) facts.insured.lost.reset();
    facts.standards.push_back({acquired.in_month(), any_standard()});
    acquired = acquired.plus_days(days);
    chain.push_back(std::move(facts));
  }
  find_unbroken(chain);
  return chain;
}

TEST(MonthsProperty, NoMonthHasAGapOrTwoPremiums) {
  EXPECT_TRUE(rc::check("however often somebody moves within the society", [] {
    const auto first = Month::make(2025, 1).value();
    const auto chain = any_chain(first);
    const auto rates = any_settings();
    for (auto month = first; month < first.plus(30); month = month.plus(1)) {
      int premiums = 0;
      for (const auto& facts : chain) {
        const auto owed = owed_in(facts, month, rates);
        RC_ASSERT(owed.ok());
        RC_ASSERT(!owed->without_standard);
        premiums += owed->monthly ? 1 : 0;
      }
      RC_ASSERT(premiums == 1);
    }
  }));
}

TEST(MonthsProperty, ALastLossEndsThePremiumsWithTheMonthBefore) {
  EXPECT_TRUE(rc::check("but a month in which it all began is charged once", [] {
    const auto first = Month::make(2025, 1).value();
    auto chain = any_chain(first);
    const auto begun = chain.front().insured.acquired.in_month();
    const auto lost = chain.back().insured.acquired.plus_days(*rc::gen::inRange(1, 90));
    chain.back().insured.lost = lost;
    find_unbroken(chain);
    const auto rates = any_settings();
    for (auto month = first; month < first.plus(36); month = month.plus(1)) {
      int premiums = 0;
      for (const auto& facts : chain) {
        const auto owed = owed_in(facts, month, rates);
        RC_ASSERT(owed.ok());
        premiums += owed->monthly ? 1 : 0;
      }
      const bool charged = month < lost.in_month() || begun == lost.in_month();
      RC_ASSERT(premiums == (charged && month <= lost.in_month() ? 1 : 0));
    }
  }));
}

}  // namespace
}  // namespace kenpo::premium
