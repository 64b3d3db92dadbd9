#include "premium/leave_rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

namespace kenpo::premium {
namespace {

using base::Date;
using base::Month;
using base::Span;
using testing::ElementsAre;

Span span(std::string_view from, std::string_view to) {
  return {*Date::parse(from), *Date::parse(to)};
}

std::vector<Span> any_leaves() {
  std::vector<Span> leaves;
  const int first = Date::make(2023, 1, 1)->serial();
  for (int count = *rc::gen::inRange(0, 5); count > 0; --count) {
    const Date from = Date::of_serial(first + *rc::gen::inRange(0, 400));
    leaves.push_back({from, from.plus_days(*rc::gen::inRange(0, 70))});
  }
  return leaves;
}

Month any_month() { return Month::make(2023, 1)->plus(*rc::gen::inRange(0, 16)); }

TEST(Joined, TouchingAndOverlappingLeavesAreOne) {
  const std::vector<Span> leaves = {span("2026-07-01", "2026-07-05"),
                                    span("2026-06-01", "2026-06-30"),
                                    span("2026-06-10", "2026-06-12"),
                                    span("2026-07-07", "2026-07-08")};
  EXPECT_THAT(joined(leaves), ElementsAre(span("2026-06-01", "2026-07-05"),
                                          span("2026-07-07", "2026-07-08")));
}

TEST(Leave, ABonusIsExemptOnlyInAnExemptMonth) {
  EXPECT_TRUE(rc::check("bonus implies monthly", [] {
    const auto leaves = any_leaves();
    const auto month = any_month();
    for (const auto kind : {Leave::childcare, Leave::maternity}) {
      const auto exempt = leave_exemption(kind, leaves, 0, month);
      RC_ASSERT(exempt.ok());
      RC_ASSERT(exempt->monthly || !exempt->bonus);
      RC_ASSERT(explain_leave_exemption(kind, leaves, 0, month)->value == *exempt);
    }
  }));
}

TEST(Leave, TheOrderOfTheListSaysNothing) {
  EXPECT_TRUE(rc::check("reversed", [] {
    auto leaves = any_leaves();
    const auto month = any_month();
    const auto exempt = leave_exemption(Leave::childcare, leaves, 3, month);
    std::ranges::reverse(leaves);
    RC_ASSERT(*leave_exemption(Leave::childcare, leaves, 3, month) == *exempt);
  }));
}

TEST(Leave, WorkingMoreNeverExempts) {
  EXPECT_TRUE(rc::check("monotone in days worked", [] {
    const auto leaves = any_leaves();
    const auto month = any_month();
    const int worked = *rc::gen::inRange(0, 30);
    const auto less = leave_exemption(Leave::childcare, leaves, worked, month);
    const auto more = leave_exemption(Leave::childcare, leaves, worked + 1, month);
    RC_ASSERT(less->monthly || !more->monthly);
  }));
}

TEST(Leave, ALeaveThatEndsBeforeItBeginsIsRefused) {
  const std::vector<Span> leaves = {span("2026-06-10", "2026-06-09")};
  EXPECT_FALSE(leave_exemption(Leave::childcare, leaves, 0, *Month::make(2026, 6)).ok());
}

}  // namespace
}  // namespace kenpo::premium
