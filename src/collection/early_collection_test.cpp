// 繰上徴収 (健康保険法172条): who asks, who agrees, what becomes of the due date.
#include "collection/early_collection_act.h"

#include <algorithm>

#include "collection/arrears_act.h"
#include "collection/collection_for_tests.h"
#include "collection/early_collection_print.h"
#include "collection/late_charge_act.h"
#include "tests/support/sender.h"

namespace kenpo::collection {
namespace {

/// The bill of November, due on 2026-12-31; today is 2026-11-24.
class EarlyCollectionTest : public CollectionTest {
 protected:
  EarlyCollectionTest() {
    bill(month_in(2026, 11));
    approvals_.add(early_collection_kind());
    society_.change_policy([&](notice::Policy& policy) {
      auto second = *std::ranges::find(policy.handlers, society_.clerk_id(),
                                       &notice::Handler::staff);
      second.staff = director_id_;
      policy.handlers.push_back(second);
      std::ranges::sort(policy.handlers, {}, &notice::Handler::staff);
    });
  }
  DebtKey november() const { return bill_of(works(), month_in(2026, 11)); }
  base::Result<base::CaseId> ask(base::Date due) {
    tick();
    auto ledger = this->ledger();
    return propose_early_collection(ledger, approvals_, society_.clerk(),
                                    {.debt = november(),
                                     .ground = EarlyGround::bankruptcy,
                                     .due = due,
                                     .reason = "破産手続開始決定書 2026-11-20"});
  }
  void agree(const base::CaseId& asked) {
    tick();
    must(approvals_.approve(director_, asked));
  }
  PayerView payer() {
    auto ledger = this->ledger();
    return must(show_payer(ledger, society_.clerk(), works()));
  }
  static std::string what(const base::Faults& faults) { return faults.front().what.ja.text(); }

  base::StaffId director_id_ = base::StaffId::draw();
  notice::Acting director_{director_id_};
  staff::Approvals approvals_{society_.gate(), society_.database()};
};

TEST_F(EarlyCollectionTest, ItIsDueEarlierOnceASecondPersonHasAgreed) {
  const auto asked = must(ask(day(2026, 11, 30)));
  EXPECT_EQ(payer().debts[0].debt.due, day(2026, 12, 31));
  EXPECT_FALSE(approvals_.approve(society_.clerk(), asked).ok());  // the same person
  agree(asked);
  const auto shown = payer();
  EXPECT_EQ(shown.debts[0].debt.due, day(2026, 11, 30));
  EXPECT_EQ(shown.debts[0].debt.due_before, day(2026, 12, 31));
  ASSERT_EQ(shown.early.size(), 1U);
  EXPECT_EQ(shown.early[0].ground, EarlyGround::bankruptcy);
  EXPECT_EQ(shown.early[0].amount, shown.debts[0].debt.rest());
  EXPECT_NE(shown.early[0].proposed_by, shown.early[0].released_by);
  EXPECT_EQ(what(ask(day(2026, 11, 29)).faults()), "この請求は、繰上徴収を決めています。");
  const auto printed = must(print_early_collection(
      {shown.name, shown.postal_code, shown.address, shown.early[0]},
      test_support::sample_sender()));
  EXPECT_EQ(printed.pages, 1);
  EXPECT_EQ(printed.missing_glyphs, 0);
  EXPECT_TRUE(balanced());
}

// 健康保険法180条1項ただし書・4項2号, 181条1項2号
TEST_F(EarlyCollectionTest, WithoutReminderAndLateChargeADispositionFollowsTheEarlierDay) {
  agree(must(ask(day(2026, 11, 30))));
  auto ledger = this->ledger();
  const ArrearsStep disposition{.debt = november(),
                                .measure = Measure::disposition,
                                .on = day(2026, 11, 30)};
  EXPECT_FALSE(record_step(ledger, society_.clerk(), disposition).ok());  // not over yet
  society_.clock().set(base::start_of(day(2026, 12, 20)));
  EXPECT_EQ(what(issue_reminder(ledger, society_.clerk(), november(), day(2027, 1, 10)).faults()),
            "繰り上げて徴収する請求に、督促状は出しません。");
  EXPECT_EQ(payer().debts[0].stage, ArrearsStage::early_over);
  EXPECT_EQ(payer().debts[0].charge.value, Yen());
  ASSERT_FALSE(payer().debts[0].charge.basis.empty());
  EXPECT_EQ(payer().debts[0].charge.basis[0].article.text(), "健康保険法181条1項2号");
  auto later = disposition;
  later.on = day(2026, 12, 20);
  must(record_step(ledger, society_.clerk(), later));
  EXPECT_EQ(payer().debts[0].stage, ArrearsStage::disposition);
}

TEST_F(EarlyCollectionTest, WhatCannotBeBroughtForwardIsRefused) {
  constexpr auto other_day = "新しい納付期限は、きょうから今の納付期限の前日までです。";
  EXPECT_EQ(what(ask(day(2026, 12, 31)).faults()), other_day);
  EXPECT_EQ(what(ask(day(2026, 11, 23)).faults()), other_day);
  const auto asked = must(ask(day(2026, 11, 30)));
  society_.clock().set(base::start_of(day(2026, 12, 1)));
  EXPECT_FALSE(approvals_.approve(director_, asked).ok());  // the day has passed
  EXPECT_FALSE(payer().debts[0].debt.due_before.has_value());
  const auto receipt = receive("ﾐﾎﾝ", 24'600, day(2026, 12, 1), "101");
  must(order({.receipt = receipt.id, .parts = {{november(), Yen(24'600)}}}));
  EXPECT_EQ(what(ask(day(2026, 12, 10)).faults()), "繰上徴収の対象は、未納の保険料です。");
  auto ledger = this->ledger();
  EXPECT_FALSE(propose_early_collection(ledger, approvals_, society_.stranger(),
                                        {.debt = november(), .due = day(2026, 12, 10)})
                   .ok());
}

TEST(EarlyCollectionRule, AnOverdueBillIsRemindedOf) {
  const Debt overdue{.key = {DebtKind::employer_bill, payer_of(base::EstablishmentId::draw()),
                             month_in(2026, 4)},
                     .due = day(2026, 5, 31),
                     .health = Yen(1'000)};
  const auto refused = check_early(overdue, day(2026, 6, 2), day(2026, 6, 1));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.faults().front().what.ja.text(), "納付期限が過ぎています。");
}

}  // namespace
}  // namespace kenpo::collection
