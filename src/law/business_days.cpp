#include "law/business_days.h"

#include "base/require.h"
#include "law/book.h"

namespace kenpo::law {

using base::Date;
using base::Result;

namespace {

constexpr int saturday = 6;
constexpr int sunday = 0;

}  // namespace

Result<bool> is_business_day(Date day) {
  const auto& book = Book::carried();
  KENPO_TRY(book.row("calendar.covered", day));
  // 行政機関の休日に関する法律1条1項
  // 1号 日曜日及び土曜日
  if (day.weekday() == saturday || day.weekday() == sunday) return false;
  // 2号 国民の祝日に関する法律に規定する休日
  if (book.find("calendar.holiday", day) != nullptr) return false;
  // 3号 十二月二十九日から翌年の一月三日までの日
  return book.find("calendar.year_end", day) == nullptr;
}

Result<Date> next_business_day(Date day) {
  for (Date each = day;; each = each.plus_days(1)) {
    if (KENPO_TRY(is_business_day(each))) return each;
  }
}

Result<Date> plus_business_days(Date day, int count) {
  KENPO_REQUIRE(count >= 0 && count <= business_days_limit);
  if (count == 0) return next_business_day(day);
  Date each = day;
  while (count > 0) {
    each = each.plus_days(1);
    if (KENPO_TRY(is_business_day(each))) --count;
  }
  return each;
}

}  // namespace kenpo::law
