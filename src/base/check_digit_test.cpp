#include "base/check_digit.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

namespace kenpo::base {
namespace {

std::string digits(std::size_t count) {
  std::string text(count, '0');
  for (auto& each : text) each = *rc::gen::inRange('0', static_cast<char>('9' + 1));
  return text;
}

TEST(CheckDigit, WorkedExamples) {
  EXPECT_EQ(insurer_check_digit("3312001"), '5');
  EXPECT_EQ(insurer_check_digit("0613946"), '3');
  EXPECT_EQ(individual_check_digit("24680135791"), '0');
  EXPECT_FALSE(insurer_check_digit("331200").has_value());
  EXPECT_FALSE(insurer_check_digit("33120O1").has_value());
  EXPECT_FALSE(individual_check_digit("246801357910").has_value());
}

TEST(CheckDigit, EveryWrongDigitOfAnInsurerNumberIsSeen) {
  EXPECT_TRUE(rc::check("one digit changed", [] {
    const auto first = digits(7);
    auto number = first + *insurer_check_digit(first);
    RC_ASSERT(is_insurer_number(number));
    auto& changed = number[*rc::gen::inRange<std::size_t>(0, 8)];
    changed = changed == '9' ? '0' : static_cast<char>(changed + 1);
    RC_ASSERT(!is_insurer_number(number));
  }));
}

TEST(CheckDigit, ExactlyOneDigitCompletesAnIndividualNumber) {
  EXPECT_TRUE(rc::check("one of ten", [] {
    const auto first = digits(11);
    const std::string tenth = "0123456789";
    RC_ASSERT(std::ranges::count_if(
                  tenth, [&](char last) { return is_individual_number(first + last); }) == 1);
  }));
}

}  // namespace
}  // namespace kenpo::base
