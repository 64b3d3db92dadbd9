// Months of voluntary members corrected after they were asked for: what the next levy posts, and
// that a correction taken back leaves what was owed before.
#include <random>

#include "collection/credit_act.h"
#include "collection/rate_trial_act.h"
#include "collection/voluntary_for_tests.h"
#include "premium/change_effect_act.h"
#include "premium/change_save_act.h"

namespace kenpo::collection {
namespace {

class VoluntaryCorrectionTest : public VoluntaryTest {
 protected:
  void ask(int first, int last) {
    for (int month = first; month <= last; ++month) {
      society_.clock().set(base::start_of(day(2026, month, 9)));
      demand(month_in(2026, month), day(2026, month, 20));
    }
  }
  /// The status never was.
  void cancel_period() {
    write([&](store::Transaction& transaction, const eligibility::MemberAccess& access,
              base::Moment now) -> base::Result<> {
      std::vector<store::RowId> rows;
      KENPO_TRY(store::each<eligibility::insured_period_table>(
          transaction, access, {"period = $1 AND withdrawn_at = $2"},
          {period_.id, store::not_withdrawn},
          [&](const store::Record<eligibility::insured_period_table>& record) {
            rows.push_back(record.row());
          }));
      for (const auto row : rows) {
        KENPO_TRY(store::withdraw<eligibility::insured_period_table>(transaction, access, row,
                                                                     now));
      }
      return base::Done{};
    });
  }
  VoluntaryLevy again(int month) { return demand(month_in(2026, month), day(2026, month, 20)); }
  /// Everything asked of the member less everything credited.
  Yen owed() {
    Yen sum;
    for (const auto& one : shown_member().demands) sum += one.demand.debt.total();
    auto ledger = this->ledger();
    for (const auto& one : must(list_credits(ledger, society_.clerk())).credits) {
      if (one.credit.payer == payer_of(member_.id)) sum -= one.credit.amount;
    }
    return sum;
  }
};

TEST_F(VoluntaryCorrectionTest, AHigherStandardIsAskedForInOneDemandWithItsCause) {
  ask(5, 7);
  EXPECT_EQ(again(7).corrected, 0);
  hold(month_in(2026, 6), 320'000);  // 26,240 yen a month
  const auto levy = again(7);
  EXPECT_EQ(levy.corrected, 2);
  EXPECT_EQ(levy.corrected_more, Yen(2 * 1'640));
  EXPECT_EQ(again(7).corrected, 0);
  const auto member = shown_member();
  ASSERT_EQ(member.corrections.size(), 2U);
  EXPECT_EQ(member.corrections[0].month, month_in(2026, 6));
  EXPECT_EQ(member.corrections[0].cause, CorrectionCause::standard);
  EXPECT_EQ(member.corrections[0].child, Yen(46));  // 736 less 690
  EXPECT_EQ(owed(), Yen(24'600 + 2 * 26'240));
  // The month of the demand is asked for as such all the same.
  society_.clock().set(base::start_of(day(2026, 8, 2)));
  EXPECT_EQ(again(8).demanded, 1);
  EXPECT_TRUE(balanced());
}

TEST_F(VoluntaryCorrectionTest, ALowerStandardIsTakenOffWhatIsUnpaidAndElseACredit) {
  ask(5, 6);
  pay(month_debt(month_in(2026, 5)), 24'600, day(2026, 5, 8));
  hold(month_in(2026, 5), 280'000);  // 22,960 yen a month
  const auto levy = again(6);
  EXPECT_EQ(levy.corrected_less, Yen(2 * 1'640));
  auto ledger = this->ledger();
  const auto credits = must(list_credits(ledger, society_.clerk())).credits;
  Yen left;
  for (const auto& one : credits) {
    EXPECT_EQ(one.credit.cause, CreditCause::voluntary_correction);
    left += one.credit.rest();
  }
  EXPECT_EQ(left, Yen(1'640));  // of May, which was paid
  EXPECT_EQ(shown_member().open(), Yen(22'960));
  EXPECT_TRUE(balanced());
}

TEST_F(VoluntaryCorrectionTest, ABirthDateAndRatesAreCausesOfTheirOwn) {
  ask(5, 5);
  be_born(day(1981, 1, 20));
  EXPECT_EQ(again(5).corrected_more, Yen(5'400));
  EXPECT_EQ(shown_member().corrections.back().cause, CorrectionCause::care);
  tick();
  auto ledger = this->ledger();
  must(premium::enter_rates(ledger, society_.clerk(),
                            {{premium::RateKind::general_basic, month_in(2026, 5),
                              base::Rate{55'600}, base::Rate{27'800}}}));
  EXPECT_EQ(again(5).corrected_more, Yen(3'000));
  EXPECT_EQ(shown_member().corrections.back().cause, CorrectionCause::rate);
  EXPECT_TRUE(balanced());
}

TEST_F(VoluntaryCorrectionTest, ALossAfterACorrectionGivesAllOfItsMonthBack) {
  ask(5, 6);
  hold(month_in(2026, 5), 320'000);
  again(6);
  lose(day(2026, 6, 15));
  auto ledger = this->ledger();
  must(settle_loss(ledger, society_.clerk(), member_.id));
  EXPECT_EQ(owed(), Yen(26'240));  // May
  EXPECT_EQ(shown_member().open(), Yen(26'240));
  EXPECT_EQ(again(6).corrected, 0);
  EXPECT_TRUE(balanced());
}

/// The status turns out never to have been: what was asked is taken back, what was paid credited.
TEST_F(VoluntaryCorrectionTest, AStatusCancelledAfterwardsSettlesWhatWasPaid) {
  ask(5, 6);
  pay(month_debt(month_in(2026, 5)), 24'600, day(2026, 5, 8));
  hold(month_in(2026, 6), 320'000);
  again(6);
  const auto before = owed();
  const auto asked = shown_member().demands.size();
  cancel_period();
  const auto levy = again(6);
  EXPECT_EQ(levy.cancelled, 1);
  EXPECT_EQ(levy.corrected_less, before);
  EXPECT_EQ(again(6).cancelled, 0);
  auto ledger = this->ledger();
  Yen left;
  for (const auto& one : must(list_credits(ledger, society_.clerk())).credits) {
    left += one.credit.rest();
  }
  EXPECT_EQ(left, Yen(24'600));  // May was paid, the rest is taken off what was open
  EXPECT_TRUE(balanced());
  // It stands again: the same is owed as before.
  write([&](store::Transaction& transaction, const eligibility::MemberAccess& access,
            base::Moment now) { return eligibility::put(transaction, access, period_, now); });
  again(6);
  EXPECT_EQ(owed(), before);
  EXPECT_GT(shown_member().demands.size(), asked);
  EXPECT_TRUE(balanced());
}

// 健康保険法165条
TEST_F(VoluntaryCorrectionTest, APrepaymentOfACancelledStatusIsGivenBackWhole) {
  auto ledger = this->ledger();
  const auto asked = must(demand_prepayment(ledger, society_.clerk(), member_.id,
                                            PrepaymentUnit::half_year, month_in(2026, 6)));
  const auto paid = asked.debt.total();
  pay(asked.debt.key, static_cast<int>(paid.amount()), day(2026, 5, 8));
  cancel_period();
  EXPECT_EQ(again(6).cancelled, 1);
  const auto credits = must(list_credits(ledger, society_.clerk())).credits;
  ASSERT_EQ(credits.size(), 1U);
  EXPECT_EQ(credits[0].credit.cause, CreditCause::period_cancelled);
  EXPECT_EQ(credits[0].credit.rest(), paid);
  EXPECT_EQ(again(6).cancelled, 0);
  EXPECT_TRUE(balanced());
}

// 健康保険法施行令50条
TEST_F(VoluntaryCorrectionTest, APrepaymentFollowsTheStandardAndBack) {
  auto ledger = this->ledger();
  const auto asked = must(demand_prepayment(ledger, society_.clerk(), member_.id,
                                            PrepaymentUnit::half_year, month_in(2026, 6)));
  pay(asked.debt.key, static_cast<int>(asked.debt.total().amount()), day(2026, 5, 8));
  const auto before = owed();
  hold(month_in(2026, 5), 320'000);
  const auto more = again(6);
  EXPECT_EQ(more.repriced, 1);
  EXPECT_GT(more.shortfall, Yen(4 * 1'600));
  EXPECT_EQ(again(6).repriced, 0);
  hold(month_in(2026, 5), 300'000);
  EXPECT_EQ(again(6).surplus, more.shortfall);
  EXPECT_EQ(again(6).repriced, 0);
  EXPECT_EQ(owed(), before);
  EXPECT_TRUE(balanced());
}

TEST_F(VoluntaryCorrectionTest, ThePageOfACorrectionShowsWhatTheNextLevyPosts) {
  ask(5, 7);
  for (int month = 4; month <= 7; ++month) levy(month_in(2026, month));
  auto ledger = this->ledger();
  const premium::ProposedChange change{
      member_.id, premium::StandardCorrection{period_.id, month_in(2026, 6), Yen(320'000)}};
  const auto effect = must(premium::preview_change(ledger, society_.clerk(), change));
  ASSERT_EQ(effect.months.size(), 2U);
  EXPECT_EQ(effect.months[0].month, month_in(2026, 6));
  EXPECT_EQ(effect.months[0].after.insured, Yen(26'240));
  EXPECT_EQ(effect.months[0].after.employer, Yen());
  EXPECT_TRUE(effect.months[0].has(premium::EffectCause::standard));
  EXPECT_EQ(effect.claimed.total(), Yen(2 * 1'640));
  tick();
  must(premium::save_change(ledger, society_.clerk(),
                            {change, "届書の訂正による", effect.claimed.total()}));
  EXPECT_EQ(again(7).corrected_more, effect.claimed.total());
}

TEST_F(VoluntaryCorrectionTest, ATrialOfRatesHasVoluntaryMembersInALineOfTheirOwn) {
  for (int month = 4; month <= 5; ++month) levy(month_in(2026, month));
  auto ledger = this->ledger();
  const auto start = must(start_trial(ledger, society_.clerk()));
  const auto same = must(try_rates(ledger, society_.clerk(), start.rates, 2));
  EXPECT_EQ(same.voluntary.persons, 1);  // May alone
  EXPECT_EQ(same.voluntary.now.total(), Yen(24'600));
  EXPECT_EQ(same.voluntary.insured_now, Yen(24'600));
  EXPECT_EQ(same.voluntary.now, same.voluntary.then);
  auto higher = start.rates;
  higher.basic.total = base::Rate{55'600};
  higher.basic.insured = base::Rate{27'800};
  const auto trial = must(try_rates(ledger, society_.clerk(), higher, 2));
  EXPECT_EQ(trial.voluntary.then.total() - trial.voluntary.now.total(), Yen(3'000));
  Yen employers;
  for (const auto& one : trial.employers) employers += one.then.total();
  EXPECT_EQ(trial.all.then.total(), employers + trial.voluntary.then.total());
}

/// Retro then undo = before, whatever was corrected in between and whatever was paid.
TEST_F(VoluntaryCorrectionTest, WhatIsTakenBackLeavesWhatWasOwedBefore) {
  constexpr int standards[] = {260'000, 280'000, 320'000, 340'000};
  ask(5, 9);
  pay(month_debt(month_in(2026, 5)), 24'600, day(2026, 5, 8));
  pay(month_debt(month_in(2026, 7)), 10'000, day(2026, 7, 8));
  const auto before = owed();
  std::mt19937 random(20261123);
  const auto any = [&](int first, int last) {
    return std::uniform_int_distribution(first, last)(random);
  };
  for (int round = 0; round < 6; ++round) {
    SCOPED_TRACE(round);
    const auto from = any(5, 9);
    hold(month_in(2026, from), standards[any(0, 3)]);
    if (any(0, 1) == 1) be_born(day(1980, any(1, 12), 20));
    const auto levy = again(9);
    EXPECT_EQ(owed(), before + levy.corrected_more - levy.corrected_less);
    if (any(0, 1) == 1) {
      hold(month_in(2026, from), standards[any(0, 3)]);
      again(9);
    }
    hold(month_in(2026, from), 300'000);
    be_born(day(1990, 5, 15));
    again(9);
    EXPECT_EQ(owed(), before);
    EXPECT_EQ(again(9).corrected, 0);
  }
  EXPECT_TRUE(balanced());
}

}  // namespace
}  // namespace kenpo::collection
