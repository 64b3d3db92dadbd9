#include "format/disease_group_csv/disease_group_csv.h"

#include <gtest/gtest.h>

#include "base/cp932.h"

namespace kenpo::format::disease_group_csv {
namespace {

const std::string head = "分類コード,分類名,ICD-10\r\n";

TEST(DiseaseGroupCsv, GroupsAreReadInUtf8AndCp932) {
  const auto text = head + "0101,見本の感染症,A00-A09\r\n0904,見本の出血,I60 I69.0\r\n";
  for (const auto& bytes : {text, "\xEF\xBB\xBF" + text, base::encode_cp932(text).bytes}) {
    ASSERT_TRUE(looks_like(bytes));
    const auto groups = read(bytes, {});
    ASSERT_TRUE(groups.ok());
    ASSERT_EQ(groups->size(), 2U);
    EXPECT_EQ((*groups)[0].name, "見本の感染症");
    EXPECT_EQ((*groups)[1].blocks, (std::vector<Block>{{"I60", "I60"}, {"I690", "I690"}}));
    EXPECT_EQ(words_of((*groups)[1].blocks), "I60 I690");
  }
}

TEST(DiseaseGroupCsv, WhatDoesNotFitIsToldWithItsLine) {
  struct Bad {
    std::string lines;
    std::uint64_t line;
  };
  const std::vector<Bad> bad = {{"0101,見本,A00-A09\r\n0101,見本,B00\r\n", 3},
                                {"0101,見本,A00-A09\r\n0102,見本,A05\r\n", 3},
                                {"0101,見本\r\n", 2},
                                {"0101,,A00\r\n", 2},
                                {",見本,A00\r\n", 2},
                                {"0101,見本,\r\n", 2},
                                {"0101,見本,A0\r\n", 2},
                                {"0101,見本,a00\r\n", 2},
                                {"0101,見本,A09-A00\r\n", 2},
                                {"0101,見本,A00-A091\r\n", 2},
                                {"0101,見本,A00..1\r\n", 2},
                                {"123456789,見本,A00\r\n", 2},
                                {"", 0}};
  for (const auto& each : bad) {
    const auto groups = read(head + each.lines, {});
    ASSERT_FALSE(groups.ok()) << each.lines;
    EXPECT_EQ(groups.faults().front().place.line, each.line) << each.lines;
  }
  EXPECT_FALSE(read("分類,ICD-10\r\n", {}).ok());
  EXPECT_FALSE(read(std::string(file_bytes_limit + 1, 'a'), {}).ok());
  EXPECT_FALSE(looks_like("分類コード,分類名\r\n"));
  std::string many = head;
  for (std::size_t at = 0; at <= groups_limit; ++at) {
    const auto number = std::to_string(1000 + at);
    many += number + ",見本," + static_cast<char>('A' + at / 100) + number.substr(2) + "\r\n";
  }
  EXPECT_FALSE(read(many, {}).ok());
}

TEST(DiseaseGroupCsv, WhatIsReadIsKnownByItsHead) {
  const auto twice_marked = "\xEF\xBB\xBF\xEF\xBB\xBF" + head + "1,見本,A00\r\n";
  EXPECT_TRUE(read(twice_marked, {}).ok());
  EXPECT_TRUE(looks_like(twice_marked));
}

TEST(DiseaseGroupCsv, ASubcategoryMayStandBesideItsCategory) {
  EXPECT_TRUE(read(head + "1,見本,I60-I69\r\n2,見本,I69.0\r\n", {}).ok());
}

}  // namespace
}  // namespace kenpo::format::disease_group_csv
