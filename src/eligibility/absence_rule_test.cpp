// Long absences come up for review every six months while they go on.
#include "eligibility/absence_rule.h"

#include <gtest/gtest.h>

namespace kenpo::eligibility {
namespace {

base::Date day(int year, int month, int number) { return *base::Date::make(year, month, number); }

Circumstance absence(base::Date from, std::optional<base::Date> until = std::nullopt) {
  return {.kind = CircumstanceKind::long_absence,
          .person = base::PersonId::draw(),
          .period = PeriodId::draw(),
          .from = from,
          .until = until};
}

std::optional<base::Date> review(const Circumstance& one, int year, int month) {
  const auto found = absence_review_in(one, *base::Month::make(year, month));
  EXPECT_TRUE(found.ok());
  return found.ok() ? *found : std::nullopt;
}

TEST(AbsenceReview, EverySixMonthsWhileItGoesOn) {
  const auto one = absence(day(2026, 3, 31));
  EXPECT_EQ(review(one, 2026, 3), std::nullopt);
  EXPECT_EQ(review(one, 2026, 8), std::nullopt);
  EXPECT_EQ(review(one, 2026, 9), day(2026, 9, 30));
  EXPECT_EQ(review(one, 2026, 10), std::nullopt);
  EXPECT_EQ(review(one, 2027, 3), day(2027, 3, 31));
}

TEST(AbsenceReview, NotOnceItEndedAndOfNothingElse) {
  EXPECT_EQ(review(absence(day(2026, 3, 31), day(2026, 9, 29)), 2026, 9), std::nullopt);
  auto detained = absence(day(2026, 3, 31));
  detained.kind = CircumstanceKind::detention;
  EXPECT_EQ(review(detained, 2026, 9), std::nullopt);
}

}  // namespace
}  // namespace kenpo::eligibility
