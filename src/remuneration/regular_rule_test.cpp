#include "remuneration/regular_rule.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "remuneration/bonus_rule.h"
#include "remuneration/revision_rule.h"

namespace kenpo::remuneration {
namespace {

using base::Month;
using base::Yen;

RegularInput any_input() {
  RegularInput input;
  input.year = *rc::gen::inRange(2017, 2028);
  input.worker = *rc::gen::element(Worker::ordinary, Worker::part_time, Worker::short_hours);
  for (auto& month : input.months) {
    month.base_days = *rc::gen::inRange(0, 32);
    month.pay = Yen(*rc::gen::inRange(50'000, 1'500'000));
  }
  return input;
}

TEST(Regular, TheAverageLiesBetweenTheMonthsThatCount) {
  EXPECT_TRUE(rc::check("between", [] {
    const auto input = any_input();
    const auto decision = determine_regular(input);
    RC_ASSERT(decision.ok());
    const auto& regular = decision->value;
    RC_ASSERT(regular.average.has_value() == !regular.months.empty());
    if (!regular.average) return;
    Yen lowest = Yen(Yen::limit);
    Yen highest;
    for (const int month : regular.months) {
      const auto pay = input.months[static_cast<std::size_t>(month - 4)].pay;
      lowest = std::min(lowest, pay);
      highest = std::max(highest, pay);
    }
    RC_ASSERT(lowest <= *regular.average && *regular.average <= highest);
  }));
}

TEST(Regular, MorePayNeverGivesLess) {
  EXPECT_TRUE(rc::check("monotone in pay", [] {
    auto input = any_input();
    const auto before = determine_regular(input)->value;
    input.months[1].pay += Yen(*rc::gen::inRange(0, 100'000));
    const auto after = determine_regular(input)->value;
    RC_ASSERT(before.months == after.months);
    if (before.grade) RC_ASSERT(before.grade->number <= after.grade->number);
  }));
}

TEST(Revision, MovesOnlyTheWayOfTheFixedPay) {
  EXPECT_TRUE(rc::check("direction", [] {
    RevisionInput input;
    input.changed = Month::make(2020, 1)->plus(*rc::gen::inRange(0, 90));
    const auto table = *grade_table(input.changed.first_day());
    input.standard = table[*rc::gen::inRange<std::size_t>(0, table.size())].standard;
    input.monthly = input.standard;
    input.fixed_pay = *rc::gen::element(FixedPay::up, FixedPay::down, FixedPay::none);
    const Yen pay(*rc::gen::inRange(40'000, 1'600'000));
    for (auto& month : input.months) month = {31, pay};
    const auto revision = determine_revision(input)->value;
    RC_ASSERT(revision.revised == revision.grade.has_value());
    if (!revision.revised) return;
    RC_ASSERT(input.fixed_pay != FixedPay::none);
    const bool up = revision.grade->standard > input.standard;
    RC_ASSERT(up == (input.fixed_pay == FixedPay::up));
  }));
}

TEST(Bonus, TheYearNeverPassesItsLimit) {
  EXPECT_TRUE(rc::check("running total", [] {
    Yen total;
    for (int payment = 0; payment < 8; ++payment) {
      const Yen paid(*rc::gen::inRange(0, 3'000'000));
      const auto month = Month::make(2026, 4)->plus(payment);
      const auto bonus = standard_bonus(month, paid, total);
      RC_ASSERT(bonus.ok());
      RC_ASSERT(*bonus <= paid && bonus->amount() % 1000 == 0);
      RC_ASSERT(explain_standard_bonus(month, paid, total)->value == *bonus);
      total += *bonus;
    }
    RC_ASSERT(total <= Yen(5'730'000));
  }));
}

}  // namespace
}  // namespace kenpo::remuneration
