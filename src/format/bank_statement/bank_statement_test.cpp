#include "format/bank_statement/bank_statement.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace kenpo::format::bank_statement {
namespace {

const base::Date today = *base::Date::make(2026, 11, 24);

std::string statement_sample(const std::string& name) {
  std::ifstream file(std::string(KENPO_SOURCE_DIR "/src/format/bank_statement/samples/") + name,
                     std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string fault_places(const base::Result<StatementFile>& file) {
  std::string all;
  if (file.ok()) return "taken";
  for (const auto& fault : file.faults()) {
    all += std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " +
           fault.place.field.text() + "\n";
  }
  return all;
}

TEST(BankStatement, ReadsAStatementOfEverythingThatMoved) {
  const auto file = read(statement_sample("statement.txt"), {}, today);
  ASSERT_TRUE(file.ok()) << fault_places(file);
  ASSERT_EQ(file->statements.size(), 1U);
  const auto& account = file->statements[0];
  EXPECT_EQ(account.bank_code, "0001");
  EXPECT_EQ(account.account_number, "0000000001");
  EXPECT_EQ(account.from, *base::Date::make(2026, 11, 1));
  ASSERT_EQ(account.entries.size(), 3U);
  EXPECT_EQ(account.entries[0].payer, "ｶ)ﾐﾎﾝｾｲｻｸｼﾞﾖ");
  EXPECT_EQ(account.entries[0].amount, base::Yen(65'600));
  EXPECT_EQ(account.entries[0].booked_on, *base::Date::make(2026, 11, 10));
  EXPECT_EQ(account.entries[1].payer_code, "0000000101");
  EXPECT_EQ(account.entries[2].direction, Direction::out);
}

TEST(BankStatement, ReadsANoticeOfTransfersWithYearsOfTheCommonEraAndWithoutLineEnds) {
  const auto file = read(statement_sample("notice.txt"), {}, today);
  ASSERT_TRUE(file.ok()) << fault_places(file);
  EXPECT_EQ(file->kind, FileKind::transfer_notice);
  ASSERT_EQ(file->statements[0].entries.size(), 2U);
  EXPECT_EQ(file->statements[0].entries[0].booked_on, *base::Date::make(2026, 11, 10));
  EXPECT_EQ(file->statements[0].entries[1].standing, Standing::cancelled);
}

TEST(BankStatement, TellsEveryFaultWithItsPlace) {
  EXPECT_EQ(fault_places(read(statement_sample("bad.txt"), {}, today)),
            "2:10 勘定日\n3:25 取引金額\n4:22 入払区分\n");
}

TEST(BankStatement, ASumThatDiffersIsRefused) {
  auto bytes = statement_sample("statement.txt");
  bytes[202 + 35] = '9';  // an amount of the first entry
  EXPECT_EQ(fault_places(read(bytes, {}, today)), "5:8 入金額合計\n5:41 取引後残高\n");
}

TEST(BankStatement, WhatIsCutIsRefused) {
  const auto bytes = statement_sample("statement.txt");
  EXPECT_EQ(fault_places(read(bytes.substr(0, 150), {}, today)), "1:0 \n");
  EXPECT_EQ(fault_places(read(bytes.substr(0, 202 * 3), {}, today)), "3:0 \n");
  EXPECT_EQ(fault_places(read("", {}, today)), "0:0 \n");
  EXPECT_EQ(fault_places(read("2", {}, today)), "0:0 \n");
}

TEST(BankStatement, ADayToComeIsRefused) {
  const auto early = *base::Date::make(2026, 11, 9);
  const auto file = read(statement_sample("statement.txt"), {}, early);
  EXPECT_FALSE(file.ok());
  EXPECT_EQ(file.faults().at(0).what.ja.text(), "きょうより後の日付です。");
}

}  // namespace
}  // namespace kenpo::format::bank_statement
