#include "base/fault.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace kenpo::base {
namespace {

const Fault fault = {{"日付が存在しません。", "The day does not exist."},
                     {"4月は30日までです。", "April has 30 days."},
                     {"日付を確かめてください。", "Check the day."},
                     {"届.csv", 12, 34, "生年月日"}};

TEST(Fault, IsToldInBothLanguages) {
  EXPECT_EQ(tell(fault, Language::japanese),
            "届.csv 12行 34桁 生年月日：日付が存在しません。4月は30日までです。日付を確かめてください。");
  EXPECT_EQ(tell(fault, Language::english),
            "届.csv line 12 column 34 生年月日: The day does not exist. April has 30 days. "
            "Check the day.");
}

TEST(Fault, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(tell({{"空です。", "It is empty."}, {}, {}, {}}, Language::japanese), "空です。");
  EXPECT_EQ(tell({{"空です。", "It is empty."}, {}, {}, {"a", 0, 0, {}}}, Language::english),
            "a: It is empty.");
}

struct Locale {
  const char* value;
  Language language;
};

class TerminalLanguage : public testing::TestWithParam<Locale> {};

TEST_P(TerminalLanguage, FollowsTheEnvironment) {
  ASSERT_EQ(setenv("LC_ALL", GetParam().value, 1), 0);
  EXPECT_EQ(terminal_language(), GetParam().language);
  ASSERT_EQ(unsetenv("LC_ALL"), 0);
}

INSTANTIATE_TEST_SUITE_P(Locales, TerminalLanguage,
                         testing::Values(Locale{"ja_JP.UTF-8", Language::japanese},
                                         Locale{"ja", Language::japanese},
                                         Locale{"en_US.UTF-8", Language::english},
                                         Locale{"C", Language::english}));

}  // namespace
}  // namespace kenpo::base
