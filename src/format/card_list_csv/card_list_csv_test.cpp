#include "format/card_list_csv/card_list_csv.h"

#include <gtest/gtest.h>

#include "base/cp932.h"

namespace kenpo::format::card_list_csv {
namespace {

constexpr const char* list =
    "記号,番号,枝番,利用登録,基準日\r\n101,0012,00,有,2026-11-01\r\n101,12,01,無,2026-11-01\r\n";

TEST(CardListCsv, BothCodingsSayTheSame) {
  const auto plain = read(list, {});
  ASSERT_TRUE(plain.ok());
  ASSERT_EQ(plain->size(), 2U);
  EXPECT_EQ(plain->at(0).number, "12");
  EXPECT_EQ(plain->at(0).registration, Registration::registered);
  EXPECT_EQ(plain->at(1).branch, 1);
  EXPECT_EQ(plain->at(1).registration, Registration::not_registered);
  EXPECT_EQ(plain->at(1).line_number, 3U);
  const auto marked = read(std::string("\xEF\xBB\xBF") + list, {});
  const auto cp932 = read(base::encode_cp932(list).bytes, {});
  ASSERT_TRUE(marked.ok() && cp932.ok());
  EXPECT_EQ(*marked, *plain);
  EXPECT_EQ(*cp932, *plain);
  EXPECT_TRUE(looks_like(base::encode_cp932(list).bytes));
}

TEST(CardListCsv, EveryLineThatDoesNotFitIsTold) {
  const std::string head = "記号,番号,枝番,利用登録,基準日\n";
  const auto refused = read(head + "101,1,00,有,2026-11-01\n101,1,00,無,2026-11-01\n101,2,00\n"
                                   "101,3,00,？,2026-11-01\n101,4,00,有,2026-13-01\n", {});
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(refused.faults().size(), 4U);
  EXPECT_EQ(refused.faults()[0].place.line, 3U);
  EXPECT_EQ(refused.faults()[3].place.line, 6U);
  for (const auto& bytes : {std::string(), head, std::string("番号\n1\n"),
                            head + "101,x,00,有,2026-11-01\n", std::string("\x81")}) {
    EXPECT_FALSE(read(bytes, {}).ok()) << bytes;
  }
}

}  // namespace
}  // namespace kenpo::format::card_list_csv
