#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace kenpo::base {
namespace {

Fault fault() { return {{"だめです。", "No."}, {}, {}, {}}; }

Result<int> half(int number) {
  if (number % 2 != 0) return fault();
  return number / 2;
}

Result<int> quarter(int number) { return half(KENPO_TRY(half(number))); }

Result<std::unique_ptr<int>> boxed(int number) {
  return std::make_unique<int>(KENPO_TRY(half(number)));
}

TEST(Result, PassesValuesAndFaultsOn) {
  ASSERT_TRUE(quarter(8).ok());
  EXPECT_EQ(*quarter(8), 2);
  ASSERT_FALSE(quarter(6).ok());
  EXPECT_EQ(quarter(6).faults().size(), 1U);
  EXPECT_FALSE(static_cast<bool>(quarter(3)));
}

TEST(Result, CarriesWhatCannotBeCopied) {
  auto box = boxed(4);
  ASSERT_TRUE(box.ok());
  EXPECT_EQ(*std::move(box).value(), 2);
  EXPECT_FALSE(boxed(5).ok());
}

TEST(ResultDeathTest, TheValueOfAFaultIsABrokenPromise) {
  EXPECT_DEATH((void)quarter(3).value(), "");
  EXPECT_DEATH((void)Result<int>(Faults{}), "");
}

}  // namespace
}  // namespace kenpo::base
