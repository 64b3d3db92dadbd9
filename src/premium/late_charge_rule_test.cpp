#include "premium/late_charge_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "law/book.h"

namespace kenpo::premium {
namespace {

using base::Date;
using base::Yen;

Date day(std::string_view iso) { return *Date::parse(iso); }

/// The same day by day: each day its own rate, one exact sum.
Yen day_by_day(Yen amount, Date due, Date paid) {
  const auto& book = law::Book::carried();
  const Date lower_until = base::period_end(due.plus_days(1), 3);
  base::Share sum;
  for (Date each = due.plus_days(1); each < paid; each = each.plus_days(1)) {
    const auto* name = each <= lower_until ? "premium.late_charge.lower_rate"
                                           : "premium.late_charge.higher_rate";
    sum = sum + base::Share(base::cut_to(amount, 1000)) * book.rate(name, each)->value / 365;
  }
  return base::cut_to(sum.truncated(), 100);
}

TEST(LateCharge, AgreesWithCountingEveryDay) {
  EXPECT_TRUE(rc::check("stretches and days", [] {
    const Date due = day("2015-01-31").plus_days(*rc::gen::inRange(0, 3600));
    const Date paid = due.plus_days(*rc::gen::inRange(0, 700));
    const Yen amount(*rc::gen::inRange<std::int64_t>(0, 50'000'000));
    const auto decision = late_charge(amount, due, paid);
    RC_ASSERT(decision.ok());
    RC_ASSERT(decision->value == day_by_day(amount, due, paid));
  }));
}

TEST(LateCharge, NothingWhenPaidByTheDeadlineOfTheReminder) {
  const auto in_time = late_charge(Yen(1'000'000), day("2026-03-31"), day("2026-06-10"),
                                   day("2026-06-10"));
  EXPECT_EQ(in_time->value, Yen());
  const auto late = late_charge(Yen(1'000'000), day("2026-03-31"), day("2026-06-11"),
                                day("2026-06-10"));
  EXPECT_GT(late->value, Yen());
}

TEST(LateCharge, AYearWithoutRateIsNamed) {
  const auto decision = late_charge(Yen(1'000'000), day("2026-11-30"), day("2027-01-05"));
  ASSERT_FALSE(decision.ok());
  const auto told = base::tell(decision.faults().front(), base::Language::japanese);
  EXPECT_NE(told.find("2027-01-01"), std::string::npos) << told;
  EXPECT_NE(told.find("premium.late_charge.lower_rate"), std::string::npos) << told;
}

}  // namespace
}  // namespace kenpo::premium
