// A typed list of receipts: read, looked at, saved once.
#include "collection/receipt_sheet_act.h"

#include "base/cp932.h"
#include "collection/collection_for_tests.h"
#include "collection/receipt_sheet_rule.h"

namespace kenpo::collection {
namespace {

const base::Date today = day(2026, 11, 24);

struct Refused {
  const char* why;
  const char* line;
  const char* field;
};
constexpr Refused refused[] = {
    {"no such day", "2026-02-30,101,100", "入金日"},
    {"a day to come", "2026-11-25,101,100", "入金日"},
    {"no day", ",101,100", "入金日"},
    {"no payer", "2026-11-20,,100", "納付者"},
    {"no amount", "2026-11-20,101,", "金額"},
    {"zero", "2026-11-20,101,0", "金額"},
    {"below zero", "2026-11-20,101,-5", "金額"},
    {"eleven digits", "2026-11-20,101,12345678901", "金額"},
    {"a torn amount", "2026-11-20,101,24,600", "金額"},
    {"two cells", "2026-11-20,101", ""},
    {"five cells", "2026-11-20,101,100,メモ,ほか", ""},
    {"an open quotation mark", "2026-11-20,101,\"100", ""},
};

TEST(ReceiptSheetRule, EveryFaultIsToldWithItsLineAndCell) {
  for (const auto& row : refused) {
    const auto text = std::string("入金日,納付者,金額\n\n2026-11-20,101,100\n") + row.line + "\n";
    const auto read = read_sheet(text, today);
    ASSERT_FALSE(read.ok()) << row.why;
    ASSERT_EQ(read.faults().size(), 1U) << row.why;
    EXPECT_EQ(read.faults()[0].place.line, 4U) << row.why;
    EXPECT_EQ(read.faults()[0].place.field.text(), row.field) << row.why;
  }
  const auto both = read_sheet("x,101,y\n2026-11-20,101,100\n2026-11-20,,1\n", today);
  ASSERT_EQ(both.faults().size(), 3U);  // two in the first line, one in the third
  EXPECT_EQ(both.faults()[2].place.line, 3U);
}

TEST(ReceiptSheetRule, CellsComeFromSpreadsheetsAndFromCommaLists) {
  const auto rows = must(read_sheet("R8.11.20\t101\t24,600円\t窓口\r\n"
                                    "２０２６／１１／２１,\"ミホン,ショウカイ\",\"１，０００\"\r\n"
                                    "20261122,101,¥5\n",
                                    today));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].on, day(2026, 11, 20));
  EXPECT_EQ(rows[0].amount, Yen(24'600));
  EXPECT_EQ(rows[0].remark, "窓口");
  EXPECT_EQ(rows[1].payer, "ミホン,ショウカイ");
  EXPECT_EQ(rows[1].amount, Yen(1'000));
  EXPECT_EQ(rows[2].amount, Yen(5));
}

TEST(ReceiptSheetRule, AtMostTwoHundredLinesAndAtLeastOne) {
  std::string text;
  for (std::size_t at = 0; at < sheet_rows_limit; ++at) text += "2026-11-20,101,1\n";
  EXPECT_EQ(must(read_sheet(text, today)).size(), sheet_rows_limit);
  EXPECT_FALSE(read_sheet(text + "2026-11-20,101,1\n", today).ok());
  EXPECT_FALSE(read_sheet("", today).ok());
  EXPECT_FALSE(read_sheet("入金日,納付者,金額\n\n", today).ok());
  EXPECT_FALSE(read_sheet(std::string(sheet_bytes_limit + 1, 'a'), today).ok());
}

class ReceiptSheetTest : public CollectionTest {
 protected:
  base::Result<SheetPreview> preview(const std::string& text) {
    tick();
    auto ledger = this->ledger();
    return preview_sheet(ledger, society_.clerk(), text);
  }
  base::Result<TakenReceipts> enter(const std::string& text) {
    tick();
    auto ledger = this->ledger();
    return enter_sheet(ledger, society_.clerk(), text);
  }
  std::int64_t count() {
    auto ledger = this->ledger();
    return must(list_receipts(ledger, society_.clerk(), 0, 1)).count;
  }
};

TEST_F(ReceiptSheetTest, LinesAreMatchedAsIfThoseAboveHadBeenAllocated) {
  bill(month_in(2026, 4));
  bill(month_in(2026, 5));
  const auto shown = must(preview("2026-11-20,101,24600\n"
                                  "2026-11-21,株式会社ミホンショウカイ,41000\n"
                                  "2026-11-22,101,24600\n"
                                  "2026-11-22,101,24600\n"
                                  "2026-11-22,ダレカ,77\n"));
  ASSERT_EQ(shown.lines.size(), 5U);
  EXPECT_EQ(shown.certain, 3);
  EXPECT_EQ(shown.fresh, 5);
  EXPECT_EQ(shown.lines[0].proposals.at(0).parts.at(0).debt,
            bill_of(works(), month_in(2026, 4)));
  EXPECT_EQ(shown.lines[2].proposals.at(0).parts.at(0).debt,
            bill_of(works(), month_in(2026, 5)));
  EXPECT_EQ(shown.lines[3].proposals.at(0).fit, MatchFit::over);  // nothing is owed any more
  EXPECT_TRUE(shown.lines[4].proposals.empty());
  EXPECT_EQ(count(), 0);  // nothing was written
}

TEST_F(ReceiptSheetTest, AListIsSavedWholeAndOnceHoweverOftenItComes) {
  bill(month_in(2026, 4));
  const std::string text = "2026-11-20,101,24600,窓口\n2026-11-20,101,24600\n2026-11-21,202,41000\n";
  const auto first = must(enter(text));
  EXPECT_EQ(first.added, 3);  // two equal lines are two payments
  EXPECT_EQ(first.total, Yen(90'200));
  const auto again = must(enter(text));
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.known, 3);
  const auto more = must(enter(text + "2026-11-22,202,1\n"));
  EXPECT_EQ(more.added, 1);
  EXPECT_EQ(count(), 4);
  EXPECT_EQ(must(preview(text)).known, 3);
  auto ledger = this->ledger();
  EXPECT_EQ(must(allocate_certain(ledger, society_.clerk())), 2);
  EXPECT_TRUE(balanced());
}

TEST_F(ReceiptSheetTest, ALineThatFitsNobodyRefusesTheWholeList) {
  for (const auto* text : {"2026-11-20,101,100\n2026-11-20,999,100\n",
                           "2026-11-20,101,100\n2026-11-20,見知らぬ会社,100\n"}) {
    const auto tried = enter(text);
    ASSERT_FALSE(tried.ok());
    ASSERT_EQ(tried.faults().size(), 1U);
    EXPECT_EQ(tried.faults()[0].place.line, 2U);
  }
  EXPECT_EQ(count(), 0);
}

TEST_F(ReceiptSheetTest, WhatTheBankMayHaveBroughtIsSaid) {
  receive("ｶ)ﾐﾎﾝｼﾖｳｶｲ", 41'000, day(2026, 11, 20));
  const auto shown = must(preview("2026-11-20,202,41000\n2026-11-20,202,41001\n"));
  EXPECT_EQ(shown.lines[0].standing, SheetStanding::alike);
  EXPECT_EQ(shown.lines[1].standing, SheetStanding::fresh);
}

TEST_F(ReceiptSheetTest, AFileMayBeOfEitherCode) {
  const std::string text = "2026-11-20,株式会社ミホンショウカイ,5\n";
  EXPECT_EQ(must(sheet_text(text)), text);
  EXPECT_EQ(must(sheet_text(base::encode_cp932(text).bytes)), text);
  EXPECT_FALSE(sheet_text("\xFF\xFF\x80").ok());
}

TEST_F(ReceiptSheetTest, ListsAreForHandlersOfTheWholeSociety) {
  auto ledger = this->ledger();
  const std::string text = "2026-11-20,101,100\n";
  EXPECT_FALSE(preview_sheet(ledger, society_.stranger(), text).ok());
  EXPECT_FALSE(enter_sheet(ledger, society_.stranger(), text).ok());
}

}  // namespace
}  // namespace kenpo::collection
