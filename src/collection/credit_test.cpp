// What was paid or levied too much: set off within six months, or given back by two people.
#include "collection/credit_act.h"

#include "collection/collection_for_tests.h"
#include "collection/credit_store.h"
#include "collection/refund_act.h"
#include "format/transfer/transfer.h"
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
  const auto pay_on = day(2026, 11, 30);
  EXPECT_FALSE(gather_refunds(ledger, approvals_, society_.clerk(), pay_on).ok());
  enter_account();
  EXPECT_FALSE(gather_refunds(ledger, approvals_, society_.clerk(), day(2026, 11, 23)).ok());
  const auto proposal = must(gather_refunds(ledger, approvals_, society_.clerk(), pay_on));
  const auto batch = must(list_refunds(ledger, society_.clerk())).batches.at(0);
  EXPECT_FALSE(transfer_file(ledger, society_.clerk(), batch.id).ok());
  EXPECT_FALSE(approvals_.approve(society_.clerk(), proposal).ok());  // the same person
  const auto shown = must(approvals_.show(notice::Acting{director_}, proposal));
  EXPECT_NE(shown.text.find(batch.sha256), std::string::npos);
  must(approvals_.approve(notice::Acting{director_}, proposal));
  const auto bytes = must(transfer_file(ledger, society_.clerk(), batch.id));
  const auto file = must(format::transfer::read(bytes, {}));
  EXPECT_EQ(file.total(), Yen(5'400));
  EXPECT_EQ(file.payments.at(0).payee, "ｶ)ﾐﾎﾝｾｲｻｸｼﾖ");
  EXPECT_FALSE(record_payment(ledger, society_.clerk(), batch.id, day(2026, 12, 1)).ok());
  must(record_payment(ledger, society_.clerk(), batch.id, day(2026, 11, 24)));
  EXPECT_FALSE(record_payment(ledger, society_.clerk(), batch.id, day(2026, 11, 24)).ok());
  EXPECT_TRUE(balanced());
}

TEST_F(RefundTest, AFileThatNobodyReleasedIsTakenBack) {
  const auto credit = overpay(day(2026, 5, 20));
  auto ledger = this->ledger();
  auto payee = account();
  payee.holder = "ﾐﾎﾝ";
  must(decide_refund(ledger, society_.clerk(), credit.id, payee));
  enter_account();
  const auto proposal =
      must(gather_refunds(ledger, approvals_, society_.clerk(), day(2026, 11, 30)));
  const auto batch = must(list_refunds(ledger, society_.clerk())).batches.at(0);
  tick();
  must(drop_file(ledger, society_.clerk(), batch.id));
  EXPECT_FALSE(approvals_.approve(notice::Acting{director_}, proposal).ok());
  tick();
  must(gather_refunds(ledger, approvals_, society_.clerk(), day(2026, 11, 30)));
  EXPECT_FALSE(drop_file(ledger, society_.clerk(), batch.id).ok());
}

}  // namespace
}  // namespace kenpo::collection
