#include "benefit/limitation_rule.h"

#include "law/book.h"

namespace kenpo::benefit {

namespace {

using base::Date;
using base::Month;
using base::Result;
using base::Span;
using law::Decision;

constexpr int months_a_year = 12;

/// Two years from `start`; the last day is in them. Holidays do not move it.
Result<Decision<Span>> lapse(Date start) {
  const auto years = KENPO_TRY(law::Book::carried().count("benefit.limitation", start));
  const Date last = base::period_end(start, months_a_year * years.value);
  Decision<Span> decision{{start, last}, {}};
  decision.basis.push_back(
      {{"時効の起算日", "First day of the time"}, "健康保険法193条1項・民法140条", start});
  decision.basis.push_back({{"請求できる最後の日", "Last day to claim"},
                            "健康保険法193条1項・民法143条",
                            last,
                            years.row});
  return decision;
}

}  // namespace

// 健康保険法193条1項
Result<Decision<Span>> limitation_after(Date fact) { return lapse(fact.plus_days(1)); }
Result<Decision<Span>> limitation_after(Month treatment) {
  return lapse(treatment.plus(1).first_day());
}

}  // namespace kenpo::benefit
