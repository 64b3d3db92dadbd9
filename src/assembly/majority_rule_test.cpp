#include "assembly/majority_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "assembly/convene_rule.h"

namespace kenpo::assembly {
namespace {

using base::Date;

const Date on = *Date::make(2026, 7, 20);

TEST(Quorum, IsHalfOfTheFixedNumberAndNotOfTheMembersInOffice) {
  EXPECT_TRUE(quorate({.fixed_number = 20, .in_person = 10}, on)->value);
  EXPECT_FALSE(quorate({.fixed_number = 20, .in_person = 9}, on)->value);
  EXPECT_TRUE(
      quorate({.fixed_number = 20, .in_person = 8, .in_writing = 1, .by_proxy = 1}, on)->value);
  EXPECT_FALSE(quorate({.fixed_number = 20, .in_person = 21}, on).ok());
  EXPECT_FALSE(quorate({.fixed_number = 0, .in_person = 0}, on).ok());
}

TEST(Demand, IsAThirdOfTheFixedNumber) {
  EXPECT_TRUE(may_demand(20, 7, on)->value);
  EXPECT_FALSE(may_demand(20, 6, on)->value);
  EXPECT_TRUE(may_demand(21, 7, on)->value);
  EXPECT_FALSE(may_demand(20, 21, on).ok());
}

TEST(Majority, OneVoteMoreNeverHurts) {
  EXPECT_TRUE(rc::check("more votes in favour", [] {
    const int fixed = 2 * *rc::gen::inRange(1, 40);
    const int there = *rc::gen::inRange((fixed + 1) / 2, fixed + 1);
    const int in_favour = *rc::gen::inRange(0, there);
    const auto majority = static_cast<Majority>(*rc::gen::inRange(1, 4));
    const Present present{.fixed_number = fixed, .in_person = there};
    const auto fewer = count_votes(majority, present, {.in_favour = in_favour}, on);
    const auto more = count_votes(majority, present, {.in_favour = in_favour + 1}, on);
    RC_ASSERT(fewer.ok() && more.ok());
    if (fewer->value == Outcome::carried) RC_ASSERT(more->value == Outcome::carried);
    const auto needed = votes_needed(majority, present, on);
    RC_ASSERT((more->value == Outcome::carried) == (needed->value <= in_favour + 1));
  }));
}

TEST(Majority, ASpecialOneIsNeverEasierThanHalfOfTheSeats) {
  for (int fixed = 2; fixed <= 100; fixed += 2) {
    const Present present{.fixed_number = fixed, .in_person = fixed};
    EXPECT_GT(2 * votes_needed(Majority::rules_change, present, on)->value, fixed);
    EXPECT_GE(votes_needed(Majority::dissolution, present, on)->value,
              votes_needed(Majority::rules_change, present, on)->value);
  }
}

}  // namespace
}  // namespace kenpo::assembly
