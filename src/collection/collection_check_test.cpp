// The check of the collection's ledger finds what was broken on purpose.
#include "collection/collection_for_tests.h"

namespace kenpo::collection {
namespace {

class CollectionCheckTest : public CollectionTest {
 protected:
  CollectionCheckTest() {
    bill(month_in(2026, 4));
    receipt_ = receive("ﾐﾎﾝ", 30'000, day(2026, 5, 20), "101").id;
    must(order({.receipt = receipt_,
                .parts = {{bill_of(works(), month_in(2026, 4)), Yen(24'600)}}}));
  }
  std::string found() {
    auto ledger = this->ledger();
    const auto checked = check_collection(ledger, society_.clerk());
    return checked.ok() ? std::string() : checked.faults()[0].what.en.text();
  }
  template <typename Break>
  void broken_by(Break break_it) {
    auto transaction = must(society_.database().write());
    must(break_it(transaction));
    must(transaction.commit_without_personal_data());
  }
  /// Two lines that balance in their book and that nothing stands behind.
  void move(Book book, CashAccount from, CashAccount to) {
    broken_by([&](store::Transaction& transaction) {
      const auto event = FundId::draw();
      const auto now = society_.clock().now();
      return add(transaction, std::vector<CashEntry>{{book, to, Yen(1), event, now},
                                                     {book, from, Yen(-1), event, now}});
    });
  }
  FundId receipt_ = FundId::draw();
};

TEST_F(CollectionCheckTest, WhatIsWholeIsFoundWhole) {
  EXPECT_EQ(found(), "");
  auto ledger = this->ledger();
  const auto checked = must(check_collection(ledger, Society::scheduler()));
  EXPECT_EQ(checked.receipts, 1);
  EXPECT_EQ(checked.unmatched, Yen(5'400));
  EXPECT_EQ(checked.open, Yen(41'000));
  EXPECT_FALSE(check_collection(ledger, society_.stranger()).ok());
}

TEST_F(CollectionCheckTest, ALineWithoutItsOtherSide) {
  broken_by([&](store::Transaction& transaction) {
    return add(transaction, std::vector<CashEntry>{{Book::cash, CashAccount::bank, Yen(1),
                                                    FundId::draw(), society_.clock().now()}});
  });
  EXPECT_EQ(found(), "A book does not balance");
}

TEST_F(CollectionCheckTest, MoneyBetweenTheBooks) {
  move(Book::cash, CashAccount::clearing, CashAccount::bank);
  EXPECT_EQ(found(), "Clearing is not zero");
}

TEST_F(CollectionCheckTest, AReceivableThatNobodyOwes) {
  move(Book::health, CashAccount::voluntary, CashAccount::receivable);
  EXPECT_EQ(found(), "Receivable and debts differ");
}

TEST_F(CollectionCheckTest, ACreditThatNobodyHas) {
  move(Book::cash, CashAccount::bank, CashAccount::credit);
  EXPECT_EQ(found(), "Credits differ from what is left");
}

TEST_F(CollectionCheckTest, ARefundThatNobodyDecided) {
  move(Book::cash, CashAccount::bank, CashAccount::refund);
  EXPECT_EQ(found(), "Refunds to pay differ");
}

TEST_F(CollectionCheckTest, MoneyThatDidNotComeIn) {
  move(Book::cash, CashAccount::suspense, CashAccount::bank);
  EXPECT_EQ(found(), "Suspense and receipts differ");
}

TEST_F(CollectionCheckTest, MoneyThatIsAllocatedTwice) {
  const Allocation twice{.source = receipt_,
                         .debt = bill_of(shop(), month_in(2026, 4)),
                         .amount = Yen(24'600),
                         .on = day(2026, 5, 20),
                         .decided_at = society_.clock().now()};
  broken_by([&](store::Transaction& transaction) {
    return add(transaction, twice, BookAmount{.health = Yen(24'600)});
  });
  EXPECT_EQ(found(), "A receipt is allocated twice");
}

}  // namespace
}  // namespace kenpo::collection
