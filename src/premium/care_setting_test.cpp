// 特定被保険者 and 特別介護保険料額: off by default, by the society's own dated rules.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "premium/change_society_for_tests.h"
#include "premium/explain_premium_act.h"
#include "premium/specific_insured_rule.h"

namespace kenpo::premium {
namespace {

using namespace change_tests;

class CareSettingTest : public ChangeTest {
 protected:
  bool refused(const CareSetting& setting) {
    auto ledger = this->ledger();
    return !enter_care_setting(ledger, society_.clerk(), setting).ok();
  }
  bool explained(Month month, std::string_view article) {
    auto ledger = this->ledger();
    const auto premium =
        must(explain_premium(ledger, society_.clerk(), period().person, month));
    return std::ranges::any_of(premium.periods.at(0).lines,
                               [&](const auto& line) { return line.article == article; });
  }
};

TEST_F(CareSettingTest, ACareInsuredDependentChangesNothingUntilTheSocietySaysSo) {
  take(acquisition("1", day(2026, 4, 1), 300'000));
  add_husband(day(2026, 4, 1));
  levy(month_of(2026, 4));
  EXPECT_EQ(bill(month_of(2026, 4)).this_month.care, Yen());
  set({.from = month_of(2026, 5), .specific = SpecificInsured::charged});
  levy(month_of(2026, 5));
  EXPECT_EQ(bill(month_of(2026, 5)).this_month.care, Yen(5'400));  // 300,000 × 18 ‰
  EXPECT_EQ(bill(month_of(2026, 5)).earlier.size(), 0U) << "April stays as it was";
  EXPECT_FALSE(explained(month_of(2026, 4), "健康保険法附則7条1項"));
  EXPECT_TRUE(explained(month_of(2026, 5), "健康保険法附則7条1項"));
  set({.from = month_of(2026, 6)});
  levy(month_of(2026, 6));
  EXPECT_EQ(bill(month_of(2026, 6)).this_month.care, Yen());
}

TEST_F(CareSettingTest, ADependentWhoComesLateIsADifferenceOfTheEarlierMonths) {
  set({.from = month_of(2026, 4), .specific = SpecificInsured::charged});
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy_all(month_of(2026, 4), month_of(2026, 6));
  EXPECT_EQ(bill(month_of(2026, 6)).this_month.care, Yen());
  // In force from May to 20 June: June is the month in which it ends.
  add_husband(day(2026, 5, 10), day(2026, 6, 20));
  levy(month_of(2026, 7));
  const auto july = bill(month_of(2026, 7));
  EXPECT_EQ(july.this_month.care, Yen());
  ASSERT_EQ(july.earlier.size(), 1U);
  EXPECT_EQ(july.earlier[0].month, month_of(2026, 5));
  EXPECT_EQ(july.earlier[0].amount.care, Yen(5'400));
  EXPECT_EQ(levy(month_of(2026, 7)).outcome, LevyOutcome::unchanged);
}

TEST_F(CareSettingTest, AFlatAmountTakesThePlaceOfTheRate) {
  set({.from = month_of(2026, 4),
       .specific = SpecificInsured::charged,
       .bands = {{Yen(), {Yen(2'000), Yen(1'000)}}, {Yen(300'000), {Yen(4'001), Yen(1'999)}}}});
  take(acquisition("1", day(2026, 4, 1), 300'000));
  add_husband(day(2026, 4, 1));
  levy(month_of(2026, 4));
  EXPECT_EQ(bill(month_of(2026, 4)).this_month.care, Yen(4'001));
  EXPECT_TRUE(explained(month_of(2026, 4), "健康保険法附則8条"));
  const auto owed = must(owed_in(facts(period().person).at(0), month_of(2026, 4),
                                 read([&](const store::View& view, const auto&) {
                                   return rates_of(view, month_of(2026, 4));
                                 })));
  // 300,000 × 82.4 ‰ = 24,720, half 12,360; and the amount as it is.
  EXPECT_EQ(owed.monthly->total, Yen(24'720 + 4'001));
  EXPECT_EQ(owed.monthly->insured, Yen(12'360 + 1'999));
}

TEST_F(CareSettingTest, WhatIsNotSoundIsRefused) {
  const auto month = month_of(2026, 4);
  const CareBand sound{Yen(), {Yen(2'000), Yen(1'000)}};
  EXPECT_TRUE(refused({.from = month, .bands = {{Yen(), {Yen(2'000), Yen(1'001)}}}}));
  EXPECT_TRUE(refused({.from = month, .bands = {{Yen(58'000), {Yen(2'000), Yen(1'000)}}}}));
  EXPECT_TRUE(refused({.from = month, .bands = {sound, sound}}));
  take(acquisition("1", day(2026, 4, 1), 300'000));
  levy(month);
  EXPECT_TRUE(refused({.from = month, .bands = {sound}})) << "levied";
  auto ledger = this->ledger();
  EXPECT_FALSE(enter_care_setting(ledger, society_.stranger(),
                                  {.from = month.plus(1), .bands = {sound}})
                   .ok());
  EXPECT_TRUE(must(show_care_settings(ledger, society_.clerk())).empty());
  set({.from = month.plus(1), .bands = {sound}});
  set({.from = month.plus(1)});
  const auto held = must(show_care_settings(ledger, society_.clerk()));
  ASSERT_EQ(held.size(), 1U);
  EXPECT_TRUE(held[0].bands.empty()) << "entered anew, the amounts of before are gone";
}

// By the definition, day for day: the state at the end of the month, or began and ended within it.
TEST(SpecificInsured, IsWhoeverHasSuchADependentAtTheEndOfTheMonth) {
  EXPECT_TRUE(rc::check("as counted by days", [] {
    const auto first = day(2026, 1, 1);
    const CareDependent one{
        .born = first.plus_days(-*rc::gen::inRange(39 * 365, 67 * 365)),
        .from = first.plus_days(*rc::gen::inRange(-100, 200)),
        .until = first.plus_days(*rc::gen::inRange(-100, 400))};
    const auto month = month_of(2026, 1).plus(*rc::gen::inRange(0, 12));
    const auto within = [&](base::Date at) {
      return one.from <= at && at <= *one.until && base::reaches_age(one.born, 40) <= at &&
             at < base::reaches_age(one.born, 65);
    };
    bool any = false;
    for (auto at = month.first_day(); at <= month.last_day(); at = at.plus_days(1)) {
      any = any || within(at);
    }
    const bool before = within(month.first_day().plus_days(-1));
    const bool held = within(month.last_day()) || (any && !before);
    // Whoever was one before and ceased within the month is not charged for it (156条2項).
    RC_ASSERT(*specific_insured_in(std::vector{one}, month) == held);
  }));
}

}  // namespace
}  // namespace kenpo::premium
