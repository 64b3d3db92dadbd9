// 特例退職被保険者: the term of the application and the years under the pension.
#include "eligibility/special_entry_rule.h"

#include <gtest/gtest.h>

namespace kenpo::eligibility {
namespace {

base::Date day(int year, int month, int number) { return *base::Date::make(year, month, number); }

SpecialEntry entry(std::optional<int> years, std::optional<int> after_40,
                   base::Date received = day(2026, 11, 20)) {
  return {.accepted_on = received,
          .received_on = received,
          .paper_on = day(2026, 8, 20),
          .years = years,
          .years_after_40 = after_40};
}

std::string refusal(const SpecialEntry& given) {
  const auto decision = special_entitlement(given);
  return decision.ok() ? "ok" : decision.faults().front().what.ja.text();
}

TEST(SpecialEntry, ThreeMonthsFromTheDayAfterThePaperArrived) {
  EXPECT_EQ(refusal(entry(20, 0, day(2026, 11, 20))), "ok");
  EXPECT_EQ(refusal(entry(20, 0, day(2026, 11, 21))), "特例退職の申出が期限を過ぎています。");
}

TEST(SpecialEntry, TwentyYearsOrTenAfterForty) {
  EXPECT_EQ(refusal(entry(20, 0)), "ok");
  EXPECT_EQ(refusal(entry(12, 10)), "ok");
  EXPECT_EQ(refusal(entry(19, 9)), "老齢厚生年金の被保険者期間が足りません。");
}

TEST(SpecialEntry, WhatWasNotToldIsNotProved) {
  const auto proved = special_entitlement(entry(20, std::nullopt));
  ASSERT_TRUE(proved.ok());
  EXPECT_TRUE(proved->value);
  const auto half = special_entitlement(entry(12, std::nullopt));
  ASSERT_TRUE(half.ok());
  EXPECT_FALSE(half->value);
  auto without_paper = entry(20, 10);
  without_paper.paper_on = std::nullopt;
  const auto open = special_entitlement(without_paper);
  ASSERT_TRUE(open.ok());
  EXPECT_FALSE(open->value);
}

}  // namespace
}  // namespace kenpo::eligibility
