// Leaves free the premiums of the levy; trials of rates are the levy's own functions.
#include "collection/leave_act.h"

#include "collection/collection_for_tests.h"
#include "collection/rate_trial_act.h"
#include "collection/rate_trial_print.h"
#include "premium/levy_ledger_store.h"
#include "tests/support/sender.h"

namespace kenpo::collection {
namespace {

using premium::Leave;
using premium::LeaveFact;

class LeaveTest : public CollectionTest {
 protected:
  static LeaveFact leave(Leave kind, base::Date from, base::Date to) {
    return {.person = base::PersonId::draw(),
            .kind = kind,
            .days = {from, to},
            .applied_on = day(2026, 11, 24)};
  }
  base::Result<LeaveView> record(LeaveFact fact, const char* symbol = "101",
                                 const char* number = "1",
                                Between between = Between::working_days) {
    tick();
    auto ledger = this->ledger();
    return record_leave(ledger, society_.clerk(), {symbol, number}, fact, between);
  }
  premium::PaymentNotice bill_now(Month month) {
    auto ledger = this->ledger();
    return must(premium::show_payment_notice(ledger, society_.clerk(), works_.id, month));
  }
};

TEST_F(LeaveTest, AMonthOnLeaveIsNotLevied) {
  levy(month_in(2026, 4));
  EXPECT_EQ(bill_now(month_in(2026, 4)).total, Yen(24'600));
  const auto view = must(record(leave(Leave::childcare, day(2026, 5, 1), day(2026, 7, 31))));
  EXPECT_EQ(view.months.size(), 3U);
  EXPECT_TRUE(view.months[0].exempt.monthly && view.months[0].exempt.bonus);
  levy(month_in(2026, 5));
  const auto may = bill_now(month_in(2026, 5));
  EXPECT_EQ(may.total, Yen());
  ASSERT_EQ(may.causes.size(), 1U);
  EXPECT_EQ(may.causes[0].cause, premium::Cause::leave);
  EXPECT_EQ(may.causes[0].millionths, -24'600'000'000);
}

TEST_F(LeaveTest, ALeaveThatIsNotifiedLatePostsTheDifferenceAndItsReversalToo) {
  for (int month = 4; month <= 6; ++month) levy(month_in(2026, month));
  const auto view = must(record(leave(Leave::childcare, day(2026, 5, 1), day(2026, 6, 30))));
  levy(month_in(2026, 7));
  EXPECT_EQ(bill_now(month_in(2026, 7)).total, Yen(24'600 - 2 * 24'600));
  tick();
  auto ledger = this->ledger();
  must(take_leave_back(ledger, society_.clerk(), view.leave.id));
  EXPECT_FALSE(take_leave_back(ledger, society_.clerk(), view.leave.id).ok());
  levy(month_in(2026, 8));
  EXPECT_EQ(bill_now(month_in(2026, 8)).total, Yen(24'600 + 2 * 24'600));
}

TEST_F(LeaveTest, WhatALeaveAndItsReversalDoIsShownBeforeTheyAreRecorded) {
  for (int month = 4; month <= 6; ++month) levy(month_in(2026, month));
  auto ledger = this->ledger();
  const auto late = leave(Leave::childcare, day(2026, 5, 1), day(2026, 6, 30));
  const auto tried = must(try_leave(ledger, society_.clerk(), {"101", "1"}, late));
  const auto effect = must(leave_effect(ledger, society_.clerk(), tried.leave));
  ASSERT_EQ(effect.months.size(), 2U);
  EXPECT_TRUE(effect.months[0].has(premium::EffectCause::leave));
  EXPECT_EQ(effect.claimed.total(), Yen(-2 * 24'600));
  EXPECT_EQ(effect.claimed.insured, Yen(-24'600));
  const auto view = must(record(late));
  levy(month_in(2026, 7));
  const auto back = must(try_taking_back(ledger, society_.clerk(), view.leave.id));
  EXPECT_EQ(back.view.name, "山田　花子");
  ASSERT_EQ(back.effect.months.size(), 2U);
  EXPECT_EQ(back.effect.claimed.total(), Yen(2 * 24'600));
  EXPECT_EQ(bill_now(month_in(2026, 7)).total, Yen(24'600 - 2 * 24'600)) << "nothing was written";
  EXPECT_FALSE(try_taking_back(ledger, society_.clerk(), premium::LeaveId::draw()).ok());
  EXPECT_FALSE(try_taking_back(ledger, society_.stranger(), view.leave.id).ok());
}

TEST_F(LeaveTest, LeavesWithoutSenseAreRefused) {
  EXPECT_FALSE(record(leave(Leave::childcare, day(2026, 5, 2), day(2026, 5, 1))).ok());
  EXPECT_FALSE(record(leave(Leave::maternity, day(2026, 5, 1), day(2026, 6, 1))).ok());  // no birth
  EXPECT_FALSE(record(leave(Leave::childcare, day(2026, 3, 1), day(2026, 6, 1))).ok());
  EXPECT_FALSE(record(leave(Leave::childcare, day(2026, 5, 1), day(2026, 6, 1)), "999").ok());
  auto worked = leave(Leave::childcare, day(2026, 5, 1), day(2026, 5, 20));
  worked.worked_days = 21;
  EXPECT_FALSE(record(worked).ok());
  auto birth = leave(Leave::maternity, day(2026, 5, 1), day(2026, 8, 6));
  birth.due_on = day(2026, 6, 11);  // 42 days with the day of birth; 56 after
  EXPECT_TRUE(record(birth).ok());
  EXPECT_FALSE(record(birth).ok());  // recorded
  birth.days.to = day(2026, 8, 7);
  EXPECT_FALSE(record(birth).ok());
}

TEST_F(LeaveTest, FourteenDaysWithinAMonthWithoutTheDaysWorked) {
  auto fourteen = leave(Leave::childcare, day(2026, 5, 4), day(2026, 5, 18));
  fourteen.worked_days = 1;
  auto ledger = this->ledger();
  EXPECT_TRUE(must(try_leave(ledger, society_.clerk(), {"101", "1"}, fourteen))
                  .months[0].exempt.monthly);
  fourteen.worked_days = 2;
  const auto less = must(try_leave(ledger, society_.clerk(), {"101", "1"}, fourteen));
  EXPECT_FALSE(less.months[0].exempt.monthly);
  EXPECT_EQ(must(list_leaves(ledger, society_.clerk(), 0, 10)).count, 0);  // only tried
}

// 健康保険法43条の3・102条: 42 days before a single birth, 98 before a multiple one.
TEST_F(LeaveTest, OnlyAMultipleBirthLetsMaternityLeaveBeginNinetyEightDaysBefore) {
  auto birth = leave(Leave::maternity, day(2026, 5, 1), day(2026, 8, 6));
  birth.due_on = day(2026, 8, 6);  // the 98th day before is 2026-05-01, the 42nd 2026-06-26
  EXPECT_FALSE(record(birth).ok());
  birth.days.from = day(2026, 6, 25);
  EXPECT_FALSE(record(birth).ok());
  birth.expected = premium::Expected::multiple;
  birth.days.from = day(2026, 4, 30);
  EXPECT_FALSE(record(birth).ok());
  birth.days.from = day(2026, 5, 1);
  const auto view = must(record(birth));
  auto ledger = this->ledger();
  const auto listed = must(list_leaves(ledger, society_.clerk(), 0, 10)).leaves;
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0].leave.expected, premium::Expected::multiple);
  auto care = leave(Leave::childcare, day(2026, 10, 1), day(2026, 10, 31));
  care.expected = premium::Expected::multiple;
  EXPECT_FALSE(record(care).ok());
}

TEST_F(LeaveTest, AManHasNoMaternityLeave) {
  auto birth = leave(Leave::maternity, day(2026, 5, 1), day(2026, 6, 11));
  birth.due_on = day(2026, 6, 11);
  const auto refused = record(birth, "202", "2");
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.faults()[0].what.ja.text().find("男性"), std::string::npos);
  EXPECT_TRUE(record(birth).ok());
}

// 施行規則135条: three days without work lie between; both are one leave beyond a month.
TEST_F(LeaveTest, LeavesWithNoWorkingDayBetweenAreOne) {
  const auto second = leave(Leave::childcare, day(2026, 11, 24), day(2026, 12, 3));
  EXPECT_FALSE(record(second, "101", "1", Between::no_working_day).ok());  // none before
  must(record(leave(Leave::childcare, day(2026, 11, 2), day(2026, 11, 20))));
  auto ledger = this->ledger();
  const auto apart = must(try_leave(ledger, society_.clerk(), {"101", "1"}, second));
  EXPECT_TRUE(apart.months[0].exempt.monthly);
  EXPECT_FALSE(apart.months[0].exempt.bonus);
  const auto view = must(record(second, "101", "1", Between::no_working_day));
  EXPECT_TRUE(view.months[0].exempt.monthly);
  EXPECT_TRUE(view.months[0].exempt.bonus);
  ASSERT_TRUE(view.leave.joined_after);
  EXPECT_EQ(*view.leave.joined_after, day(2026, 11, 20));
}

TEST_F(LeaveTest, ALeaveThatJoinsTheOneBeforeChangesItsMonthToo) {
  for (int month = 4; month <= 5; ++month) levy(month_in(2026, month));
  // Inside June alone, thirteen days: charged.
  must(record(leave(Leave::childcare, day(2026, 6, 15), day(2026, 6, 27))));
  levy(month_in(2026, 6));
  EXPECT_EQ(bill_now(month_in(2026, 6)).total, Yen(24'600));
  must(record(leave(Leave::childcare, day(2026, 7, 1), day(2026, 7, 5)), "101", "1",
              Between::no_working_day));
  levy(month_in(2026, 7));
  // One leave over the end of June: June is free, July is charged.
  EXPECT_EQ(bill_now(month_in(2026, 7)).total, Yen());
}

TEST_F(CollectionTest, ATrialAtTheRatesInForceIsTheLevy) {
  bill(month_in(2026, 4));
  bill(month_in(2026, 5));
  auto ledger = this->ledger();
  const auto start = must(start_trial(ledger, society_.clerk()));
  EXPECT_EQ(start.last, month_in(2026, 5));
  const auto same = must(try_rates(ledger, society_.clerk(), start.rates, 2));
  EXPECT_EQ(same.all.now, same.all.then);
  EXPECT_EQ(same.all.now.total(), Yen(2 * (24'600 + 41'000)));
  EXPECT_EQ(same.employers.size(), 2U);
  auto higher = start.rates;
  higher.care.total = base::Rate{20'000};
  higher.care.insured = base::Rate{10'000};
  const auto trial = must(try_rates(ledger, society_.clerk(), higher, 1));
  EXPECT_EQ(trial.all.then.total() - trial.all.now.total(), Yen(820));  // 410,000 × 2 ‰
  EXPECT_EQ(trial.all.insured_then - trial.all.insured_now, Yen(410));
  EXPECT_EQ(must(print_rate_trial(trial, test_support::sample_sender(), society_.clock().now()))
                .missing_glyphs,
            0);
  higher.care.insured = base::Rate{10'001};
  EXPECT_FALSE(try_rates(ledger, society_.clerk(), higher, 1).ok());
  const auto too_many = try_rates(ledger, society_.clerk(), start.rates, 3);
  ASSERT_FALSE(too_many.ok());  // two months were levied: it says how many and where to enter it
  EXPECT_NE(too_many.faults()[0].mend.ja.text().find("「月数」の欄を、調定した月の数の2か月"),
            std::string::npos);
  EXPECT_FALSE(try_rates(ledger, society_.clerk(), start.rates, 0).ok());
  auto low = start.rates;
  low.basic = {};
  low.specific = {};
  EXPECT_FALSE(try_rates(ledger, society_.clerk(), low, 1).ok());
}

}  // namespace
}  // namespace kenpo::collection
