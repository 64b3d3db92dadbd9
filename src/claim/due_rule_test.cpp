#include "claim/due_rule.h"

#include <gtest/gtest.h>

#include "tests/support/calendar.h"

namespace kenpo::claim {
namespace {

TEST(Due, HasOneAnswerForEveryMonth) {
  EXPECT_TRUE(test_support::names_without_value("claim.due.").empty());
  for (auto month = test_support::calendar_first; month <= test_support::calendar_last;
       month = month.plus(1)) {
    const auto due = due_of(month);
    ASSERT_TRUE(due.ok());
    EXPECT_EQ(due->value.billed_by.in_month(), month.plus(2));
    EXPECT_EQ(due->value.billed_by.day(), 10);
    EXPECT_EQ(due->value.paid_by.since(due->value.billed_by), 10);
    EXPECT_EQ(due->basis.size(), 3U);
  }
}

}  // namespace
}  // namespace kenpo::claim
