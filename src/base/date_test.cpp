#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <ctime>

namespace kenpo::base {
namespace {

Date day(int year, int month, int number) { return *Date::make(year, month, number); }

constexpr int first_year = 1868;
constexpr int last_year = 2100;

/// Every day of the span against the C library's own calendar.
TEST(Date, AgreesWithTheLibraryOnEveryDay) {
  const Date first = day(first_year, 1, 1);
  const Date last = day(last_year, 12, 31);
  for (Date each = first; each <= last; each = each.plus_days(1)) {
    const std::time_t seconds = static_cast<std::time_t>(each.serial()) * 86400;
    std::tm parts = {};
    ASSERT_NE(gmtime_r(&seconds, &parts), nullptr);
    ASSERT_EQ(each.year(), parts.tm_year + 1900);
    ASSERT_EQ(each.month(), parts.tm_mon + 1);
    ASSERT_EQ(each.day(), parts.tm_mday);
    ASSERT_EQ(each.weekday(), parts.tm_wday);
    ASSERT_EQ(Date::make(each.year(), each.month(), each.day()), each);
    ASSERT_EQ(Date::parse(each.iso()), each);
    ASSERT_EQ(Date::parse_compact(each.compact()), each);
    ASSERT_EQ(each.in_month().first_day().plus_days(parts.tm_mday - 1), each);
  }
  EXPECT_EQ(last.since(first), 85'101);
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (const auto* text : {"2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10",
                           "2026-13-01", "2026-01-00", "2026-01-32", "0000-01-01", "2026-1-01",
                           "2026/01/01", "20260101", "2026-01-01 ", "", "abcd-ef-gh"}) {
    EXPECT_FALSE(Date::parse(text).has_value()) << text;
  }
  for (const auto* text : {"20260229", "2026010", "202601011", "2026010a", "00000101"}) {
    EXPECT_FALSE(Date::parse_compact(text).has_value()) << text;
  }
  EXPECT_TRUE(Date::parse("2000-02-29").has_value());
  EXPECT_TRUE(Date::parse("0001-01-01").has_value());
  EXPECT_TRUE(Date::parse("9999-12-31").has_value());
}

TEST(Month, CountsAndWrites) {
  const auto month = *Month::make(2026, 1);
  EXPECT_EQ(month.plus(-1).iso(), "2025-12");
  EXPECT_EQ(month.plus(12).iso(), "2027-01");
  EXPECT_EQ(month.plus(-1).since(month), -1);
  EXPECT_EQ(month.fiscal_year(), 2025);
  EXPECT_EQ(month.plus(3).fiscal_year(), 2026);
  EXPECT_EQ(Month::parse("2024-02")->days(), 29);
  EXPECT_EQ(Month::parse("2100-02")->days(), 28);
  EXPECT_EQ(Month::of_index(month.index()), month);
  for (const auto* text : {"2026-13", "2026-00", "2026-1", "202601", "0000-01", "2026-01-01"}) {
    EXPECT_FALSE(Month::parse(text).has_value()) << text;
  }
}

struct MonthsLater {
  const char* from;
  int months;
  const char* to;
};

class Clamped : public testing::TestWithParam<MonthsLater> {};

TEST_P(Clamped, IsTheCorrespondingOrTheLastDay) {
  const auto& [from, months, to] = GetParam();
  EXPECT_EQ(Date::parse(from)->plus_months_clamped(months).iso(), to);
}

INSTANTIATE_TEST_SUITE_P(Months, Clamped,
                         testing::Values(MonthsLater{"2026-01-31", 1, "2026-02-28"},
                                         MonthsLater{"2024-01-31", 1, "2024-02-29"},
                                         MonthsLater{"2026-03-31", -1, "2026-02-28"},
                                         MonthsLater{"2026-10-31", 4, "2027-02-28"},
                                         MonthsLater{"2024-02-29", 12, "2025-02-28"},
                                         MonthsLater{"2026-04-15", 0, "2026-04-15"}));

class PeriodEnd : public testing::TestWithParam<MonthsLater> {};

TEST_P(PeriodEnd, FollowsTheCivilCode) {
  const auto& [from, months, to] = GetParam();
  EXPECT_EQ(period_end(*Date::parse(from), months).iso(), to);
}

INSTANTIATE_TEST_SUITE_P(Periods, PeriodEnd,
                         testing::Values(MonthsLater{"2026-04-01", 3, "2026-06-30"},
                                         MonthsLater{"2026-04-15", 1, "2026-05-14"},
                                         MonthsLater{"2026-01-31", 1, "2026-02-28"},
                                         MonthsLater{"2026-01-30", 1, "2026-02-28"},
                                         MonthsLater{"2026-01-29", 1, "2026-02-28"},
                                         MonthsLater{"2026-01-28", 1, "2026-02-27"},
                                         MonthsLater{"2024-01-30", 1, "2024-02-29"},
                                         MonthsLater{"2024-02-29", 24, "2026-02-28"},
                                         MonthsLater{"2025-11-30", 3, "2026-02-28"},
                                         MonthsLater{"2020-07-02", 18, "2022-01-01"}));

TEST(Age, IsReachedOnTheDayBeforeTheBirthday) {
  EXPECT_EQ(reaches_age(day(1986, 12, 10), 40), day(2026, 12, 9));
  EXPECT_EQ(reaches_age(day(1986, 1, 1), 40), day(2025, 12, 31));
  EXPECT_EQ(reaches_age(day(1984, 3, 1), 40), day(2024, 2, 29));
  EXPECT_EQ(reaches_age(day(1984, 3, 1), 41), day(2025, 2, 28));
  EXPECT_EQ(reaches_age(day(1984, 2, 29), 40), day(2024, 2, 28));
  EXPECT_EQ(reaches_age(day(1984, 2, 29), 41), day(2025, 2, 28));
}

TEST(Age, GrowsByOneOnTheDayItIsReached) {
  EXPECT_TRUE(rc::check("age_on and reaches_age agree", [] {
    const Date born = Date::of_serial(*rc::gen::inRange(day(1900, 1, 1).serial(),
                                                        day(2030, 1, 1).serial()));
    const int age = *rc::gen::inRange(1, 110);
    const Date reached = reaches_age(born, age);
    RC_ASSERT(age_on(born, reached) == age);
    RC_ASSERT(age_on(born, reached.plus_days(-1)) == age - 1);
  }));
  EXPECT_EQ(age_on(day(2026, 4, 1), day(2026, 4, 1)), 0);
  EXPECT_EQ(age_on(day(2026, 4, 1), day(2025, 1, 1)), 0);
}

TEST(Span, CountsBothEnds) {
  const Span span{day(2026, 4, 1), day(2026, 4, 30)};
  EXPECT_EQ(span.days(), 30);
  EXPECT_TRUE(span.holds(span.from));
  EXPECT_TRUE(span.holds(span.to));
  EXPECT_FALSE(span.holds(span.to.plus_days(1)));
  EXPECT_FALSE(span.holds(span.from.plus_days(-1)));
}

}  // namespace
}  // namespace kenpo::base
