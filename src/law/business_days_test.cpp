#include "law/business_days.h"

#include <gtest/gtest.h>

#include <map>

namespace kenpo::law {
namespace {

using base::Date;

Date day(const char* iso) { return *Date::parse(iso); }

TEST(BusinessDays, NextSkipsWeekendsHolidaysAndTheTurnOfTheYear) {
  const std::pair<const char*, const char*> rows[] = {
      {"2026-11-20", "2026-11-20"},  // a Friday
      {"2026-11-21", "2026-11-24"},  // Saturday, Sunday, 勤労感謝の日
      {"2026-12-28", "2026-12-28"},
      {"2026-12-29", "2027-01-04"},
      {"2027-01-01", "2027-01-04"},
      {"2026-09-19", "2026-09-24"},  // 敬老の日, 国民の休日, 秋分の日
      {"2019-04-27", "2019-05-07"},  // ten days in a row
      {"2020-07-23", "2020-07-27"},  // 海の日 and スポーツの日 of 2020
      {"2020-10-12", "2020-10-12"},  // no holiday that year
      {"2016-03-20", "2016-03-22"},  // 春分の日 on a Sunday
  };
  for (const auto& [from, to] : rows) {
    const auto next = next_business_day(day(from));
    ASSERT_TRUE(next.ok()) << from;
    EXPECT_EQ(next->iso(), to) << from;
  }
}

TEST(BusinessDays, Plus) {
  const std::tuple<const char*, int, const char*> rows[] = {
      {"2026-11-20", 1, "2026-11-24"},
      {"2026-11-20", 5, "2026-11-30"},
      {"2026-11-21", 5, "2026-11-30"},
      {"2026-12-25", 5, "2027-01-07"},
      {"2026-11-21", 0, "2026-11-24"},
  };
  for (const auto& [from, count, to] : rows) {
    EXPECT_EQ(plus_business_days(day(from), count)->iso(), to) << from << " + " << count;
  }
}

TEST(BusinessDays, OutsideTheCalendarNothingIsCounted) {
  EXPECT_FALSE(is_business_day(day("2014-12-31")).ok());
  EXPECT_FALSE(is_business_day(day("2029-01-04")).ok());
  EXPECT_FALSE(next_business_day(day("2028-12-30")).ok());
  EXPECT_FALSE(plus_business_days(day("2028-12-28"), 3).ok());
}

TEST(BusinessDays, EveryYearHasAsManyAsItsHolidaysLeave) {
  for (int year = 2015; year <= 2028; ++year) {
    int business = 0;
    for (Date each = *Date::make(year, 1, 1); each.year() == year; each = each.plus_days(1)) {
      business += *is_business_day(each) ? 1 : 0;
    }
    EXPECT_GE(business, 240) << year;
    EXPECT_LE(business, 247) << year;
  }
}

}  // namespace
}  // namespace kenpo::law
