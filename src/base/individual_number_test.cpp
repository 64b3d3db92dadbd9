#include "base/individual_number.h"

#include <gtest/gtest.h>

#include <concepts>
#include <string>
#include <type_traits>

#include "base/plain.h"

namespace kenpo::base {
namespace {

template <typename Value>
concept Printable = requires(std::ostream& out, const Value& value) { out << value; };

static_assert(!Printable<IndividualNumber>);
static_assert(!std::copy_constructible<IndividualNumber>);
static_assert(!std::convertible_to<IndividualNumber, std::string>);
static_assert(!std::constructible_from<Plain, const IndividualNumber&>);
static_assert(!std::constructible_from<IndividualNumber, std::string_view>);

struct Row {
  const char* number;
  bool holds;
};

TEST(IndividualNumber, CheckDigit) {
  for (const Row& row : {Row{"983205673214", true}, Row{"983205673210", false},
                         Row{"123456789012", false}, Row{"803199283958", true},
                         Row{"123456708900", false}, Row{"246801357910", true},
                         Row{"", false}, Row{"98320567321", false}, Row{"9832056732140", false},
                         Row{"98320567321a", false}, Row{"98320567321 ", false}}) {
    EXPECT_EQ(IndividualNumber::parse(row.number).has_value(), row.holds) << row.number;
  }
}

TEST(IndividualNumber, EveryOtherLastDigitIsRefused) {
  std::string number = "983205673210";
  int held = 0;
  for (char last = '0'; last <= '9'; ++last) {
    number.back() = last;
    held += IndividualNumber::parse(number).has_value() ? 1 : 0;
  }
  EXPECT_EQ(held, 1);
}

TEST(IndividualNumber, MovingLeavesNothingBehind) {
  auto number = IndividualNumber::parse("983205673214");
  ASSERT_TRUE(number);
  const IndividualNumber moved = std::move(*number);
  EXPECT_EQ(moved.open_for_sealing(), "983205673214");
  EXPECT_EQ(number->open_for_sealing(), std::string(12, '\0'));  // NOLINT: what is left is the test
}

}  // namespace
}  // namespace kenpo::base
