#include "certificate/elderly_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "certificate/limit_class_rule.h"

namespace kenpo::certificate {
namespace {

using base::Date;
using base::Month;
using base::Rate;
using base::Yen;

Date any_birth() { return Date::make(1945, 1, 1)->plus_days(*rc::gen::inRange(0, 365 * 12)); }
Yen any_standard() { return Yen(*rc::gen::inRange<std::int64_t>(58, 1391) * 1000); }

/// Sixty months: born on the 1st from the month of 70 to the one before 75, else a month later
/// each.
TEST(ElderlyShare, HoldsFromSeventyToSeventyFiveWithoutAGap) {
  EXPECT_TRUE(rc::check("one run of months", [] {
    const Date born = any_birth();
    const auto standard = any_standard();
    int months = 0;
    int runs = 0;
    bool held = false;
    for (Month month = *Month::make(2015, 1); month <= *Month::make(2034, 12);
         month = month.plus(1)) {
      const auto share = elderly_share({month, born, born, Person::insured, standard});
      RC_ASSERT(share.ok());
      const bool holds = share->value.has_value();
      months += holds ? 1 : 0;
      runs += holds && !held ? 1 : 0;
      held = holds;
    }
    RC_ASSERT(runs == 1);
    RC_ASSERT(months == 60);
  }));
}

TEST(ElderlyShare, ADependentNeverPaysMoreThanTheInsuredPersonOfTheSameAge) {
  EXPECT_TRUE(rc::check("110条2項", [] {
    const Date insured_born = any_birth();
    const Date born = any_birth();
    const Month month = Month::make(2020, 1)->plus(*rc::gen::inRange(0, 90));
    const auto standard = any_standard();
    const auto as_insured = elderly_share({month, born, born, Person::insured, standard});
    const auto as_dependent =
        elderly_share({month, insured_born, born, Person::dependent, standard});
    RC_ASSERT(as_insured.ok() && as_dependent.ok());
    RC_ASSERT(as_insured->value.has_value() == as_dependent->value.has_value());
    if (as_insured->value) RC_ASSERT(*as_dependent->value <= *as_insured->value);
  }));
}

TEST(ElderlyShare, MoreIncomeNeverLowersTheShare) {
  EXPECT_TRUE(rc::check("monotone in income", [] {
    const Date born = *Date::make(1955, 4, 10);
    const auto standard = any_standard();
    const int members = *rc::gen::inRange(1, 4);
    const Yen income(*rc::gen::inRange<std::int64_t>(3'000'000, 6'000'000));
    ElderlyInput input{*Month::make(2026, 9), born,     born,
                       Person::insured,       standard, Relief{income, members}};
    const auto less = elderly_share(input);
    input.relief->income += Yen(*rc::gen::inRange<std::int64_t>(0, 2'000'000));
    const auto more = elderly_share(input);
    RC_ASSERT(*less->value <= *more->value);
  }));
}

TEST(ElderlyShare, TellsEveryStep) {
  const Date born = *Date::make(1955, 4, 10);
  const auto share = elderly_share({*Month::make(2026, 9), born, born, Person::insured,
                                    Yen(300'000), Relief{Yen(3'829'999), 1}});
  ASSERT_TRUE(share.ok());
  EXPECT_EQ(share->value, Rate{200'000});
  EXPECT_EQ(share->basis.size(), 8U);
  for (const auto& line : share->basis) {
    EXPECT_FALSE(line.step.ja.empty() || line.step.en.empty() || line.article.empty());
  }
}

TEST(LimitClass, NeverGetsLighterWithMorePay) {
  EXPECT_TRUE(rc::check("ア is the heaviest", [] {
    const Date on = *Date::make(2026, 9, 1);
    const auto low = any_standard();
    const auto high = low + Yen(*rc::gen::inRange<std::int64_t>(0, 500'000));
    for (const auto tax : {MunicipalTax::taxed, MunicipalTax::untaxed}) {
      RC_ASSERT(limit_class(on, high, tax)->value <= limit_class(on, low, tax)->value);
    }
  }));
}

}  // namespace
}  // namespace kenpo::certificate
