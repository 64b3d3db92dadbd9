// The size of an employer as a dated fact, and what it decides at the entry of short hours.
#include <gtest/gtest.h>

#include "eligibility/notification_for_tests.h"
#include "eligibility/office_size_act.h"
#include "eligibility/office_size_rule.h"

namespace kenpo::eligibility {
namespace {

class OfficeSizeTest : public NotificationTest {
 protected:
  base::Result<> set(base::Date from, OfficeKind kind, int persons) {
    auto opened = ledger();
    return enter_office_size(opened, society_.clerk(), {works_.id, from, kind, persons});
  }
  /// Somebody with short hours that fulfil all but the size.
  NotificationView hired_for_short_hours(base::Date on) {
    auto made = hiring(on);
    made.content.number.clear();
    made.content.short_hours = YesNo::yes;
    made.content.weekly_hours = 24;
    made.content.pay = base::Yen(120'000);
    return show(must(enter(made)));
  }
};

TEST_F(OfficeSizeTest, TheSizeOfTheDayDecidesAtTheEntry) {
  EXPECT_TRUE(has(hired_for_short_hours(day(2026, 4, 1)), Caution::office_size_unknown));
  must(set(day(2026, 4, 1), OfficeKind::counted, 40));
  const auto few = hired_for_short_hours(day(2026, 4, 1));
  EXPECT_FALSE(has(few, Caution::office_size_unknown));
  EXPECT_TRUE(has(few, Caution::short_hours_unmet)) << "40 of 51";
  must(set(day(2026, 10, 1), OfficeKind::counted, 51));
  EXPECT_TRUE(has(hired_for_short_hours(day(2026, 9, 30)), Caution::short_hours_unmet));
  EXPECT_FALSE(has(hired_for_short_hours(day(2026, 10, 1)), Caution::short_hours_unmet));
  // By agreement from April on, entered later: the fact of the day is corrected.
  must(set(day(2026, 4, 1), OfficeKind::agreement, 0));
  EXPECT_FALSE(has(hired_for_short_hours(day(2026, 4, 1)), Caution::short_hours_unmet));
  auto opened = ledger();
  const auto shown = must(show_establishment(opened, society_.clerk(), works_.id));
  ASSERT_EQ(shown.sizes.size(), 2U);
  EXPECT_EQ(shown.sizes[0].size.kind, OfficeKind::agreement);
  EXPECT_TRUE(shown.sizes[0].covers);
}

TEST_F(OfficeSizeTest, TheStepsOfTheLawMoveWithoutANewFact) {
  const OfficeSize size{works_.id, day(2024, 10, 1), OfficeKind::counted, 40};
  EXPECT_FALSE(must(covers_short_hours(size, day(2027, 9, 30))).value);
  EXPECT_TRUE(must(covers_short_hours(size, day(2027, 10, 1))).value);  // 36 and more
}

TEST_F(OfficeSizeTest, WhatCannotBeIsRefused) {
  EXPECT_FALSE(set(works_.from.plus_days(-1), OfficeKind::counted, 60).ok());
  EXPECT_FALSE(set(day(2026, 4, 1), OfficeKind::counted, 0).ok());
  EXPECT_FALSE(set(day(2026, 4, 1), OfficeKind::agreement, 60).ok());
  auto opened = ledger();
  const OfficeSize unknown{base::EstablishmentId::draw(), day(2026, 4, 1), OfficeKind::state, 0};
  EXPECT_FALSE(enter_office_size(opened, society_.clerk(), unknown).ok());
  EXPECT_FALSE(enter_office_size(opened, society_.stranger(),
                                 {works_.id, day(2026, 4, 1), OfficeKind::state, 0})
                   .ok());
  EXPECT_TRUE(must(show_establishment(opened, society_.clerk(), works_.id)).sizes.empty());
}

}  // namespace
}  // namespace kenpo::eligibility
