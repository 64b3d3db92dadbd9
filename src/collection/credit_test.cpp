// What was paid or levied too much: set off within six months, or given back by two people.
#include "collection/credit_act.h"

#include "collection/collection_for_tests.h"
#include "collection/credit_store.h"
#include "collection/refund_act.h"
#include "format/transfer/transfer.h"
#include "safeguard/export_archive.h"
#include "staff/tables_store.h"

namespace kenpo::collection {
namespace {

class CreditTest : public CollectionTest {
 protected:
  /// 5,400 yen too much for April, paid on the day.
  Credit overpay(base::Date on) {
    const auto receipt = receive("ﾐﾎﾝ", 30'000, on, "101");
    must(order({.receipt = receipt.id,
                .parts = {{bill_of(works(), month_in(2026, 4)), Yen(24'600)}},
                .credit_to = works()}));
    auto ledger = this->ledger();
    return must(list_credits(ledger, society_.clerk())).credits.at(0).credit;
  }
  base::Result<Yen> settle(const FundId& credit, const DebtKey& debt) {
    tick();
    auto ledger = this->ledger();
    return set_off(ledger, society_.clerk(), credit, debt);
  }
};

TEST_F(CreditTest, TooMuchIsSetOffAgainstPremiumsDueWithinSixMonths) {
  for (int month = 4; month <= 11; ++month) bill(month_in(2026, month));
  const auto credit = overpay(day(2026, 5, 20));
  EXPECT_EQ(credit.amount, Yen(5'400));
  // By 2026-11-20: the bill of October is due at the end of November.
  EXPECT_FALSE(settle(credit.id, bill_of(works(), month_in(2026, 10))).ok());
  EXPECT_FALSE(settle(credit.id, bill_of(shop(), month_in(2026, 5))).ok());
  EXPECT_EQ(must(settle(credit.id, bill_of(works(), month_in(2026, 5)))), Yen(5'400));
  EXPECT_FALSE(settle(credit.id, bill_of(works(), month_in(2026, 6))).ok());
  EXPECT_TRUE(balanced());
}

TEST_F(CreditTest, ABillBelowZeroBecomesACreditOnceItsMonthIsClosed) {
  bill(month_in(2026, 4));
  bill(month_in(2026, 5));
  take(works_, loss("1", day(2026, 5, 1)));
  levy(month_in(2026, 6));
  auto ledger = this->ledger();
  EXPECT_TRUE(must(list_credits(ledger, society_.clerk())).bills.empty());
  levy(month_in(2026, 7));
  const auto bills = must(list_credits(ledger, society_.clerk())).bills;
  ASSERT_EQ(bills.size(), 1U);
  EXPECT_EQ(bills[0].first.amount, Yen(24'600));
  EXPECT_EQ(bills[0].first.child, Yen(690));  // 300,000 × 2.3 ‰
  must(credit_bill(ledger, society_.clerk(), works_.id, month_in(2026, 6)));
  EXPECT_FALSE(credit_bill(ledger, society_.clerk(), works_.id, month_in(2026, 6)).ok());
  EXPECT_FALSE(credit_bill(ledger, society_.clerk(), shop_.id, month_in(2026, 6)).ok());
  const auto credit = must(list_credits(ledger, society_.clerk())).credits.at(0).credit;
  must(settle(credit.id, bill_of(works(), month_in(2026, 5))));
  EXPECT_TRUE(balanced());
}

class RefundTest : public CreditTest {
 protected:
  RefundTest() {
    society_.change_policy([this](notice::Policy& policy) {
      using notice::Role;
      const auto from = day(2015, 1, 1);
      policy.handlers.push_back(
          {director_, {{Role::executive_director, from, {}}}, from, day(2030, 3, 31), false, {}});
    });
    approvals_.add(refund_kind());
    bill(month_in(2026, 4));
  }
  void enter_account() {
    tick();
    auto ledger = this->ledger();
    must(enter_paying_account(ledger, society_.clerk(),
                              {.client_code = "0000012345",
                               .client_name = "ﾐﾎﾝｹﾝｺｳﾎｹﾝｸﾐｱｲ",
                               .bank_code = "0001",
                               .branch_code = "001",
                               .number = "0000001"}));
  }
  RefundAccount account() const {
    return {.bank_code = "0002", .branch_code = "123", .number = "0123456",
            .holder = "株式会社見本製作所カナ"};
  }

  base::Result<MadeTransfer> gather(const TransferOrder& order) {
    return gather_refunds(office(), approvals_, society_.clerk(), order);
  }

  TransferOrder order_{.pay_on = day(2026, 11, 30), .delete_by = day(2026, 12, 31)};
  base::StaffId director_ = base::StaffId::draw();
  staff::Approvals approvals_{society_.gate(), society_.database()};
};

TEST_F(RefundTest, TwoPeopleReleaseTheFileByItsHash) {
  const auto credit = overpay(day(2026, 5, 20));
  auto ledger = this->ledger();
  auto payee = account();
  EXPECT_FALSE(decide_refund(ledger, society_.clerk(), credit.id, payee).ok());  // kanji
  payee.holder = "カ）ミホンセイサクショ";
  const auto refund = must(decide_refund(ledger, society_.clerk(), credit.id, payee));
  EXPECT_EQ(refund.amount, Yen(5'400));
  EXPECT_FALSE(decide_refund(ledger, society_.clerk(), credit.id, payee).ok());
  EXPECT_FALSE(gather(order_).ok());
  enter_account();
  EXPECT_FALSE(gather({.pay_on = day(2026, 11, 23), .delete_by = order_.delete_by}).ok());
  const auto made = must(gather(order_));
  const auto batch = must(list_refunds(ledger, society_.clerk())).batches.at(0);
  ASSERT_EQ(batch.sealed, made.made.id);
  EXPECT_FALSE(hand_over(office(), society_.clerk(), made.made.id).ok()) << "not released";
  EXPECT_FALSE(approvals_.approve(society_.clerk(), made.approval).ok());  // the same person
  const auto shown = must(approvals_.show(notice::Acting{director_}, made.approval));
  const auto entry = must(show_export(office(), society_.clerk(), made.made.id));
  for (const auto& seen : {batch.sha256, entry.sha256, std::string("5,400円")}) {
    EXPECT_NE(shown.text.find(seen), std::string::npos) << seen;
  }
  must(approvals_.approve(notice::Acting{director_}, made.approval));
  const auto archive = must(hand_over(office(), society_.clerk(), made.made.id));
  const auto bytes = must(safeguard::open_archive(archive, made.made.passphrase)).at(0).bytes;
  EXPECT_EQ(archive.find("ｶ)ﾐﾎﾝ"), std::string::npos) << "sealed";
  const auto file = must(format::transfer::read(bytes, {}));
  EXPECT_EQ(file.total(), Yen(5'400));
  EXPECT_EQ(file.payments.at(0).payee, "ｶ)ﾐﾎﾝｾｲｻｸｼﾖ");
  EXPECT_FALSE(record_payment(ledger, society_.clerk(), batch.id, day(2026, 12, 1)).ok());
  must(record_payment(ledger, society_.clerk(), batch.id, day(2026, 11, 24)));
  EXPECT_FALSE(record_payment(ledger, society_.clerk(), batch.id, day(2026, 11, 24)).ok());
  EXPECT_TRUE(balanced());
}

// P-5: encrypted by default; the bank's own line takes plain files only when a second person has
// agreed to the reason.
TEST_F(RefundTest, P5ATransferFileLeavesPlainOnlyForAReasonThatWasReleased) {
  const auto credit = overpay(day(2026, 5, 20));
  auto ledger = this->ledger();
  auto payee = account();
  payee.holder = "ﾐﾎﾝ";
  must(decide_refund(ledger, society_.clerk(), credit.id, payee));
  enter_account();
  auto order = order_;
  order.plain_reason = "回線";
  EXPECT_FALSE(gather(order).ok()) << "says nothing";
  order.plain_reason = "銀行の総合振込の回線は平文のファイルだけを受け付け、回線がTLSで守られるため";
  const auto made = must(gather(order));
  const auto id = made.made.id;
  EXPECT_NE(must(approvals_.show(notice::Acting{director_}, made.approval))
                .text.find(order.plain_reason),
            std::string::npos)
      << "the second person decides on the reason";
  const auto plain = [&](const base::StaffId& who, const std::string& passphrase) {
    tick();
    return hand_over_plain(office(), notice::Acting{who}, id, passphrase);
  };
  EXPECT_FALSE(plain(society_.clerk_id(), made.made.passphrase).ok()) << "not released";
  must(approvals_.approve(notice::Acting{director_}, made.approval));
  EXPECT_FALSE(plain(society_.clerk_id(), "0000-0000-0000-0000-0000-0000").ok());
  EXPECT_FALSE(plain(base::StaffId::draw(), made.made.passphrase).ok()) << "a third";
  EXPECT_FALSE(must(show_export(office(), society_.clerk(), id)).handed_over_at.has_value());
  const auto file = must(plain(society_.clerk_id(), made.made.passphrase));
  EXPECT_EQ(must(format::transfer::read(file.bytes, {})).total(), Yen(5'400));
  EXPECT_TRUE(must(show_export(office(), society_.clerk(), id)).handed_plain_at.has_value());
}

TEST_F(RefundTest, AFileThatNobodyReleasedIsTakenBack) {
  const auto credit = overpay(day(2026, 5, 20));
  auto ledger = this->ledger();
  auto payee = account();
  payee.holder = "ﾐﾎﾝ";
  must(decide_refund(ledger, society_.clerk(), credit.id, payee));
  enter_account();
  const auto proposal = must(gather(order_)).approval;
  const auto batch = must(list_refunds(ledger, society_.clerk())).batches.at(0);
  tick();
  must(drop_file(ledger, society_.clerk(), batch.id));
  EXPECT_FALSE(approvals_.approve(notice::Acting{director_}, proposal).ok());
  tick();
  must(gather(order_));
  EXPECT_FALSE(drop_file(ledger, society_.clerk(), batch.id).ok());
}

}  // namespace
}  // namespace kenpo::collection
