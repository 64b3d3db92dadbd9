// The business calendar of Japanese offices: Saturdays, Sundays, national holidays and the days
// over the turn of the year (29 December to 3 January) are no business days. The days are rows of
// law/calendar.tsv; outside the years that it covers nothing is counted.
#pragma once

#include "base/date.h"
#include "base/result.h"

namespace kenpo::law {

/// Counting over more days than this is no clock of the office.
inline constexpr int business_days_limit = 400;

/// 行政機関の休日に関する法律1条; 国民の祝日に関する法律3条. A fault outside the covered years.
base::Result<bool> is_business_day(base::Date day);

/// The day itself when it is a business day, else the next one that is.
base::Result<base::Date> next_business_day(base::Date day);

/// The `count`-th business day after `day`, 0 to business_days_limit; 0 is next_business_day(day).
base::Result<base::Date> plus_business_days(base::Date day, int count);

}  // namespace kenpo::law
