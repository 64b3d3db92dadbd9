#include "base/kana.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/cp932.h"
#include "base/width.h"

namespace kenpo::base {
namespace {

TEST(Kana, widths) {
  EXPECT_EQ(full_width_kana("ｱｲｳ ｶﾞﾊﾟｳﾞ｡｢｣､･ｰ"), "アイウ ガパヴ。「」、・ー");
  EXPECT_EQ(full_width_kana("ｱﾞﾞ"), "ア゛゛");
  EXPECT_EQ(full_width_kana("ﾔﾏﾀﾞ太郎A1"), "ヤマダ太郎A1");
  EXPECT_EQ(full_width_kana("か\u3099"), "が");
  EXPECT_EQ(full_width_kana("ハ\u309A"), "パ");
  EXPECT_EQ(half_width_kana("ガパヴー。「」、・ヮヵヶヰヱ"), "ｶﾞﾊﾟｳﾞｰ｡｢｣､･ﾜｶｹｲｴ");
  EXPECT_EQ(half_width_kana("山田ひらがな"), "山田ひらがな");
}

TEST(Kana, scripts) {
  EXPECT_EQ(katakana("あいがっゔゝー漢字"), "アイガッヴヽー漢字");
  EXPECT_EQ(hiragana("アイガッヴヽー漢字ヷ"), "あいがっゔゝー漢字ヷ");
}

TEST(Kana, small_becomes_large) {
  EXPECT_EQ(large_kana("キョッァヮヵヶ"), "キヨツアワカケ");
  EXPECT_EQ(large_kana("きょっぁゎゕゖ"), "きよつあわかけ");
  EXPECT_EQ(large_kana("ｧｨｩｪｫｬｭｮｯ"), "ｱｲｳｴｵﾔﾕﾖﾂ");
}

TEST(Kana, every_half_width_kana_comes_back) {
  for (unsigned byte = 0xA1; byte <= 0xDF; ++byte) {
    const std::string half = decode_cp932(std::string(1, static_cast<char>(byte))).text;
    EXPECT_EQ(half_width_kana(full_width_kana(half)), half) << byte;
  }
}

RC_GTEST_PROP(Kana, half_width_text_comes_back, (const std::string& bytes)) {
  // Any two-byte-free text of half-width kana; a mark joins where it can and splits again.
  std::string kana;
  for (char c : bytes) kana += static_cast<char>(0xA1 + static_cast<unsigned char>(c) % 63);
  const std::string half = decode_cp932(kana).text;
  RC_ASSERT(half_width_kana(full_width_kana(half)) == half);
}

TEST(Width, digits_and_letters) {
  EXPECT_EQ(narrow("ＡＢｃ１２３　（－）"), "ABc123 (-)");
  EXPECT_EQ(wide("AB 1-2"), "ＡＢ　１－２");
  EXPECT_EQ(narrow("①㈱髙"), "①㈱髙");  // no compatibility folding
}

TEST(Width, both_ends) {
  EXPECT_EQ(trimmed(" 　名 前　 \r\n"), "名 前");
  EXPECT_EQ(trimmed("　 　"), "");
}

struct EntryRow {
  Entry entry;
  const char* typed;
  const char* saved;
};

TEST(Width, entries_by_kind) {
  for (const EntryRow& row : {
           EntryRow{Entry::number, " ０３－１２３４ー５６７８ ", "03-1234-5678"},
           EntryRow{Entry::number, "123‐4567", "123-4567"},
           EntryRow{Entry::number, "　ＡＢｃ－１２３\r\n", "ABc-123"},
           EntryRow{Entry::code, "ａｂ１２", "AB12"},
           EntryRow{Entry::kana, "ﾔﾏﾀﾞ  ﾀﾛｰ", "ヤマダ　タロー"},
           EntryRow{Entry::kana, "やまだ たろ－", "ヤマダ　タロー"},
           EntryRow{Entry::name, " 山田 \u3000太郎 ", "山田　太郎"},
           EntryRow{Entry::name, "髙橋 﨑ﾉ", "髙橋　﨑ノ"},
           EntryRow{Entry::address, "見本町１－２ー３　ハイツ１０１", "見本町1-2-3 ハイツ101"},
           EntryRow{Entry::address, "センター北１丁目", "センター北1丁目"},
           EntryRow{Entry::text, "　覚え　書き ", "覚え　書き"},
           EntryRow{Entry::text, "　 ", ""},
       }) {
    EXPECT_EQ(normalised(row.entry, row.typed), row.saved) << row.typed;
  }
}

TEST(Width, search_keys) {
  EXPECT_EQ(search_key("ﾔﾏﾀﾞ ﾀﾛｰ"), search_key("やまだ　たろ－"));
  EXPECT_EQ(search_key("キョウコ"), search_key("ｷﾖｳｺ"));
  EXPECT_EQ(search_key("ａｂｃ－１"), search_key("ABC-1"));
  EXPECT_EQ(search_key("ﾊﾟﾋﾞ"), search_key("ぱび"));
  EXPECT_NE(search_key("渡辺"), search_key("渡邊"));
  EXPECT_NE(search_key("髙橋"), search_key("高橋"));
}

}  // namespace
}  // namespace kenpo::base
