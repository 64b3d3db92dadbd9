#include "format/transfer/bank_text.h"

#include <gtest/gtest.h>

#include "base/cp932.h"
#include "format/transfer/transfer.h"

namespace kenpo::format::transfer {
namespace {

struct Row {
  const char* from;
  const char* to;
  std::size_t lost;
};

TEST(BankText, Person) {
  for (const Row& row : {
           Row{"ミホン　ハナコ", "ﾐﾎﾝ ﾊﾅｺ", 0},
           Row{"みほん はなこ", "ﾐﾎﾝ ﾊﾅｺ", 0},
           Row{"ガギグパピプヴ", "ｶﾞｷﾞｸﾞﾊﾟﾋﾟﾌﾟｳﾞ", 0},
           Row{"キョウ", "ｷﾖｳ", 0},
           Row{"ｷｮｳ", "ｷﾖｳ", 0},
           Row{"ヴァイオレット", "ｳﾞｱｲｵﾚﾂﾄ", 0},
           Row{"ローマ", "ﾛ-ﾏ", 0},
           Row{"ﾛｰﾏ", "ﾛ-ﾏ", 0},
           Row{"A－B‐C−D—E", "A-B-C-D-E", 0},
           Row{"ａｂｃＸＹＺ１２３", "ABCXYZ123", 0},
           Row{"（，．／）", "(,./)", 0},
           Row{"か\u3099", "ｶﾞ", 0},
           Row{"ヰヱヵヶッ", "ｲｴｶｹﾂ", 0},
           Row{"高橋ハナコ", "ﾊﾅｺ", 2},
           Row{"ミホン・ハナコ", "ﾐﾎﾝﾊﾅｺ", 1},
           Row{"?\xFF", "", 2},
           Row{"カブシキガイシャ", "ｶﾌﾞｼｷｶﾞｲｼﾔ", 0},
           Row{"", "", 0},
       }) {
    const auto made = to_bank_text(row.from, Payee::person);
    EXPECT_EQ(made.text, row.to) << row.from;
    EXPECT_EQ(made.lost.size(), row.lost) << row.from;
  }
}

TEST(BankText, Organisation) {
  for (const Row& row : {
           Row{"株式会社ミホン", "ｶ)ﾐﾎﾝ", 0},
           Row{"株式会社　ミホン", "ｶ)ﾐﾎﾝ", 0},
           Row{"ミホン株式会社", "ﾐﾎﾝ(ｶ", 0},
           Row{"ミホン（株）トウキョウ", "ﾐﾎﾝ(ｶ)ﾄｳｷﾖｳ", 0},
           Row{"㈱ミホン", "ｶ)ﾐﾎﾝ", 0},
           Row{"カブシキガイシャ ミホン", "ｶ)ﾐﾎﾝ", 0},
           Row{"ユウゲンガイシャミホン", "ﾕ)ﾐﾎﾝ", 0},
           Row{"合同会社ミホン", "ﾄﾞ)ﾐﾎﾝ", 0},
           Row{"ゴウドウガイシャミホン", "ﾄﾞ)ﾐﾎﾝ", 0},
           Row{"イリョウホウジンカクウカイ", "ｲ)ｶｸｳｶｲ", 0},
           Row{"社会福祉法人カクウ", "ﾌｸ)ｶｸｳ", 0},
           Row{"ガッコウホウジンカクウ", "ｶﾞｸ)ｶｸｳ", 0},
           Row{"財団法人カクウ", "ｻﾞｲ)ｶｸｳ", 0},
           Row{"社団法人カクウ", "ｼﾔ)ｶｸｳ", 0},
           Row{"株式会社ミホン営業所", "ｶ)ﾐﾎﾝ(ｴｲ", 0},
           Row{"ミホンシュッチョウジョ", "ﾐﾎﾝ(ｼﾕﾂ", 0},
           Row{"株式会社見本", "ｶ)", 2},
           Row{"株式会社", "ｶ)", 0},
       }) {
    const auto made = to_bank_text(row.from, Payee::organisation);
    EXPECT_EQ(made.text, row.to) << row.from;
    EXPECT_EQ(made.lost.size(), row.lost) << row.from;
  }
}

TEST(BankText, LostCharactersAreNamedByTheirByte) {
  EXPECT_EQ(to_bank_text("ア高イ", Payee::person).lost, std::vector<std::size_t>{3});
}

TEST(BankText, EveryKanaHasASpelling) {
  for (char32_t point = 0x30A1; point <= 0x30F6; ++point) {
    for (char32_t kana : {point, static_cast<char32_t>(point - 0x60)}) {
      std::string utf8;
      utf8 += static_cast<char>(0xE0 | kana >> 12);
      utf8 += static_cast<char>(0x80 | (kana >> 6 & 0x3F));
      utf8 += static_cast<char>(0x80 | (kana & 0x3F));
      const auto made = to_bank_text(utf8, Payee::person);
      EXPECT_TRUE(made.lost.empty()) << utf8;
      const auto bytes = base::encode_cp932(made.text).bytes;
      EXPECT_EQ(first_outside_bank(bytes, BankCharacters::ours), bytes.npos) << utf8;
      EXPECT_EQ(to_bank_text(made.text, Payee::person).text, made.text) << utf8;
    }
  }
}

TEST(BankText, FieldsHaveALength) {
  EXPECT_EQ(text_for("ガガ", Payee::person, 4, "受取人名").value(), "ｶﾞｶﾞ");
  const auto long_text = text_for("ガガ", Payee::person, 3, "受取人名");
  ASSERT_FALSE(long_text);
  EXPECT_EQ(long_text.faults()[0].place.field.text(), "受取人名");
  EXPECT_FALSE(text_for("見本", Payee::person, 30, "受取人名"));
}

}  // namespace
}  // namespace kenpo::format::transfer
