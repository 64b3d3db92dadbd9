#include "base/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kenpo::base {
namespace {

TEST(Decimal, IsAWholeNumberOfItsSmallestPart) {
  EXPECT_EQ(scaled_decimal("2.5", 5), 250'000);
  EXPECT_EQ(scaled_decimal("000000012.30", 2), 1'230);
  EXPECT_EQ(scaled_decimal("0", 2), 0);
  EXPECT_EQ(scaled_decimal("1.239", 2), 123) << "the rest is dropped";
  EXPECT_EQ(scaled_decimal("7", 0), 7);
}

TEST(Decimal, WhatIsNoNumberIsNone) {
  for (const auto* text : {"", ".", ".5", "1.", "-1", "+1", "1,000", "1.2.3", "１", " 1",
                           "12345678901234.567"}) {
    EXPECT_EQ(scaled_decimal(text, 3), std::nullopt) << text;
  }
}

TEST(Decimal, ComesBackFromItsWords) {
  EXPECT_EQ(decimal_words(250'000, 5), "2.5");
  EXPECT_EQ(decimal_words(5, 5), "0.00005");
  EXPECT_EQ(decimal_words(300'000, 5), "3");
  EXPECT_EQ(decimal_words(0, 2), "0");
  EXPECT_TRUE(rc::check("words and back", [] {
    const auto number = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
    const auto decimals = *rc::gen::inRange(0, 6);
    RC_ASSERT(scaled_decimal(decimal_words(number, decimals), decimals) == number);
  }));
}

}  // namespace
}  // namespace kenpo::base
