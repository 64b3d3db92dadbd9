// Voluntary members: the month, prepayment and what a loss gives back, slips, certificates.
#include "collection/voluntary_act.h"

#include <algorithm>

#include "collection/credit_act.h"
#include "collection/voluntary_for_tests.h"
#include "collection/voluntary_print.h"

namespace kenpo::collection {
namespace {

TEST_F(VoluntaryTest, TheWholePremiumIsTheMembersAndDueOnTheTenth) {
  const auto may = demand(month_in(2026, 5), day(2026, 5, 20));
  EXPECT_EQ(may.demanded, 1);
  EXPECT_EQ(may.total, Yen(24'600));
  EXPECT_EQ(demand(month_in(2026, 5), day(2026, 5, 20)).known, 1);
  EXPECT_EQ(demand(month_in(2026, 6), day(2026, 6, 20)).demanded, 1);
  const auto member = shown_member();
  ASSERT_EQ(member.demands.size(), 2U);
  EXPECT_EQ(member.demands[0].demand.debt.due, day(2026, 5, 20));  // set by the society
  EXPECT_EQ(member.demands[1].demand.debt.due, day(2026, 6, 10));
  EXPECT_EQ(member.demands[1].demand.debt.child, Yen(690));
  auto ledger = this->ledger();
  EXPECT_FALSE(levy_voluntary(ledger, society_.clerk(), month_in(2026, 7), day(2026, 7, 1)).ok());
  EXPECT_TRUE(balanced());
}

TEST_F(VoluntaryTest, TheMembersNameMatchesAndThePaymentIsCertifiedByItsDay) {
  demand(month_in(2026, 5), day(2026, 5, 20));
  society_.clock().set(base::start_of(day(2026, 5, 20)));
  const auto receipt = receive("ｻﾄｳ ｼﾞﾛｳ", 24'600, day(2026, 5, 19));
  EXPECT_TRUE(is_certain(shown(receipt.id).proposals));
  auto ledger = this->ledger();
  EXPECT_EQ(must(allocate_certain(ledger, society_.clerk())), 1);
  const auto member = must(member_for_paper(ledger, society_.clerk(), member_.id));
  EXPECT_EQ(member.open(), Yen());
  EXPECT_EQ(payments_in(member, 2026).size(), 1U);
  EXPECT_TRUE(payments_in(member, 2027).empty());
  const auto now = society_.clock().now();
  EXPECT_EQ(must(print_certificate(member, 2026, sender(), now)).missing_glyphs, 0);
  EXPECT_EQ(must(print_slip(member, member.demands[0].demand, sender(), now)).pages, 1);
  EXPECT_TRUE(balanced());
}

TEST_F(VoluntaryTest, WhatIsNotPaidByTheTenthProposesTheLossOnTheEleventh) {
  demand(month_in(2026, 5), day(2026, 5, 20));
  demand(month_in(2026, 6), day(2026, 6, 20));
  pay(month_debt(month_in(2026, 5)), 24'600, day(2026, 5, 8));
  EXPECT_FALSE(shown_member().loss());
  society_.clock().set(base::start_of(day(2026, 6, 11)));
  const auto loss = shown_member().loss();
  ASSERT_TRUE(loss);
  EXPECT_EQ(loss->lost_on, day(2026, 6, 11));
  EXPECT_EQ(loss->kind, UnpaidLoss::Kind::loss);
  // The next levy opens a work item, once.
  EXPECT_EQ(demand(month_in(2026, 7), day(2026, 7, 20)).unpaid, 1);
  EXPECT_EQ(demand(month_in(2026, 7), day(2026, 7, 20)).unpaid, 0);
}

TEST_F(VoluntaryTest, WithoutTheFirstPremiumOneNeverBecameAMember) {
  demand(month_in(2026, 5), day(2026, 5, 20));
  society_.clock().set(base::start_of(day(2026, 5, 21)));
  EXPECT_EQ(shown_member().loss()->kind, UnpaidLoss::Kind::never_became);
}

TEST_F(VoluntaryTest, APrepaymentIsDiscountedAndCoversItsMonths) {
  auto ledger = this->ledger();
  const auto first = month_in(2026, 6);
  const auto quote = must(show_quote(ledger, society_.clerk(), member_.id,
                                     PrepaymentUnit::half_year, first)).value;
  EXPECT_EQ(quote.months, 4);  // June to September
  EXPECT_EQ(quote.due, day(2026, 5, 31));
  EXPECT_EQ(quote.without_discount, Yen(98'400));
  EXPECT_LT(quote.amount.total(), quote.without_discount);
  EXPECT_FALSE(show_quote(ledger, society_.clerk(), member_.id, PrepaymentUnit::half_year,
                          month_in(2026, 5))
                   .ok());  // the month of the acquisition
  must(demand_prepayment(ledger, society_.clerk(), member_.id, PrepaymentUnit::half_year, first));
  tick();
  EXPECT_FALSE(demand_prepayment(ledger, society_.clerk(), member_.id, PrepaymentUnit::year,
                                 month_in(2026, 8))
                   .ok());
  EXPECT_EQ(demand(first, day(2026, 6, 20)).prepaid, 1);
  EXPECT_TRUE(balanced());
}

// 健康保険法施行令48条
TEST_F(VoluntaryTest, WhoDidNotJoinWithinTheUnitPrepaysFromItsFirstMonth) {
  auto ledger = this->ledger();
  const auto quote = [&](PrepaymentUnit unit, Month first) {
    return show_quote(ledger, society_.clerk(), member_.id, unit, first);
  };
  EXPECT_TRUE(quote(PrepaymentUnit::half_year, month_in(2026, 7)).ok());  // joined within
  EXPECT_TRUE(quote(PrepaymentUnit::half_year, month_in(2026, 10)).ok());
  EXPECT_TRUE(quote(PrepaymentUnit::year, month_in(2026, 10)).ok());  // of the year joined in
  EXPECT_FALSE(quote(PrepaymentUnit::half_year, month_in(2026, 12)).ok());
  const auto refused = quote(PrepaymentUnit::half_year, month_in(2027, 6));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.faults()[0].why.ja.text().find("2027-04"), std::string::npos);
  EXPECT_FALSE(quote(PrepaymentUnit::year, month_in(2027, 6)).ok());
  EXPECT_TRUE(quote(PrepaymentUnit::year, month_in(2027, 4)).ok());
}

// 健康保険法156条2項: voluntary members abroad bear no care premium.
TEST_F(VoluntaryTest, OutsideTheCareInsuranceAVoluntaryMemberBearsNoCarePremium) {
  member_.born = day(1980, 1, 20);
  write([&](store::Transaction& transaction, const eligibility::MemberAccess& access,
            base::Moment now) -> base::Result<> {
    KENPO_TRY(eligibility::put(transaction, access, member_, period_.acquired, now));
    premium::ChangedFacts changed;
    changed.exclusions.push_back(
        {.person = member_.id, .days = {day(2026, 6, 10), std::nullopt}});
    return premium::put(transaction, access, changed, now);
  });
  EXPECT_EQ(demand(month_in(2026, 5), day(2026, 5, 20)).total, Yen(24'600 + 5'400));
  EXPECT_EQ(demand(month_in(2026, 6), day(2026, 6, 20)).total, Yen(24'600));
  auto ledger = this->ledger();
  const auto quote = must(show_quote(ledger, society_.clerk(), member_.id,
                                     PrepaymentUnit::half_year, month_in(2026, 7)))
                         .value;
  EXPECT_EQ(quote.without_discount, Yen(3 * 24'600));
}

/// The prepayment from June to September, paid in time.
class PrepaidTest : public VoluntaryTest {
 protected:
  PrepaidTest() {
    auto ledger = this->ledger();
    asked_ = must(demand_prepayment(ledger, society_.clerk(), member_.id,
                                    PrepaymentUnit::half_year, month_in(2026, 6)))
                 .debt;
  }
  void pay_all() { pay(asked_.key, static_cast<int>(asked_.total().amount()), day(2026, 5, 8)); }
  /// 45.6 ‰ basic becomes this from the month on.
  void basic_rate(Month from, std::int64_t millionths) {
    tick();
    auto ledger = this->ledger();
    must(premium::enter_rates(ledger, society_.clerk(),
                              {{premium::RateKind::general_basic, from, base::Rate{millionths},
                                base::Rate{millionths / 2}}}));
  }
  VoluntaryLevy june() { return demand(month_in(2026, 6), day(2026, 6, 20)); }
  Yen asked_of(DebtKind kind) {
    Yen sum;
    for (const auto& one : shown_member().demands) {
      if (one.demand.debt.key.kind == kind) sum += one.demand.debt.total();
    }
    return sum;
  }
  Debt asked_{.key = month_debt(month_in(2026, 6))};
};

// 健康保険法施行令50条
TEST_F(PrepaidTest, RatesThatRiseLeaveAShortfallAtTheEndOfThePrepaidMonths) {
  pay_all();
  EXPECT_EQ(june().repriced, 0);
  basic_rate(month_in(2026, 8), 55'600);  // 10 ‰ more in August and September: 3,000 yen each
  const auto risen = june();
  EXPECT_EQ(risen.repriced, 1);
  // About two times 3,000 yen, in money of September.
  EXPECT_GE(risen.shortfall, Yen(6'000));
  EXPECT_LE(risen.shortfall, Yen(6'020));
  const auto demands = shown_member().demands;
  const auto lacking = std::ranges::find(demands, DebtKind::voluntary_shortfall,
                                         [](const DemandView& one) {
                                           return one.demand.debt.key.kind;
                                         });
  ASSERT_NE(lacking, demands.end());
  EXPECT_EQ(lacking->demand.debt.key.month, month_in(2026, 9));  // the earliest months first
  EXPECT_EQ(lacking->demand.debt.due, day(2026, 9, 10));
  EXPECT_GT(lacking->demand.debt.child, Yen());
  EXPECT_EQ(june().repriced, 0);  // once
  EXPECT_EQ(asked_of(DebtKind::voluntary_shortfall), risen.shortfall);
  EXPECT_TRUE(balanced());
}

// 健康保険法施行規則139条・140条
TEST_F(PrepaidTest, RatesThatFallMakeACreditForTheNextPrepayment) {
  pay_all();
  basic_rate(month_in(2026, 8), 35'600);
  const auto fallen = june();
  EXPECT_EQ(fallen.repriced, 1);
  EXPECT_GE(fallen.surplus, Yen(5'900));  // two times 3,000 yen, in advance from June
  EXPECT_LT(fallen.surplus, Yen(6'000));
  EXPECT_EQ(june().repriced, 0);
  auto ledger = this->ledger();
  const auto credits = must(list_credits(ledger, society_.clerk())).credits;
  ASSERT_EQ(credits.size(), 1U);
  EXPECT_EQ(credits[0].credit.cause, CreditCause::prepayment_rate);
  EXPECT_EQ(credits[0].credit.rest(), fallen.surplus);
  tick();
  must(demand_prepayment(ledger, society_.clerk(), member_.id, PrepaymentUnit::half_year,
                         month_in(2026, 10)));
  tick();
  const DebtKey next{DebtKind::voluntary_prepayment, payer_of(member_.id), month_in(2026, 10)};
  EXPECT_EQ(must(set_off(ledger, society_.clerk(), credits[0].credit.id, next)), fallen.surplus);
  EXPECT_TRUE(balanced());
}

TEST_F(PrepaidTest, ALossAfterAShortfallGivesBackWhatWasPrepaidAndNoMore) {
  pay_all();
  basic_rate(month_in(2026, 8), 55'600);
  const auto lacking = june().shortfall;
  lose(day(2026, 8, 1));
  auto ledger = this->ledger();
  Yen back;
  for (const auto& one : must(settle_loss(ledger, society_.clerk(), member_.id))) {
    back += one.rest();
  }
  // Two months of 24,600 yen were prepaid and not run; nothing of the shortfall was paid.
  EXPECT_GT(lacking, Yen());
  EXPECT_LE(back, Yen(49'200));
  EXPECT_GT(back, Yen(48'700));
  EXPECT_EQ(shown_member().open(), Yen());
  EXPECT_TRUE(balanced());
}

// 健康保険法施行規則139条
TEST_F(PrepaidTest, APrepaymentThatWasNotPaidInTimeIsAskedForByTheMonthAgain) {
  EXPECT_EQ(june().prepaid, 1);
  society_.clock().set(base::start_of(day(2026, 6, 2)));
  const auto lapsed = june();
  EXPECT_EQ(lapsed.lapsed, 1);
  EXPECT_EQ(lapsed.demanded, 1);
  EXPECT_EQ(june().known, 1);
  EXPECT_EQ(shown_member().open(), Yen(24'600));
  EXPECT_EQ(demand(month_in(2026, 7), day(2026, 7, 20)).demanded, 1);
  EXPECT_TRUE(balanced());
}

TEST_F(PrepaidTest, WhatWasPaidOfALapsedPrepaymentBecomesACredit) {
  pay(asked_.key, 30'000, day(2026, 5, 8));
  society_.clock().set(base::start_of(day(2026, 6, 2)));
  EXPECT_EQ(june().lapsed, 1);
  auto ledger = this->ledger();
  const auto credits = must(list_credits(ledger, society_.clerk())).credits;
  ASSERT_EQ(credits.size(), 1U);
  EXPECT_EQ(credits[0].credit.rest(), Yen(30'000));
  tick();
  must(set_off(ledger, society_.clerk(), credits[0].credit.id,
               month_debt(month_in(2026, 6))));
  EXPECT_EQ(shown_member().open(), Yen());
  EXPECT_TRUE(balanced());
}

TEST_F(VoluntaryTest, TheSlipsOfAMonthArePrintedTogetherUntilTheyArePaid) {
  demand(month_in(2026, 5), day(2026, 5, 20));
  auto ledger = this->ledger();
  EXPECT_FALSE(slips_of_month(ledger, society_.clerk(), month_in(2026, 5), 1).ok());
  release_slips(month_in(2026, 5));
  const auto slips = must(slips_of_month(ledger, society_.clerk(), month_in(2026, 5), 1));
  ASSERT_EQ(slips.size(), 1U);
  const auto now = society_.clock().now();
  const auto printed = must(print_slips({slips[0], slips[0]}, sender(), now));
  EXPECT_EQ(printed.pages, 2);
  EXPECT_EQ(printed.missing_glyphs, 0);
  const std::vector<MemberSlip> many(slips_of_a_file + 1, slips[0]);
  EXPECT_FALSE(print_slips(many, sender(), now).ok());
  EXPECT_TRUE(must(slips_of_month(ledger, society_.clerk(), month_in(2026, 5), 2)).empty());
  EXPECT_FALSE(slips_of_month(ledger, society_.stranger(), month_in(2026, 5), 1).ok());
  pay(month_debt(month_in(2026, 5)), 24'600, day(2026, 5, 8));
  EXPECT_TRUE(must(slips_of_month(ledger, society_.clerk(), month_in(2026, 5), 1)).empty());
}

TEST_F(VoluntaryTest, TheMonthIsRecordedForTheBoardWithoutNames) {
  demand(month_in(2026, 5), day(2026, 5, 20));
  demand(month_in(2026, 5), day(2026, 5, 20));
  const auto view = must(society_.database().read());
  const auto run = must(find_voluntary_run(view, month_in(2026, 5)));
  ASSERT_TRUE(run);
  EXPECT_EQ(run->demanded, 1);
  EXPECT_EQ(run->left, 0);
  EXPECT_FALSE(must(find_voluntary_run(view, month_in(2026, 6))));
}

TEST(VoluntaryRule, AFirstPremiumIsDueTenDaysLaterAndNotBeforeTheTenth) {
  EXPECT_EQ(must(first_due_on(month_in(2026, 6), day(2026, 5, 20))), day(2026, 6, 10));
  EXPECT_EQ(must(first_due_on(month_in(2026, 6), day(2026, 6, 9))), day(2026, 6, 19));
}

TEST_F(VoluntaryTest, ALossGivesTheUnexpiredPartOfAPrepaymentBack) {
  auto ledger = this->ledger();
  const auto first = month_in(2026, 6);
  const auto asked = must(demand_prepayment(ledger, society_.clerk(), member_.id,
                                            PrepaymentUnit::half_year, first));
  pay(asked.debt.key, static_cast<int>(asked.debt.total().amount()), day(2026, 5, 8));
  EXPECT_FALSE(settle_loss(ledger, society_.clerk(), member_.id).ok());  // no loss is recorded
  lose(day(2026, 8, 10));
  const auto credits = must(settle_loss(ledger, society_.clerk(), member_.id));
  ASSERT_EQ(credits.size(), 1U);
  // August and September, in advance from August: less than two whole months.
  EXPECT_LT(credits[0].amount, Yen(49'200));
  EXPECT_GT(credits[0].amount, Yen(48'800));
  tick();
  EXPECT_TRUE(must(settle_loss(ledger, society_.clerk(), member_.id)).empty());
  EXPECT_TRUE(balanced());
}

TEST_F(VoluntaryTest, AMonthThatWasDemandedAfterTheLossIsTakenOff) {
  demand(month_in(2026, 5), day(2026, 5, 20));
  demand(month_in(2026, 6), day(2026, 6, 20));
  lose(day(2026, 6, 1));
  auto ledger = this->ledger();
  const auto credits = must(settle_loss(ledger, society_.clerk(), member_.id));
  ASSERT_EQ(credits.size(), 1U);
  EXPECT_EQ(credits[0].rest(), Yen());  // nothing was paid of it
  EXPECT_EQ(shown_member().open(), Yen(24'600));  // May stays
  EXPECT_TRUE(balanced());
}

TEST(VoluntaryRule, MarchHasTheRatesOfFebruary) {
  EXPECT_EQ(must(rate_month_of(month_in(2027, 3))), month_in(2027, 2));
  EXPECT_EQ(must(rate_month_of(month_in(2027, 4))), month_in(2027, 4));
  EXPECT_EQ(must(rate_month_of(month_in(2027, 2))), month_in(2027, 2));
}

}  // namespace
}  // namespace kenpo::collection
