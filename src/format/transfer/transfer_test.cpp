#include "format/transfer/transfer.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <rapidcheck.h>
#include <string>

namespace kenpo::format::transfer {
namespace {

std::string sample(const std::string& name) {
  std::ifstream file(std::string(KENPO_SOURCE_DIR "/src/format/transfer/samples/") + name,
                     std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string told(const base::Faults& faults) {
  std::string all;
  for (const auto& fault : faults) all += tell(fault, base::Language::japanese) + "\n";
  return all;
}

std::string places(const base::Faults& faults) {
  std::string all;
  for (const auto& fault : faults) {
    all += std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " +
           fault.place.field.text() + "\n";
  }
  return all;
}

TransferFile small_file() {
  Sender sender{"0000012345", "ﾐﾎﾝｹﾝｺｳﾎｹﾝｸﾐｱｲ", 11, 25,          "0001",
                "ﾐﾎﾝ",        "001",           "ﾎﾝﾃﾝ", AccountKind::ordinary, "0000001"};
  Payment first;
  first.bank_code = "0002";
  first.branch_code = "123";
  first.account_number = "0123456";
  first.payee = "ｶｸｳ ｼﾞﾛｳ";
  first.amount = base::Yen(123'456);
  first.payee_state = PayeeState::first_time;
  first.customer_code_1 = "0000000001";
  Payment second = first;
  second.account_kind = AccountKind::savings;
  second.payee = "ｶ)ﾐﾎﾝｼﾖｳｶｲ";
  second.amount = base::Yen(9'999'999'999);
  second.payee_state = PayeeState::unchanged;
  second.customer_code_1.clear();
  second.edi = "INV-001";
  second.channel = Channel::wire;
  return {sender, {first, second}, {}};
}

TEST(Transfer, ReadsTheSample) {
  const auto file = read(sample("good.txt"), {});
  ASSERT_TRUE(file) << told(file.faults());
  EXPECT_EQ(*file, small_file());
}

TEST(Transfer, WritesTheSample) {
  const auto bytes = write(small_file());
  ASSERT_TRUE(bytes) << told(bytes.faults());
  EXPECT_EQ(*bytes, sample("good.txt"));
}

TEST(Transfer, EveryFramingComesBack) {
  for (const Framing& framing : {Framing{true, true, false}, Framing{true, true, true},
                                 Framing{true, false, false}, Framing{true, false, true},
                                 Framing{false, false, false}, Framing{false, false, true}}) {
    auto file = small_file();
    file.framing = framing;
    const auto bytes = write(file);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(bytes->size(), 5 * record_bytes + (framing.lines ? 8U : 0U) +
                                 (framing.last_line_end ? 2U : 0U) + (framing.end_mark ? 1U : 0U));
    const auto again = read(*bytes, {});
    ASSERT_TRUE(again) << told(again.faults());
    EXPECT_EQ(*again, file);
    EXPECT_TRUE(looks_like(*bytes));
  }
}

TEST(Transfer, TellsEveryFaultOfTheBadSample) {
  const auto file = read(sample("bad.txt"), base::Plain::file("bad.txt"));
  ASSERT_FALSE(file);
  EXPECT_EQ(places(file.faults()),
            "1:55 取組日\n"
            "2:53 受取人名\n"
            "3:81 振込金額\n"
            "4:2 被仕向銀行番号\n"
            "4:43 預金種目\n"
            "4:114 ダミー\n"
            "5:2 合計件数\n"
            "6:1 \n6:0 \n")
      << told(file.faults());
}

struct Change {
  const char* why;
  std::size_t at;
  std::size_t length;
  const char* bytes;
  const char* places;
};

TEST(Transfer, RefusesAChangedFile) {
  const auto good = sample("good.txt");
  const std::size_t line = record_bytes + 2;
  for (const Change& change : {
           Change{"salary file", 1, 2, "11", "1:2 種別コード\n"},
           Change{"unknown kind", 1, 2, "99", "1:2 種別コード\n"},
           Change{"EBCDIC", 3, 1, "1", "1:4 コード区分\n"},
           Change{"no header", 0, 1, "2", "1:1 \n"},
           Change{"amount differs from the total", line + 89, 1, "7", "4:8 合計金額\n"},
           Change{"small kana", line + 50, 1, "\xAF", "2:51 受取人名\n"},
           Change{"comma in EDI", 2 * line + 91, 1, ",", "3:92 EDI情報\n"},
           Change{"second header", 3 * line, 1, "1",
                  "4:1 \n5:1 \n5:0 \n"},
           Change{"a byte lost", line, 1, "", "2:0 \n"},
           Change{"cut after the payments", 3 * line, 2 * line, "", "3:0 \n"},
           Change{"cut after the trailer", 4 * line, line, "", "4:0 \n"},
       }) {
    auto bytes = good;
    bytes.replace(change.at, change.length, change.bytes);
    const auto file = read(bytes, {});
    ASSERT_FALSE(file) << change.why;
    EXPECT_EQ(places(file.faults()), change.places) << change.why << told(file.faults());
  }
}

TEST(Transfer, WriterRefusesWhatBanksDoNotTake) {
  const auto faults_after = [](auto change) {
    auto file = small_file();
    change(file);
    const auto bytes = write(file);
    return bytes ? std::string("written") : places(bytes.faults());
  };
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].payee = "架空　次郎"; }),
            "2:51 受取人名\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].payee = "髙"; }), "2:51 受取人名\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].payee = "\U0001F600"; }),
            "2:51 受取人名\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].payee = std::string(31, 'A'); }),
            "2:51 受取人名\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].payee.clear(); }), "2:51 受取人名\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].amount = base::Yen(); }),
            "2:81 振込金額\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].amount = base::Yen(-1); }),
            "2:81 振込金額\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].amount = base::Yen(10'000'000'000); }),
            "2:81 振込金額\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[0].bank_code = "2"; }),
            "2:2 被仕向銀行番号\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments[1].customer_code_1 = "1"; }),
            "3:92 EDI情報\n");
  EXPECT_EQ(faults_after([](auto& file) { file.payments.clear(); }), "2:0 \n");
  EXPECT_EQ(faults_after([](auto& file) { file.sender.day = 31; }), "1:55 取組日\n");
  EXPECT_EQ(faults_after([](auto& file) {
              file.payments[0].amount = base::Yen(9'999'999'999);
              file.payments.resize(101, file.payments[0]);
            }),
            "103:8 合計金額\n");
}

TEST(Transfer, LooksLikeOnlyTransferFiles) {
  EXPECT_TRUE(looks_like(sample("good.txt")));
  EXPECT_TRUE(looks_like(sample("bad.txt")));
  EXPECT_FALSE(looks_like(""));
  EXPECT_FALSE(looks_like("121"));
  auto other_kind = sample("good.txt");
  other_kind.replace(1, 2, "99");
  EXPECT_FALSE(looks_like(other_kind));
  EXPECT_FALSE(looks_like("1,1,IR,1,13,1,0000000,,A,202610,00," + std::string(120, ' ')));
  EXPECT_FALSE(looks_like("21,01,A,001,20261122,22223\r\n[kanri]\r\n" + std::string(120, ' ')));
}

std::string any_bank_text(std::size_t longest) {
  static const std::vector<std::string> characters = {"ｱ", "ﾝ", "ﾞ", "ﾟ", "ｦ", "A", "Z",
                                                      "0", "9", "(", ")", "-", ".", "/"};
  const auto size = *rc::gen::inRange<std::size_t>(1, longest + 1);
  std::string text;
  for (std::size_t at = 0; at < size; ++at) text += *rc::gen::elementOf(characters);
  return text;
}

std::string any_digits(int count) {
  std::string digits;
  for (int at = 0; at < count; ++at) digits += static_cast<char>('0' + *rc::gen::inRange(0, 10));
  return digits;
}

TEST(Transfer, WhatIsWrittenReadsTheSame) {
  rc::check([] {
    auto file = small_file();
    file.framing = {*rc::gen::arbitrary<bool>(), true, *rc::gen::arbitrary<bool>()};
    file.framing.last_line_end = file.framing.lines && *rc::gen::arbitrary<bool>();
    file.sender.client_name = any_bank_text(40);
    file.payments.resize(*rc::gen::inRange<std::size_t>(1, 20));
    for (auto& payment : file.payments) {
      payment.bank_code = any_digits(4);
      payment.branch_code = any_digits(3);
      payment.account_number = any_digits(7);
      payment.account_kind = *rc::gen::element(AccountKind::ordinary, AccountKind::current,
                                               AccountKind::savings, AccountKind::other);
      payment.bank_name = any_bank_text(15);
      payment.payee = any_bank_text(30);
      payment.amount = base::Yen(*rc::gen::inRange<std::int64_t>(1, 10'000'000'000));
      payment.clearing_house = *rc::gen::arbitrary<bool>() ? any_digits(4) : std::string();
      payment.channel = *rc::gen::element(Channel::not_said, Channel::wire, Channel::letter);
      payment.payee_state =
          *rc::gen::element(PayeeState::unchanged, PayeeState::first_time, PayeeState::changed);
      payment.customer_code_1.clear();
      payment.edi.reset();
      if (*rc::gen::arbitrary<bool>()) payment.edi = any_bank_text(20);
      else payment.customer_code_2 = any_bank_text(10);
    }
    const auto bytes = write(file);
    RC_ASSERT(bytes.ok());
    const auto again = read(*bytes, {});
    RC_ASSERT(again.ok());
    RC_ASSERT(*again == file);
    RC_ASSERT(*write(*again) == *bytes);
  });
}

}  // namespace
}  // namespace kenpo::format::transfer
