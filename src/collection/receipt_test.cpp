// Receipts, what they are matched with, and the ledger that they move.
#include <fstream>
#include <iterator>

#include "collection/collection_for_tests.h"
#include "collection/debt_act.h"

namespace kenpo::collection {
namespace {

std::string bank_sample(const std::string& name) {
  std::ifstream file(std::string(KENPO_SOURCE_DIR "/src/format/bank_statement/samples/") + name,
                     std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(CollectionTest, ABankFileIsTakenOnceHoweverOftenItComes) {
  bill(month_in(2026, 4));
  auto ledger = this->ledger();
  const auto bytes = bank_sample("statement.txt");
  const auto first = must(take_bank_file(ledger, society_.clerk(), bytes, {}));
  EXPECT_EQ(first.added, 2);
  EXPECT_EQ(first.passed, 1);  // the bank's fee went out
  EXPECT_EQ(first.total, Yen(90'200));
  const auto again = must(take_bank_file(ledger, society_.clerk(), bytes, {}));
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.known, 2);
  const auto page = must(list_receipts(ledger, society_.clerk(), 0, 50));
  EXPECT_EQ(page.count, 2);
  EXPECT_EQ(page.unmatched, Yen(90'200));
  EXPECT_TRUE(balanced());
}

TEST_F(CollectionTest, NothingOfARefusedFileIsKept) {
  auto ledger = this->ledger();
  EXPECT_FALSE(take_bank_file(ledger, society_.clerk(), bank_sample("bad.txt"), {}).ok());
  EXPECT_EQ(must(list_receipts(ledger, society_.clerk(), 0, 50)).count, 0);
}

TEST_F(CollectionTest, TheCodeNamesThePayerAndTheAmountTheBill) {
  bill(month_in(2026, 4));
  const auto receipt = receive("ﾐﾎﾝ", 24'600, day(2026, 5, 20), "0000000101");
  const auto view = shown(receipt.id);
  ASSERT_EQ(view.proposals.size(), 1U);
  EXPECT_TRUE(is_certain(view.proposals));
  EXPECT_EQ(view.proposals[0].payer, works());
  EXPECT_EQ(view.proposals[0].reason, MatchReason::code);
  EXPECT_EQ(view.proposals[0].parts[0].debt, bill_of(works(), month_in(2026, 4)));
}

TEST_F(CollectionTest, ANameInKanaIsKnownAndANameThatWasDecidedOnceToo) {
  bill(month_in(2026, 4));
  const auto spelled = receive("ｶ)ﾐﾎﾝｼﾖｳｶｲ", 41'000, day(2026, 5, 20));
  EXPECT_EQ(shown(spelled.id).proposals.at(0).payer, shop());
  const auto unknown = receive("ｹｲﾘ ﾀﾝﾄｳ", 10'000, day(2026, 5, 20));
  EXPECT_TRUE(shown(unknown.id).proposals.empty());
  must(order({.receipt = unknown.id,
              .parts = {{bill_of(works(), month_in(2026, 4)), Yen(10'000)}}}));
  const auto again = receive("ｹｲﾘ  ﾀﾝﾄｳ", 14'600, day(2026, 5, 25));
  const auto proposals = shown(again.id).proposals;
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(proposals[0].payer, works());
  EXPECT_EQ(proposals[0].reason, MatchReason::name);
  EXPECT_EQ(proposals[0].fit, MatchFit::exact);
}

TEST_F(CollectionTest, AnAmountAloneIsOnlyProposed) {
  bill(month_in(2026, 4));
  const auto receipt = receive("ﾀﾞﾚｶ", 24'600, day(2026, 5, 20));
  const auto view = shown(receipt.id);
  ASSERT_EQ(view.proposals.size(), 1U);
  EXPECT_EQ(view.proposals[0].reason, MatchReason::amount);
  EXPECT_FALSE(is_certain(view.proposals));
  auto ledger = this->ledger();
  EXPECT_EQ(must(allocate_certain(ledger, society_.clerk())), 0);
}

TEST_F(CollectionTest, WhatIsCertainIsAllocatedInBulkAndPaidFollowsFromIt) {
  bill(month_in(2026, 4));
  bill(month_in(2026, 5));
  receive("ﾐﾎﾝ", 24'600, day(2026, 5, 20), "101");
  receive("ｶ)ﾐﾎﾝｼﾖｳｶｲ", 82'000, day(2026, 6, 20));  // both months together
  receive("ﾀﾞﾚｶ", 24'600, day(2026, 6, 21));
  auto ledger = this->ledger();
  EXPECT_EQ(must(allocate_certain(ledger, society_.clerk())), 2);
  EXPECT_EQ(must(allocate_certain(ledger, society_.clerk())), 0);
  EXPECT_EQ(must(list_receipts(ledger, society_.clerk(), 0, 50)).unmatched, Yen(24'600));
  EXPECT_TRUE(balanced());
}

TEST_F(CollectionTest, MoreThanIsOwedIsRefused) {
  bill(month_in(2026, 4));
  const auto receipt = receive("ﾐﾎﾝ", 30'000, day(2026, 5, 20), "101");
  const auto debt = bill_of(works(), month_in(2026, 4));
  EXPECT_FALSE(order({.receipt = receipt.id, .parts = {{debt, Yen(30'000)}}}).ok());
  EXPECT_FALSE(order({.receipt = receipt.id, .parts = {{debt, Yen(-1)}}}).ok());
  EXPECT_FALSE(order({.receipt = receipt.id}).ok());
  EXPECT_EQ(shown(receipt.id).receipt.rest(), Yen(30'000));
  must(order({.receipt = receipt.id, .parts = {{debt, Yen(24'600)}}, .credit_to = works()}));
  EXPECT_EQ(shown(receipt.id).receipt.rest(), Yen());
  EXPECT_TRUE(balanced());
}

TEST_F(CollectionTest, AnAllocationIsTakenBackOnce) {
  bill(month_in(2026, 4));
  const auto receipt = receive("ﾐﾎﾝ", 24'600, day(2026, 5, 20), "101");
  must(order({.receipt = receipt.id,
              .parts = {{bill_of(works(), month_in(2026, 4)), Yen(24'600)}}}));
  const auto allocation = shown(receipt.id).allocations.at(0).id;
  auto ledger = this->ledger();
  must(take_back(ledger, society_.clerk(), receipt.id, allocation));
  EXPECT_EQ(shown(receipt.id).receipt.rest(), Yen(24'600));
  EXPECT_FALSE(take_back(ledger, society_.clerk(), receipt.id, allocation).ok());
  EXPECT_TRUE(balanced());
}

TEST_F(CollectionTest, ReceiptsAreForHandlersOfTheWholeSociety) {
  receive("ﾐﾎﾝ", 24'600, day(2026, 5, 20));
  auto ledger = this->ledger();
  EXPECT_FALSE(list_receipts(ledger, society_.stranger(), 0, 50).ok());
  society_.change_policy([](notice::Policy& policy) { policy.notice.pairs = 0; });
  EXPECT_FALSE(list_receipts(ledger, society_.clerk(), 0, 50).ok());
}

TEST_F(CollectionTest, ATypedReceiptIsChecked) {
  auto ledger = this->ledger();
  const auto typed = [&](Receipt receipt) {
    return enter_receipt(ledger, society_.clerk(), std::move(receipt)).ok();
  };
  EXPECT_FALSE(typed({.received_on = day(2026, 11, 25), .amount = Yen(1), .payer = "ｱ"}));
  EXPECT_FALSE(typed({.received_on = day(2026, 11, 24), .amount = Yen(), .payer = "ｱ"}));
  EXPECT_FALSE(typed({.received_on = day(2026, 11, 24), .amount = Yen(1), .payer = "漢字"}));
  EXPECT_TRUE(typed({.received_on = day(2026, 11, 24), .amount = Yen(1), .payer = "みほん"}));
}

}  // namespace
}  // namespace kenpo::collection
