#include "base/era.h"

#include <gtest/gtest.h>

#include <string>

namespace kenpo::base {
namespace {

TEST(Eras, FollowEachOtherWithoutGapOrOverlap) {
  const auto all = eras();
  ASSERT_EQ(all.size(), 5U);
  for (std::size_t at = 1; at < all.size(); ++at) {
    ASSERT_TRUE(all[at - 1].last.has_value());
    EXPECT_EQ(all[at - 1].last->plus_days(1), all[at].first) << all[at].name;
  }
  EXPECT_FALSE(all.back().last.has_value());
}

TEST(Eras, CarryTheCodesOfTheFormats) {
  const auto* showa = era_on(*Date::parse("1950-01-01"));
  ASSERT_NE(showa, nullptr);
  EXPECT_EQ(showa->name, "昭和");
  EXPECT_EQ(showa->letter, "S");
  EXPECT_EQ(showa->notification_code, 5);
  EXPECT_EQ(showa->claim_code, 3);
}

TEST(Eras, EveryDayIsReadBackFromEveryForm) {
  const Date last = *Date::parse("2100-12-31");
  for (Date day = eras().front().first; day <= last; day = day.plus_days(1)) {
    const auto written = in_era(day);
    ASSERT_TRUE(written.has_value());
    ASSERT_EQ(of_era(*written->era, written->year, written->month, written->day), day);
    ASSERT_EQ(parse_any_date(*era_long(day)), day) << *era_long(day);
    ASSERT_EQ(parse_any_date(*era_short(day)), day) << *era_short(day);
    ASSERT_EQ(parse_any_date(day.iso()), day);
    ASSERT_EQ(parse_any_date(day.compact()), day);
  }
}

TEST(Eras, NothingBeforeTheFirst) {
  const Date before = eras().front().first.plus_days(-1);
  EXPECT_EQ(era_on(before), nullptr);
  EXPECT_FALSE(in_era(before).has_value());
  EXPECT_FALSE(era_long(before).has_value());
  EXPECT_FALSE(era_short(before).has_value());
}

TEST(Eras, MonthsAreWrittenInTheEraOfTheirFirstDay) {
  EXPECT_EQ(era_month(*Month::make(2026, 10)), "令和8年10月");
  EXPECT_EQ(era_month(*Month::make(2019, 5)), "令和元年5月");
  EXPECT_EQ(era_month(*Month::make(2019, 4)), "平成31年4月");
  EXPECT_EQ(era_month(*Month::make(1989, 1)), "昭和64年1月");
  EXPECT_EQ(era_month(eras().front().first.in_month().plus(-1)).find("明治"), std::string::npos);
}

TEST(Eras, NoDayOutsideItsEra) {
  for (const auto& era : eras()) {
    EXPECT_FALSE(of_era(era, 0, 12, 31).has_value());
    const Date before = era.first.plus_days(-1);
    if (before.year() == era.first.year()) {
      EXPECT_FALSE(of_era(era, 1, before.month(), before.day()).has_value()) << era.name;
    }
    if (!era.last) continue;
    const Date after = era.last->plus_days(1);
    const int year = after.year() - era.first.year() + 1;
    EXPECT_FALSE(of_era(era, year, after.month(), after.day()).has_value()) << era.name;
  }
}

}  // namespace
}  // namespace kenpo::base
