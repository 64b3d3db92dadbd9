// What has to hold of a household's month: the floor of a unit, the month of turning 75, additional
// benefits, receipts with a public payer.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "benefit/month_benefit_rule.h"
#include "benefit/receipt_burden_rule.h"

namespace kenpo::benefit {
namespace {

using base::Month;
using base::Yen;
using certificate::LimitClass;

Month month(int year, int number) { return *Month::make(year, number); }

MonthUnit unit(int person, std::int64_t burden, std::int64_t cost,
               Setting setting = Setting::outpatient) {
  const Yen paid(burden);
  return {person, setting, Yen(cost), paid, Yen(), paid, paid, paid};
}

/// Rules for every kind and class.
AdditionalOfMonth common(const AdditionalRules& rules) { return {{{{}, rules}}}; }

MonthBenefit benefit_of(const MonthInput& input) {
  const auto decided = month_benefit(input);
  EXPECT_TRUE(decided.ok());
  return decided.ok() ? decided->value : MonthBenefit{};
}

// I1: a program added units under 21,000 yen (協会けんぽ 2015 to 2019).
TEST(MonthBenefit, AUnitBelowTheFloorNeverChangesTheSum) {
  EXPECT_TRUE(rc::check("below the floor", [] {
    const auto burden = *rc::gen::inRange<std::int64_t>(21'000, 2'000'000);
    MonthInput input{.month = month(2026, 8),
                     .people = {{}},
                     .units = {unit(0, burden, burden * 10 / 3)}};
    const auto before = benefit_of(input).high_cost;
    const auto small = *rc::gen::inRange<std::int64_t>(1, 21'000);
    input.units.push_back(unit(0, small, small * 10 / 3, Setting::inpatient));
    RC_ASSERT(benefit_of(input).high_cost == before);
  }));
}

TEST(MonthBenefit, TheFloorIsTwentyOneThousand) {
  MonthInput input{.month = month(2026, 8), .people = {{}, {}},
                   .units = {unit(0, 150'000, 500'000), unit(1, 20'999, 69'997)}};
  const auto without = benefit_of(input).high_cost;
  input.units[1] = unit(1, 21'000, 70'000);
  EXPECT_EQ(benefit_of(input).high_cost, without + Yen(21'000 - 700));
}

// 施行令41条2項・42条2項: 一般, half of 22,000 and of 61,500.
TEST(MonthBenefit, InTheMonthOfTurning75TheLimitsAreHalved) {
  MonthInput input{.month = month(2026, 9),
                   .of = LimitClass::e,
                   .people = {{Relation::insured, LimitClass::ordinary, Turning75::yes}},
                   .units = {unit(0, 20'000, 100'000)}};
  EXPECT_EQ(benefit_of(input).high_cost, Yen(9'000));
  input.units = {unit(0, 40'000, 200'000, Setting::inpatient)};
  EXPECT_EQ(benefit_of(input).high_cost, Yen(40'000 - 30'750));
  input.people[0].turning_75 = Turning75::no;
  EXPECT_EQ(benefit_of(input).high_cost, Yen());
}

TEST(MonthBenefit, OutpatientBenefitsFrom70AloneDoNotCountAsFrequent) {
  MonthInput input{.month = month(2026, 9),
                   .of = LimitClass::e,
                   .people = {{Relation::insured, LimitClass::ordinary, Turning75::no}},
                   .units = {unit(0, 30'000, 150'000)}};
  EXPECT_EQ(benefit_of(input).high_cost, Yen(8'000));
  EXPECT_FALSE(benefit_of(input).counts_as_frequent);
  input.units.push_back(unit(0, 90'000, 450'000, Setting::inpatient));
  EXPECT_TRUE(benefit_of(input).counts_as_frequent);
}

TEST(MonthBenefit, AdditionsStandOnUnitsOrOnTheHousehold) {
  MonthInput input{.month = month(2026, 8),
                   .people = {{}, {.relation = Relation::dependent}},
                   .units = {unit(0, 60'000, 200'000), unit(1, 20'000, 66'667)},
                   .additional = common({Yen(25'000), Yen(100), Yen(500)})};
  auto given = benefit_of(input);
  EXPECT_EQ(given.insured_addition, Yen(35'000));
  EXPECT_EQ(given.family_addition, Yen()) << "under the society's amount";
  input.units[1] = unit(1, 60'000, 200'000);
  given = benefit_of(input);
  // 120,000 less 85,800 + 1,140; then 86,940 less 25,000 for each of two people, cut to 100.
  EXPECT_EQ(given.high_cost, Yen(33'060));
  EXPECT_EQ(given.combined_addition, Yen(36'900));
  EXPECT_EQ(given.insured_addition + given.family_addition, Yen());
  input.additional->rows[0].rules->combined_by = CountedBy::household;
  EXPECT_EQ(benefit_of(input).combined_addition, Yen(61'900));
}

// 訪問看護療養費付加金; rules of one kind or class go before the common ones.
TEST(MonthBenefit, AdditionsFollowTheRulesOfTheirKindAndClass) {
  MonthInput input{.month = month(2026, 8),
                   .people = {{}, {.relation = Relation::dependent}},
                   .units = {unit(0, 60'000, 200'000), unit(1, 20'000, 66'667)},
                   .additional = common({Yen(25'000), Yen(100), Yen()})};
  input.units[0].care = Care::nursing;
  EXPECT_EQ(benefit_of(input).nursing_addition, Yen(35'000));
  EXPECT_EQ(benefit_of(input).insured_addition, Yen());
  auto& rows = input.additional->rows;
  rows.push_back({{Addition::nursing_insured, {}}, AdditionalRules{Yen(40'000), Yen(100), Yen()}});
  EXPECT_EQ(benefit_of(input).nursing_addition, Yen(20'000));
  rows.push_back({{Addition::nursing_insured, LimitClass::u},
                  AdditionalRules{Yen(40'000), Yen(1), Yen(), CountedBy::person, 50}});
  EXPECT_EQ(benefit_of(input).nursing_addition, Yen(10'000)) << "half of what is above";
  rows.push_back({{{}, LimitClass::u}, AdditionalRules{Yen(10'000), Yen(1), Yen()}});
  EXPECT_EQ(benefit_of(input).family_addition, Yen(10'000)) << "the class before the common row";
  rows.push_back({{Addition::family, {}}, std::nullopt});
  EXPECT_EQ(benefit_of(input).family_addition, Yen()) << "not given to families";
}

// 平29保保発1204第2号: what the yearly sum counts of a month.
TEST(MonthBenefit, WhatIsLeftIsAfterEveryBenefit) {
  MonthInput input{.month = month(2026, 9),
                   .of = LimitClass::e,
                   .people = {{Relation::insured, LimitClass::ordinary, Turning75::no}},
                   .units = {unit(0, 15'000, 75'000), unit(0, 15'000, 75'000)}};
  const auto left_of = [&] {
    const auto left = left_after_benefits(input);
    EXPECT_TRUE(left.ok());
    return left.ok() ? *left : MonthLeft{};
  };
  auto left = left_of();
  EXPECT_EQ(left.by_unit[0] + left.by_unit[1], Yen(22'000)) << "the outpatient limit";
  EXPECT_FALSE(left.prorated);
  input.units.push_back(unit(0, 61'500, 307'500, Setting::inpatient));
  left = left_of();
  // 22,000 + 61,500 less 61,500: 22,000 are divided, 5,796 fall on the outpatient units.
  EXPECT_TRUE(left.prorated);
  EXPECT_EQ(left.by_unit[0] + left.by_unit[1] + left.by_unit[2], Yen(61'501))
      << "yen are dropped for each unit";
  input.units.resize(1);
  input.units[0] = unit(0, 15'000, 75'000);
  input.additional = common({Yen(10'000), Yen(1), Yen()});
  EXPECT_EQ(left_of().by_unit[0], Yen(10'000));
}

TEST(ReceiptBurden, KeepsToWhatTheCounterLeft) {
  ReceiptInput input{.month = month(2026, 8), .cost = Yen(1'000'000)};
  const auto burden = [&] {
    const auto decided = receipt_burden(input);
    EXPECT_TRUE(decided.ok());
    return decided.ok() ? decided->value : ReceiptBurden{};
  };
  EXPECT_EQ(burden().burden, Yen(300'000));
  input.in_kind = InKind::given;  // the limit of ウ: 85,800 + 7,140
  EXPECT_EQ(burden().burden, Yen(92'940));
  EXPECT_EQ(burden().in_kind, Yen(207'060));
  input.in_kind = InKind::given_frequent;
  EXPECT_EQ(burden().burden, Yen(44'400));
  input.charge = Yen(50'000);
  EXPECT_EQ(burden().burden, Yen(50'000));
  input = {.month = month(2026, 8), .cost = Yen(400'000), .long_term = LongTerm::ordinary};
  EXPECT_EQ(burden().burden, Yen(10'000));
}

TEST(ReceiptBurden, ALocalSubsidyIsForPeopleToLookAt) {
  const ReceiptInput input{.month = month(2026, 8),
                           .cost = Yen(100'000),
                           .payers = {{.law_code = 83, .cost = Yen(100'000), .charge = Yen(400)}}};
  const auto decided = receipt_burden(input);
  ASSERT_TRUE(decided.ok());
  EXPECT_EQ(decided->value.burden, Yen(30'000)) << "the insurance counts as without it";
  EXPECT_EQ(decided->value.paid, Yen(400));
  EXPECT_NE(decided->value.doubts & mask_of(Doubt::local_aid), 0);
}

// 施行令41条・42条7項: 指定難病, the own class; the payer leaves 10,000.
TEST(ReceiptBurden, CareOfAnIntractableDiseaseIsDivided) {
  const ReceiptInput input{
      .month = month(2026, 8),
      .setting = Setting::inpatient,
      .cost = Yen(500'000),
      .payers = {{.law_code = 54, .cost = Yen(500'000), .charge = Yen(10'000)}}};
  const auto decided = receipt_burden(input);
  ASSERT_TRUE(decided.ok());
  EXPECT_EQ(decided->value.burden, Yen(10'000));
  EXPECT_EQ(decided->value.in_kind, Yen(150'000 - 87'940)) << "above the limit of the class";
  EXPECT_EQ(decided->value.doubts, 0);
}

}  // namespace
}  // namespace kenpo::benefit
