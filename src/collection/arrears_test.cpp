// Arrears: the board, reminders, steps, late charges.
#include "collection/arrears_act.h"

#include <algorithm>
#include <set>

#include "collection/allocation_act.h"
#include "collection/arrears_print.h"
#include "collection/collection_for_tests.h"
#include "collection/credit_act.h"
#include "collection/late_charge_act.h"
#include "premium/late_charge_rule.h"
#include "tests/support/sender.h"

namespace kenpo::collection {
namespace {

class ArrearsTest : public CollectionTest {
 protected:
  ArrearsTest() { bill(month_in(2026, 4)); }  // due on 2026-05-31
  DebtKey april() const { return bill_of(works(), month_in(2026, 4)); }
  PayerView payer() {
    auto ledger = this->ledger();
    return must(show_payer(ledger, society_.clerk(), works()));
  }
  base::Result<> remind(base::Date deadline) {
    tick();
    auto ledger = this->ledger();
    return issue_reminder(ledger, society_.clerk(), april(), deadline);
  }
};

TEST_F(ArrearsTest, TheBoardShowsAgesAndTheDayOfLimitation) {
  auto ledger = this->ledger();
  const auto page = must(list_arrears(ledger, society_.clerk()));
  const auto& board = page.payers;
  ASSERT_EQ(board.size(), 2U);
  EXPECT_EQ(board[0].payer, shop());  // the most overdue first
  EXPECT_EQ(board[0].overdue, Yen(41'000));
  EXPECT_EQ(board[1].by_age.at(static_cast<std::size_t>(DebtAge::to_one_year)), Yen(24'600));
  EXPECT_EQ(board[1].lapses, day(2028, 6, 1));
  EXPECT_EQ(page.overdue, Yen(65'600));
  const auto rest = must(list_arrears(ledger, society_.clerk(), {.skipped = 1, .count = 1}));
  ASSERT_EQ(rest.payers.size(), 1U);
  EXPECT_EQ(rest.payers[0].payer, works());
  EXPECT_EQ(rest.count, 2);
  EXPECT_EQ(rest.overdue, Yen(65'600));  // of all pages
  EXPECT_TRUE(must(list_arrears(ledger, society_.clerk(), {.skipped = 2, .count = 1}))
                  .payers.empty());
}

TEST_F(ArrearsTest, AReminderIsPrintedAndRenewsTheLimitation) {
  EXPECT_FALSE(remind(day(2026, 12, 3)).ok());  // nine days
  must(remind(day(2026, 12, 4)));
  const auto shown = payer();
  ASSERT_EQ(shown.steps.size(), 1U);
  EXPECT_EQ(shown.steps[0].amount, Yen(24'600));
  EXPECT_EQ(shown.debts[0].lapses.value, day(2028, 11, 25));
  auto ledger = this->ledger();
  const auto reminder =
      must(show_reminder(ledger, society_.clerk(), works(), shown.steps[0].id));
  const auto printed = must(
      print_reminder(reminder, test_support::sample_sender(), society_.clock().now()));
  EXPECT_EQ(printed.pages, 1);
  EXPECT_EQ(printed.missing_glyphs, 0);
  EXPECT_FALSE(show_reminder(ledger, society_.clerk(), works(), StepId::draw()).ok());
}

TEST_F(ArrearsTest, StepsAreKeptWithTheirWordsAndRefusedWithoutSense) {
  auto ledger = this->ledger();
  const auto record = [&](ArrearsStep step) {
    tick();
    return record_step(ledger, society_.clerk(), std::move(step)).ok();
  };
  EXPECT_TRUE(record({.debt = april(),
                      .measure = Measure::telephone,
                      .on = day(2026, 11, 20),
                      .note = "経理の担当者に連絡した"}));
  EXPECT_FALSE(record({.debt = april(), .measure = Measure::telephone, .on = day(2026, 11, 25)}));
  EXPECT_FALSE(record({.debt = april(), .measure = Measure::reminder, .on = day(2026, 11, 20)}));
  EXPECT_FALSE(record({.debt = april(), .measure = Measure::promise, .on = day(2026, 11, 20)}));
  EXPECT_FALSE(record({.debt = bill_of(works(), month_in(2027, 1)),
                       .measure = Measure::visit,
                       .on = day(2026, 11, 20)}));
  EXPECT_TRUE(record({.debt = april(),
                      .measure = Measure::promise,
                      .on = day(2026, 11, 21),
                      .until = day(2026, 12, 20),
                      .amount = Yen(24'600)}));
  const auto shown = payer();
  ASSERT_EQ(shown.steps.size(), 2U);
  EXPECT_EQ(shown.steps[1].note, "経理の担当者に連絡した");
  // A written promise acknowledges the debt.
  EXPECT_EQ(shown.debts[0].lapses.value, day(2028, 11, 22));
}

TEST_F(ArrearsTest, ALapsedDebtIsNotRemindedOf) {
  society_.clock().set(base::start_of(day(2028, 6, 1)));  // due on 2026-05-31
  const auto refused = remind(day(2028, 6, 30));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.faults()[0].why.ja.text().find("2028-06-01"), std::string::npos);
  EXPECT_EQ(payer().debts[0].lapses.value, day(2028, 6, 1));
  auto ledger = this->ledger();
  EXPECT_EQ(must(list_arrears(ledger, society_.clerk())).payers[0].reminders_due, 0);
}

TEST_F(ArrearsTest, TheDayBeforeTheLapseAReminderStillRenews) {
  society_.clock().set(base::start_of(day(2028, 5, 31)));
  must(remind(day(2028, 6, 30)));
  EXPECT_EQ(payer().debts[0].lapses.value, day(2030, 6, 1));
}

TEST_F(ArrearsTest, WithoutAReminderThereIsNoLateCharge) {
  auto ledger = this->ledger();
  EXPECT_EQ(payer().debts[0].charge.value, Yen());
  const auto receipt = receive("ﾐﾎﾝ", 24'600, day(2026, 11, 20), "101");
  must(order({.receipt = receipt.id, .parts = {{april(), Yen(24'600)}}}));
  tick();
  EXPECT_EQ(payer().debts[0].charge.value, Yen());
  const auto refused = decide_late_charge(ledger, society_.clerk(), april(), day(2026, 12, 31));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.faults()[0].what.ja.text().find("督促状を出していない"), std::string::npos);
}

TEST_F(ArrearsTest, AReminderIssuedAfterThePaymentRemindsOfNothing) {
  auto ledger = this->ledger();
  must(remind(day(2026, 12, 4)));  // on 2026-11-24, while the payment lay at the bank
  const auto receipt = receive("ﾐﾎﾝ", 24'600, day(2026, 11, 20), "101");
  must(order({.receipt = receipt.id, .parts = {{april(), Yen(24'600)}}}));
  EXPECT_EQ(payer().debts[0].charge.value, Yen());
  EXPECT_FALSE(decide_late_charge(ledger, society_.clerk(), april(), day(2026, 12, 31)).ok());
}

TEST_F(ArrearsTest, TheLateChargeFollowsThePaymentsAndBecomesADebt) {
  auto ledger = this->ledger();
  EXPECT_FALSE(decide_late_charge(ledger, society_.clerk(), april(), day(2027, 1, 31)).ok());
  bill(month_in(2026, 5));
  must(remind(day(2026, 12, 4)));
  EXPECT_EQ(payer().debts[0].charge.value, Yen());  // paid by the deadline: none (181条4項)
  society_.clock().set(base::start_of(day(2026, 12, 10)));
  const auto receipt = receive("ﾐﾎﾝ", 24'600, day(2026, 12, 8), "101");
  must(order({.receipt = receipt.id, .parts = {{april(), Yen(24'600)}}}));
  tick();
  const auto charge = must(
      decide_late_charge(ledger, society_.clerk(), april(), day(2027, 1, 31)));
  const auto expected =
      must(premium::late_charge(Yen(24'600), day(2026, 5, 31), day(2026, 12, 8))).value;
  EXPECT_EQ(charge.value, expected);
  EXPECT_GT(charge.value, Yen());
  EXPECT_FALSE(decide_late_charge(ledger, society_.clerk(), april(), day(2027, 1, 31)).ok());
  const DebtKey key{DebtKind::late_charge, works(), month_in(2026, 4)};
  const auto paid = receive("ﾐﾎﾝ", static_cast<int>(expected.amount()), day(2026, 12, 9), "101");
  must(order({.receipt = paid.id, .parts = {{key, expected}}}));
  EXPECT_TRUE(balanced());
}

/// The charge on April's bill, paid on the day after a reminder that ran out; decided and open.
class ChargedTest : public ArrearsTest {
 protected:
  ChargedTest() {
    must(remind(day(2026, 12, 4)));
    society_.clock().set(base::start_of(day(2026, 12, 20)));
    receipt_ = receive("ﾐﾎﾝ", 24'600, day(2026, 12, 18), "101").id;
    must(order({.receipt = receipt_, .parts = {{april(), Yen(24'600)}}}));
    tick();
    auto ledger = this->ledger();
    charge_ = must(decide_late_charge(ledger, society_.clerk(), april(), day(2027, 1, 31))).value;
  }
  Yen charge_on(base::Date paid) {
    return must(premium::late_charge(Yen(24'600), day(2026, 5, 31), paid)).value;
  }
  /// What is open of the charge.
  Yen open() {
    for (const auto& one : payer().debts) {
      if (one.debt.key == *late_charge_of(april())) return one.debt.rest();
    }
    return Yen(-1);
  }
  FundId receipt_ = FundId::draw();
  Yen charge_;
};

// 健康保険法181条1項ただし書
TEST_F(ChargedTest, AWaiverTakesBackWhatWasDecidedAndItsUndoBringsItBack) {
  auto ledger = this->ledger();
  EXPECT_EQ(charge_, charge_on(day(2026, 12, 18)));
  EXPECT_EQ(open(), charge_);
  tick();
  must(waive_late_charge(ledger, society_.clerk(), april(), "水害で帳簿を失った"));
  EXPECT_EQ(open(), Yen());
  EXPECT_EQ(payer().debts[0].charge_decided, Yen());
  EXPECT_TRUE(balanced());
  EXPECT_FALSE(decide_late_charge(ledger, society_.clerk(), april(), day(2027, 1, 31)).ok());
  tick();
  must(undo_waiver(ledger, society_.clerk(), april(), "別の事業所の事情だった"));
  EXPECT_EQ(open(), charge_);
  EXPECT_EQ(payer().debts[0].charge_decided, charge_);
  EXPECT_TRUE(balanced());
}

TEST_F(ChargedTest, AWaiverOfAChargeThatWasPaidLeavesACredit) {
  auto ledger = this->ledger();
  const auto paid = receive("ﾐﾎﾝ", static_cast<int>(charge_.amount()), day(2026, 12, 20), "101");
  must(order({.receipt = paid.id, .parts = {{*late_charge_of(april()), charge_}}}));
  tick();
  must(waive_late_charge(ledger, society_.clerk(), april(), "水害"));
  const auto credits = must(list_credits(ledger, society_.clerk())).credits;
  ASSERT_EQ(credits.size(), 1U);
  EXPECT_EQ(credits[0].credit.cause, CreditCause::late_charge_reduced);
  EXPECT_EQ(credits[0].credit.rest(), charge_);
  EXPECT_TRUE(balanced());
}

/// A part turns out to have come earlier: the charge is worked out anew, line by line.
TEST_F(ChargedTest, AChargeFollowsPaymentsThatMoveAfterItWasDecided) {
  auto ledger = this->ledger();
  const auto refused =
      decide_late_charge(ledger, society_.clerk(), april(), day(2027, 1, 31));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults()[0].what.ja.text(), "この請求の延滞金は決定済みです。");
  const auto taken = shown(receipt_).allocations;
  ASSERT_EQ(taken.size(), 1U);
  tick();
  must(take_back(ledger, society_.clerk(), receipt_, taken[0].id));
  EXPECT_FALSE(decide_late_charge(ledger, society_.clerk(), april(), day(2027, 1, 31)).ok());
  const auto early = receive("ﾐﾎﾝ", 14'600, day(2026, 6, 30), "101");
  must(order({.receipt = early.id, .parts = {{april(), Yen(14'600)}}}));
  must(order({.receipt = receipt_, .parts = {{april(), Yen(10'000)}}}));
  EXPECT_TRUE(payer().debts[0].charge_differs());
  tick();
  const auto less = must(decide_late_charge(ledger, society_.clerk(), april(), day(2027, 1, 31)));
  EXPECT_LT(less.value, charge_);
  EXPECT_EQ(less.value,
            must(premium::late_charge_in_parts(
                     Yen(24'600), day(2026, 5, 31),
                     {{day(2026, 6, 30), Yen(14'600)}, {day(2026, 12, 18), Yen(10'000)}},
                     day(2026, 12, 20)))
                .value);
  EXPECT_EQ(open(), less.value);
  EXPECT_FALSE(payer().debts[0].charge_differs());
  const auto told = must(show_late_charge(ledger, society_.clerk(), april()));
  EXPECT_EQ(told.months, std::vector{month_in(2026, 4)});
  EXPECT_TRUE(std::ranges::any_of(told.debt.charge.basis, [](const law::Basis& line) {
    return line.article.text() == "健康保険法附則9条" && line.row != nullptr;
  }));
  EXPECT_TRUE(balanced());
  EXPECT_FALSE(
      show_late_charge(ledger, society_.clerk(), *late_charge_of(april())).ok());
}

TEST(LateChargeOf, EachDemandHasItsOwn) {
  const auto payer = payer_of(base::PersonId::draw());
  const auto month = month_in(2026, 5);
  std::set<DebtKey> charges;
  for (const auto kind : {DebtKind::voluntary_month, DebtKind::voluntary_shortfall,
                          DebtKind::voluntary_correction}) {
    const auto charge = late_charge_of({kind, payer, month});
    ASSERT_TRUE(charge.has_value());
    EXPECT_EQ(parse_debt(debt_text(*charge)), *charge);
    EXPECT_TRUE(is_late_charge(charge->kind));
    EXPECT_FALSE(late_charge_of(*charge).has_value());
    charges.insert(*charge);
  }
  EXPECT_EQ(charges.size(), 3U);
  EXPECT_FALSE(late_charge_of({DebtKind::voluntary_prepayment, payer, month}).has_value());
}

// 健康保険法181条1項ただし書
TEST_F(ArrearsTest, AChargeIsWaivedForUnavoidableCircumstancesAndTheWaiverTakenBack) {
  auto ledger = this->ledger();
  must(remind(day(2026, 12, 4)));
  society_.clock().set(base::start_of(day(2026, 12, 10)));
  const auto before = payer().debts[0].charge.value;
  EXPECT_GT(before, Yen());
  EXPECT_FALSE(waive_late_charge(ledger, society_.clerk(), april(), "").ok());
  EXPECT_FALSE(undo_waiver(ledger, society_.clerk(), april(), "誤り").ok());
  EXPECT_FALSE(record_step(ledger, society_.clerk(),
                           {.debt = april(),
                            .measure = Measure::charge_waiver,
                            .on = day(2026, 11, 24)})
                   .ok());
  tick();
  must(waive_late_charge(ledger, society_.clerk(), april(), "水害で帳簿を失った"));
  EXPECT_FALSE(waive_late_charge(ledger, society_.clerk(), april(), "水害").ok());
  EXPECT_EQ(payer().debts[0].charge.value, Yen());
  EXPECT_EQ(payer().steps[0].note, "水害で帳簿を失った");
  tick();
  must(undo_waiver(ledger, society_.clerk(), april(), "別の事業所の事情だった"));
  EXPECT_EQ(payer().debts[0].charge.value, before);
}

// 健康保険法181条2項: a part that was paid bears no charge from its day on.
TEST(LateChargeInParts, EachPartLeavesTheBaseFromItsDay) {
  const auto due = day(2026, 5, 31);
  const auto whole = must(premium::late_charge(Yen(1'000'000), due, day(2026, 9, 30))).value;
  const auto parts = must(premium::late_charge_in_parts(
      Yen(1'000'000), due,
      {{day(2026, 6, 30), Yen(400'000)}, {day(2026, 9, 30), Yen(600'000)}}, day(2026, 11, 1)));
  // 1,000,000 for 29 days, 600,000 for 92 days: 62 of them at 2.8 ‰ times ten, 30 at 9.1.
  const auto lower = 1'000'000LL * 29 * 28 + 600'000LL * 63 * 28;
  const auto higher = 600'000LL * 29 * 91;
  EXPECT_EQ(parts.value, Yen((lower + higher) / 365 / 1000 / 100 * 100));
  EXPECT_LT(parts.value, whole);
  EXPECT_EQ(must(premium::late_charge_in_parts(Yen(1'000'000), due,
                                               {{day(2026, 9, 30), Yen(1'000'000)}},
                                               day(2026, 11, 1)))
                .value,
            whole);
  EXPECT_EQ(must(premium::late_charge_in_parts(Yen(1'000'000), due, {}, day(2026, 9, 30))).value,
            whole);
}

}  // namespace
}  // namespace kenpo::collection
