#include "format/postal_csv/postal_csv.h"

#include <gtest/gtest.h>

#include "base/cp932.h"

namespace kenpo::format::postal_csv {
namespace {

std::string line(std::string_view code, std::string_view town, std::string_view kana) {
  return "13101,\"100  \",\"" + std::string(code) + "\",\"ﾄｳｷｮｳﾄ\",\"ﾁﾖﾀﾞｸ\",\"" +
         std::string(kana) + "\",\"東京都\",\"千代田区\",\"" + std::string(town) +
         "\",0,0,1,0,0,0\r\n";
}

TEST(PostalCsv, BothCodingsSayTheSame) {
  const auto text = line("1000005", "丸の内", "ﾏﾙﾉｳﾁ");
  for (const auto& [bytes, coding] :
       {std::pair(text, Coding::utf_8),
        std::pair(base::encode_cp932(text).bytes, Coding::cp932)}) {
    const auto lines = read(bytes, coding);
    ASSERT_TRUE(lines.ok());
    ASSERT_EQ(lines->size(), 1U);
    EXPECT_EQ(lines->front().postal_code, "1000005");
    EXPECT_EQ(lines->front().prefecture, "東京都");
    EXPECT_EQ(lines->front().town, "丸の内");
    EXPECT_EQ(lines->front().town_kana, "ﾏﾙﾉｳﾁ");
  }
}

TEST(PostalCsv, RemarksAreNoTownAndLongTownsAreJoined) {
  const auto lines =
      read(line("1000000", "以下に掲載がない場合", "ｲｶﾆｹｲｻｲｶﾞﾅｲﾊﾞｱｲ") +
               line("1000005", "丸の内（次のビルを除く）", "ﾏﾙﾉｳﾁ(ﾂｷﾞﾉﾋﾞﾙｦﾉｿﾞｸ)") +
               line("1000006", "長い町（一丁目、", "ﾅｶﾞｲﾁｮｳ(1") +
               line("1000006", "二丁目）", "2)"),
           Coding::utf_8);
  ASSERT_TRUE(lines.ok());
  ASSERT_EQ(lines->size(), 3U);
  EXPECT_EQ(lines->at(0).town, "");
  EXPECT_EQ(lines->at(1).town, "丸の内");
  EXPECT_EQ(lines->at(2).town, "長い町");
}

TEST(PostalCsv, WhatIsNotTheFileIsRefusedWithItsLine) {
  EXPECT_FALSE(read("", Coding::utf_8).ok());
  EXPECT_FALSE(read("\x81", Coding::cp932).ok());
  EXPECT_FALSE(read("\xFF", Coding::utf_8).ok());
  const auto second = read(line("1000005", "丸の内", "ﾏﾙﾉｳﾁ") + "13101,\"100\"\r\n",
                           Coding::utf_8);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.faults().front().place.line, 2U);
  EXPECT_FALSE(read(line("100-005", "丸の内", "ﾏﾙﾉｳﾁ"), Coding::utf_8).ok());
}

}  // namespace
}  // namespace kenpo::format::postal_csv
