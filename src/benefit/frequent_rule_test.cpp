#include "benefit/frequent_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <vector>

#include "tests/support/calendar.h"

namespace kenpo::benefit {
namespace {

using base::Month;

Month month(std::string_view iso) { return *Month::parse(iso); }

Frequent found(std::string_view treatment, const std::vector<Month>& paid) {
  const auto decision = frequent(month(treatment), paid);
  EXPECT_TRUE(decision.ok());
  return decision->value;
}

TEST(Frequent, TheFourthMonthOfTwelve) {
  const std::vector<Month> three = {month("2026-01"), month("2026-04"), month("2026-05")};
  EXPECT_EQ(found("2026-09", three), Frequent::yes);
  // January is the first of twelve months for December, and outside for January.
  EXPECT_EQ(found("2026-12", three), Frequent::yes);
  EXPECT_EQ(found("2027-01", three), Frequent::no);
  // The month itself, later months and a month told twice do not count.
  EXPECT_EQ(found("2026-05", three), Frequent::no);
  EXPECT_EQ(found("2026-04", three), Frequent::no);
  EXPECT_EQ(found("2026-09", {month("2026-01"), month("2026-01"), month("2026-05")}), Frequent::no);
  EXPECT_EQ(found("2026-09", {}), Frequent::no);
}

TEST(Frequent, MoreMonthsNeverTakeItAway) {
  EXPECT_TRUE(rc::check("monotone", [] {
    std::vector<Month> paid;
    for (int count = *rc::gen::inRange(0, 8); count > 0; --count) {
      paid.push_back(month("2025-06").plus(*rc::gen::inRange(0, 24)));
    }
    const auto before = frequent(month("2026-09"), paid)->value;
    paid.push_back(month("2025-06").plus(*rc::gen::inRange(0, 24)));
    RC_ASSERT(before == Frequent::no || frequent(month("2026-09"), paid)->value == Frequent::yes);
  }));
}

TEST(Calendar, FrequentHasAnAnswerForEveryMonth) {
  EXPECT_EQ(test_support::calendar_spans([](Month each) { return !frequent(each, {}).ok(); }), "");
}

}  // namespace
}  // namespace kenpo::benefit
