// From a decided award to the bank: an account, a file that two people release, the payment.
#include "base/hash.h"
#include "benefit/award_rule.h"
#include "benefit/benefits_for_tests.h"
#include "benefit/payment_act.h"
#include "claim/claim_recheck_act.h"
#include "collection/refund_act.h"
#include "safeguard/export_archive.h"

namespace kenpo::benefit {
namespace {

using base::Yen;

Award award(Yen amount, std::initializer_list<AwardStep> steps) {
  Award made{.insured = base::PersonId::draw(),
             .establishment = base::EstablishmentId::draw(),
             .amounts = {.high_cost = amount}};
  for (const auto step : steps) made.events.push_back({.step = step});
  return made;
}

TEST(NextAward, IsTheDifferenceToWhatWasDecided) {
  const Amounts due{.high_cost = Yen(100)};
  EXPECT_EQ(next_award(due, {}).proposal, due);
  EXPECT_FALSE(next_award(due, {award(Yen(100), {AwardStep::decided})}).proposal);
  EXPECT_EQ(next_award(due, {award(Yen(130), {AwardStep::decided, AwardStep::paid})}).proposal,
            (Amounts{.high_cost = Yen(-30)}))
      << "what was given too much";
  EXPECT_FALSE(next_award(due, {award(Yen(100), {})}).proposal) << "it waits already";
  const auto moved = next_award(due, {award(Yen(90), {})});
  EXPECT_EQ(moved.proposal, due);
  EXPECT_EQ(moved.replaced.size(), 1U);
  EXPECT_FALSE(next_award(due, {award(Yen(100), {AwardStep::refused})}).proposal);
  EXPECT_EQ(next_award(due, {award(Yen(90), {AwardStep::refused})}).proposal, due);
  EXPECT_EQ(next_award({}, {award(Yen(90), {})}).replaced.size(), 1U);
}

class Payments : public BenefitTest {
 protected:
  Payments() {
    approvals_.add(benefit_kind());
    society_.change_policy([&](notice::Policy& policy) {
      policy.handlers.push_back({second_,
                                 {{notice::Role::accountant, day(2015, 1, 1), {}}},
                                 day(2015, 1, 1),
                                 day(2030, 3, 31),
                                 false,
                                 {}});
    });
    take({{.points = 50'000}});
    keep();
  }
  void enter_accounts() {
    auto ledger = this->ledger();
    tick();
    must(collection::enter_paying_account(
        ledger, society_.clerk(), {"1234567890", "ミホンケンポ", "0001", "001", "7654321"}));
    EXPECT_FALSE(enter_benefit_account(ledger, society_.clerk(), insured_,
                                       {"12", "001", '1', "1234567", "ヤマダ ハナコ"}, "届出")
                     .ok())
        << "a bank has four digits";
    must(enter_benefit_account(ledger, society_.clerk(), insured_,
                               {"0001", "001", '1', "1234567", "ヤマダ ハナコ"}, "届出"));
  }

  base::Result<collection::MadeTransfer> gather(base::Date pay_on) {
    return gather_benefit_payments(office(), approvals_, society_.clerk(),
                                   {.pay_on = pay_on, .delete_by = day(2027, 1, 31)});
  }

  base::StaffId second_ = base::StaffId::draw();
  staff::Approvals approvals_{society_.gate(), society_.database()};
};

TEST_F(Payments, WaitForAnAccountAndASecondPerson) {
  auto ledger = this->ledger();
  must(decide(show().awards.front().id));
  EXPECT_EQ(must(list_benefit_payments(ledger, society_.clerk(), 50)).count, 1);
  tick();
  EXPECT_FALSE(gather(day(2026, 12, 10)).ok());
  enter_accounts();
  EXPECT_FALSE(gather(day(2026, 11, 1)).ok()) << "the day has passed";
  const auto [made, proposal] = must(gather(day(2026, 12, 10)));
  const auto page = must(list_benefit_payments(ledger, society_.clerk(), 50));
  EXPECT_EQ(page.count, 0);
  ASSERT_EQ(page.batches.size(), 1U);
  const auto batch = page.batches.front();
  EXPECT_EQ(batch.total, Yen(150'000 - 87'940));
  ASSERT_EQ(batch.sealed, made.id);
  EXPECT_FALSE(hand_over(office(), society_.clerk(), made.id).ok()) << "not released";
  EXPECT_FALSE(approvals_.approve(society_.clerk(), proposal).ok()) << "who proposed it";
  must(approvals_.approve(notice::Acting{second_}, proposal));
  const auto archive = must(hand_over(office(), society_.clerk(), made.id));
  EXPECT_EQ(archive.find("1234567"), std::string::npos) << "P-5: sealed";
  const auto files = must(safeguard::open_archive(archive, made.passphrase));
  EXPECT_EQ(base::sha256_hex(files.at(0).bytes), batch.sha256);
  EXPECT_FALSE(hand_over_plain(office(), society_.clerk(), made.id, made.passphrase).ok())
      << "released as an archive";
  tick();
  tick();
  EXPECT_FALSE(
      record_benefit_payment(ledger, society_.clerk(), batch.id, day(2026, 12, 10)).ok());
  must(record_benefit_payment(ledger, society_.clerk(), batch.id, day(2026, 11, 24)));
  EXPECT_EQ(show().awards.front().state(), AwardState::paid);
}

// 民法703条: what was paid and is due no more is a debt with its cause and term.
TEST_F(Payments, WhatWasPaidTooMuchIsEnteredAsADebt) {
  auto ledger = this->ledger();
  must(decide(show().awards.front().id));
  enter_accounts();
  const auto proposal = must(gather(day(2026, 11, 24))).approval;
  must(approvals_.approve(notice::Acting{second_}, proposal));
  const auto batch = must(list_benefit_payments(ledger, society_.clerk(), 50)).batches.front();
  tick();
  must(record_benefit_payment(ledger, society_.clerk(), batch.id, day(2026, 11, 24)));
  tick();
  must(eligibility::take_in_notifications(
      ledger, society_.clerk(),
      test_support::file_of(works_,
                            test_support::contents_of(test_support::loss("1", day(2026, 8, 1)))),
      "喪失.csv"));
  tick();
  must(claim::follow_ledger(society_.gate(), society_.database(), society_.scheduler()));
  keep();
  EXPECT_TRUE(debts().empty()) << "a proposal is no debt";
  const auto back = must(decide(show().awards.back().id));
  EXPECT_EQ(back.amounts.total(), Yen(87'940 - 150'000));
  const auto entered = debts();
  ASSERT_EQ(entered.size(), 1U);
  EXPECT_EQ(entered[0].cause, recourse::Cause::benefit);
  EXPECT_EQ(entered[0].amount, Yen(150'000 - 87'940));
  EXPECT_EQ(entered[0].person, insured_);
  EXPECT_EQ(entered[0].due_on, day(2026, 12, 24)) << "our rule: 30 days";
  EXPECT_FALSE(entered[0].debtor.empty());
  EXPECT_FALSE(decide(back.id).ok()) << "once";
}

TEST_F(Payments, AFileThatIsTakenBackLetsItsAwardsWaitAgain) {
  auto ledger = this->ledger();
  must(decide(show().awards.front().id));
  enter_accounts();
  const auto proposal = must(gather(day(2026, 12, 10))).approval;
  const auto batch = must(list_benefit_payments(ledger, society_.clerk(), 50)).batches.front();
  tick();
  must(drop_benefit_file(ledger, society_.clerk(), batch.id));
  EXPECT_EQ(must(list_benefit_payments(ledger, society_.clerk(), 50)).count, 1);
  EXPECT_FALSE(drop_benefit_file(ledger, society_.clerk(), batch.id).ok()) << "twice";
  EXPECT_FALSE(approvals_.approve(notice::Acting{second_}, proposal).ok()) << "taken back";
  EXPECT_FALSE(must(show_export(office(), society_.clerk(), *batch.sealed)).released_at);
}

}  // namespace
}  // namespace kenpo::benefit
