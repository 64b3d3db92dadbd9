#include "claim/receipt_sheet.h"

#include <gtest/gtest.h>

#include "claim/tooth.h"
#include "format/claim/claim_samples.h"
#include "format/claim/writer.h"

namespace kenpo::claim {
namespace {

namespace file = format::claim;
using file::Form;
using file::Service;

std::string bytes_of(const file::ReceiptDraft& draft, Form form = Form::insurer) {
  file::Writer writer(form);
  writer.receipt(draft);
  EXPECT_TRUE(writer.faults().empty());
  return std::move(writer.bytes());
}

/// Words that show which master was asked.
MasterWords marked() {
  return {.item = [](std::string_view code) { return "項目" + std::string(code); },
          .disease = [](std::string_view code) { return "病名" + std::string(code); },
          .modifier = [](std::string_view code) { return "修飾" + std::string(code); },
          .comment = [](std::string_view code, std::string_view text) {
            return "注" + std::string(code) + ":" + std::string(text);
          }};
}

/// Every word of a sheet.
std::string all_of(const ReceiptSheet& sheet) {
  std::string all;
  for (const auto& section : sheet.sections) {
    all += "[" + section.title + "]";
    for (const auto& row : section.rows) {
      for (const auto& cell : row.cells) all += cell + "|";
      all += wording(row.change);
      all += "\n";
    }
  }
  return all;
}

struct Shown {
  Service service;
  const char* words;
};
constexpr Shown shown[] = {
    {Service::medical, "病名8833421"},
    {Service::medical, "見本の傷病名"},
    {Service::medical, "医学管理|項目113001810||7日|225|225|"},
    {Service::medical, "注810000001:生活の様子"},
    {Service::dpc, "[診断群分類]060335xx99000x|R8.4.7|"},
    {Service::dpc, "医療資源を最も投入した傷病"},
    {Service::dpc, "入院期間Ⅰ|2800|2|5600|"},
    {Service::dpc, "手術|項目150253010"},
    {Service::dpc, "今月包括合計|"},
    {Service::dental, "病名5212001|右上4・右上5|"},
    {Service::dental, "項目309001710||7日・21日|130×2|130×2|"},
    {Service::pharmacy, "[処方した医療機関]架空内科クリニック|"},
    {Service::pharmacy, "内服"},
    {Service::pharmacy, "項目620004633|2.5|計量混合"},
    {Service::pharmacy, "薬剤調製料|項目450000110|||24|24|"},
    {Service::pharmacy, "薬剤料||||112|112|"},
    {Service::pharmacy, "薬学管理料|項目450000410|||45|45|"},
    {Service::nursing, "[主治医の医療機関]架空内科クリニック|"},
    {Service::nursing, "4月21日|項目510000110|1||5550|5550|"},
    {Service::nursing, "見本の心身の状態。"},
};

TEST(ReceiptSheet, ShowsEachKindInItsOwnWords) {
  for (const auto& row : shown) {
    for (const auto form : {Form::insurer, Form::provider}) {
      const auto bytes = bytes_of(file::sample_receipt(row.service), form);
      const auto all = all_of(sheet_of(bytes, marked()));
      EXPECT_NE(all.find(row.words), std::string::npos) << row.words << "\n" << all;
    }
  }
}

TEST(ReceiptSheet, CodesStandAsTheyCameWithoutMasters) {
  const auto sheet = sheet_of(bytes_of(file::sample_receipt()), no_words());
  EXPECT_GT(sheet.codes_without_word, 5);
  const auto all = all_of(sheet);
  EXPECT_NE(all.find("113001810"), std::string::npos);
  EXPECT_NE(all.find("8833421"), std::string::npos);
  EXPECT_EQ(sheet_of(bytes_of(file::sample_receipt()), marked()).codes_without_word, 0);
}

TEST(ReceiptSheet, ClaimedStandsBesideDecidedWithTheReason) {
  auto draft = file::sample_receipt();
  draft.corrections = file::sample_corrections();
  const auto all = all_of(sheet_of(bytes_of(draft), marked()));
  EXPECT_NE(all.find("項目113001810||7日|225|147|B|査定"), std::string::npos) << all;

  auto removed = file::sample_receipt();
  file::CorrectionDraft correction;
  correction.kind = '3';
  correction.row = 11;
  correction.reason = "A";
  removed.corrections = {correction};
  const auto without = all_of(sheet_of(bytes_of(removed), marked()));
  EXPECT_NE(without.find("項目113001810||7日|225||A|削除"), std::string::npos) << without;
}

TEST(ReceiptSheet, ModifiersStandAroundTheName) {
  auto draft = file::sample_receipt();
  draft.diseases[0].modifiers = "20578002";
  const auto all = all_of(sheet_of(bytes_of(draft), marked()));
  EXPECT_NE(all.find("修飾2057病名8833421修飾8002"), std::string::npos) << all;
}

TEST(ReceiptSheet, BrokenBytesHaveNoSheet) {
  EXPECT_TRUE(sheet_of("", marked()).sections.empty());
  EXPECT_TRUE(sheet_of("no receipt", marked()).sections.empty());
}

TEST(Teeth, InWords) {
  EXPECT_EQ(teeth_words("101600"), "右上6");
  EXPECT_EQ(teeth_words("102100103700"), "左上1・左下7");
  EXPECT_EQ(teeth_words("105500"), "右上乳歯5");
  EXPECT_EQ(teeth_words("999999"), "999999");
  EXPECT_EQ(teeth_words("10160"), "10160");
  EXPECT_EQ(teeth_words(""), "");
}

}  // namespace
}  // namespace kenpo::claim
