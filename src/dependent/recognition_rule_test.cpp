#include "dependent/recognition_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "dependent/parent_rule.h"

namespace kenpo::dependent {
namespace {

using base::Date;
using base::Yen;

Yen any_income() { return Yen(*rc::gen::inRange<std::int64_t>(0, 2'500'000)); }

RecognitionInput any_input() {
  RecognitionInput input;
  input.on = Date::make(2024, 1, 1)->plus_days(*rc::gen::inRange(0, 1000));
  input.born = Date::make(1945, 1, 1)->plus_days(*rc::gen::inRange(0, 29'000));
  input.relation = static_cast<Relation>(*rc::gen::inRange(0, 10));
  input.household = static_cast<Household>(*rc::gen::inRange(0, 2));
  input.residence = static_cast<Residence>(*rc::gen::inRange(0, 4));
  input.disability = static_cast<Disability>(*rc::gen::inRange(0, 2));
  input.income = any_income();
  input.unemployment_daily = Yen(*rc::gen::inRange<std::int64_t>(0, 6'000));
  input.insured_income = any_income();
  input.remittance = any_income();
  return input;
}

/// yes is best, then judgement, then no.
int worth(Recognition recognition) {
  return recognition == Recognition::yes ? 2 : recognition == Recognition::judgement ? 1 : 0;
}

int worth_of(const RecognitionInput& input) { return worth(recognise(input)->value); }

TEST(Recognition, MoreIncomeNeverHelps) {
  EXPECT_TRUE(rc::check("monotone", [] {
    auto input = any_input();
    const int before = worth_of(input);
    input.income += any_income();
    RC_ASSERT(worth_of(input) <= before);
  }));
}

TEST(Recognition, MoreSupportNeverHarms) {
  EXPECT_TRUE(rc::check("monotone", [] {
    auto input = any_input();
    const int before = worth_of(input);
    *input.insured_income += any_income();
    input.remittance += any_income();
    RC_ASSERT(worth_of(input) >= before);
    input.disability = Disability::disabled;
    RC_ASSERT(worth_of(input) >= before);
  }));
}

TEST(Recognition, NobodyOf75AndNobodyOverTheLimit) {
  EXPECT_TRUE(rc::check("what no other fact can mend", [] {
    auto input = any_input();
    input.insured_income.reset();
    input.remittance = Yen(100'000'000);
    input.residence = Residence::resident;
    input.household = Household::same;
    const auto decision = recognise(input);
    const auto limit = income_limit(input.on, input.born, input.relation, input.disability);
    const bool old = input.on > base::reaches_age(input.born, 75);
    const bool over = input.income + input.unemployment_daily * 360 >= limit->value;
    RC_ASSERT((decision->value == Recognition::no) == (old || over));
    RC_ASSERT(!decision->basis.empty());
  }));
}

TEST(Recognition, TellsTheTestThatDecided) {
  RecognitionInput input;
  input.on = *Date::make(2026, 5, 1);
  input.born = *Date::make(1980, 5, 3);
  input.residence = Residence::excluded_visa;
  const auto decision = recognise(input);
  ASSERT_TRUE(decision.ok());
  EXPECT_EQ(decision->value, Recognition::no);
  ASSERT_EQ(decision->basis.size(), 2U);
  EXPECT_EQ(std::get<bool>(decision->basis.back().fact), false);
  EXPECT_NE(decision->basis.back().row, nullptr);
}

TEST(Parent, IsTheNamedOneOnlyWhenTheIncomesAreClose) {
  EXPECT_TRUE(rc::check("the other way round", [] {
    const Date on = *Date::make(2026, 5, 1);
    const auto income_a = any_income();
    const auto income_b = any_income();
    const auto as_a = parent_of_dependents({on, income_a, income_b, Parent::a});
    const auto as_b = parent_of_dependents({on, income_a, income_b, Parent::b});
    if (as_a->value == as_b->value) {
      RC_ASSERT(as_a->value == (income_a > income_b ? Parent::a : Parent::b));
    } else {
      RC_ASSERT(as_a->value == Parent::a && as_b->value == Parent::b);
    }
  }));
}

}  // namespace
}  // namespace kenpo::dependent
