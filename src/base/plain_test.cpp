#include "base/plain.h"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

#include "base/date.h"

namespace kenpo::base {
namespace {

// What came from outside does not become Plain.
static_assert(!std::is_convertible_v<std::string, Plain>);
static_assert(!std::is_convertible_v<std::string_view, Plain>);
static_assert(!std::is_convertible_v<const char*, Plain>);
static_assert(!std::is_constructible_v<Plain, std::string>);
static_assert(!std::is_constructible_v<Plain, const char*>);
static_assert(!std::is_constructible_v<Plain, char (&)[8]>);
static_assert(!std::is_convertible_v<char, Plain>);
static_assert(!std::is_convertible_v<bool, Plain>);
// What our own code says does.
static_assert(std::is_convertible_v<const char (&)[8], Plain>);
static_assert(std::is_convertible_v<int, Plain>);

TEST(Plain, TakesLiteralsCountsAndDates) {
  EXPECT_EQ(Plain("届").text(), "届");
  EXPECT_EQ(Plain(-12).text(), "-12");
  EXPECT_EQ(Plain(*Date::parse("2026-04-01")).text(), "2026-04-01");
  EXPECT_EQ(Plain(*Month::parse("2026-04")).text(), "2026-04");
  EXPECT_EQ((Plain("行 ") + 3).text(), "行 3");
  EXPECT_TRUE(Plain().empty());
}

TEST(Plain, KeepsShortCodesOnly) {
  EXPECT_EQ(Plain::code("2200700").text(), "2200700");
  EXPECT_EQ(Plain::code("RE").text(), "RE");
  for (const auto* text : {"", "123456789", "yamada", "山田", "A B", "A\tB"}) {
    EXPECT_EQ(Plain::code(text).text(), "？") << text;
  }
}

TEST(Plain, KeepsAFileNameWithoutItsFolder) {
  EXPECT_EQ(Plain::file("/home/office/届.csv").text(), "届.csv");
  EXPECT_EQ(Plain::file("a.csv").text(), "a.csv");
}

}  // namespace
}  // namespace kenpo::base
