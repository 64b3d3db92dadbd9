#include "format/pay_report_csv/pay_report_csv.h"

#include <gtest/gtest.h>

#include "base/cp932.h"

namespace kenpo::format::pay_report_csv {
namespace {

const std::string head =
    "記号,番号,生年月日,最初の月,昇降給,区分,基礎日数1,報酬1,基礎日数2,報酬2,基礎日数3,報酬3,"
    "遡及支払の月,遡及支払額\r\n";
const std::string list = head +
                         "101,0012,1990-05-15,2026-04,昇給,一般,30,360000,31,355000,30,358000,,\r\n"
                         "101,13,1985-01-02,2026-04,降給,パート,17,180000,,,,,,\r\n"
                         "101,13,1985-01-02,2026-01,なし,,20,200000,20,260000,,,2026-02,60000\r\n";

TEST(PayReportCsv, BothCodingsSayTheSame) {
  const auto plain = read(list, {});
  ASSERT_TRUE(plain.ok());
  ASSERT_EQ(plain->size(), 3U);
  const auto& first = plain->at(0);
  EXPECT_EQ(first.number, "12");
  EXPECT_EQ(first.direction, Direction::raised);
  EXPECT_EQ(first.months[2], (PaidMonth{30, base::Yen(358'000)}));
  EXPECT_EQ(first.line_number, 2U);
  EXPECT_EQ(plain->at(1).worker, WorkerKind::part_time);
  EXPECT_FALSE(plain->at(1).months[1].has_value());
  EXPECT_EQ(plain->at(2).direction, Direction::none);
  EXPECT_EQ(plain->at(2).back_pay, base::Yen(60'000));
  EXPECT_EQ(plain->at(2).back_pay_month, base::Month::make(2026, 2));
  const auto marked = read(std::string("\xEF\xBB\xBF") + list, {});
  const auto cp932 = read(base::encode_cp932(list).bytes, {});
  ASSERT_TRUE(marked.ok() && cp932.ok());
  EXPECT_EQ(*marked, *plain);
  EXPECT_EQ(*cp932, *plain);
  EXPECT_TRUE(looks_like(list));
  EXPECT_TRUE(looks_like(base::encode_cp932(list).bytes));
  EXPECT_FALSE(looks_like("記号,番号,枝番,利用登録,基準日\r\n"));
  const auto again = read(write(*plain), {});
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(*again, *plain);
}

struct Bad {
  const char* line;
  const char* field;
};

TEST(PayReportCsv, EveryLineThatDoesNotFitIsToldWithItsField) {
  const std::vector<Bad> rows{
      {"101,1,1990-05-15,2026-04,昇給,一般,30,360000,,,,,", ""},  // a cell too few
      {",1,1990-05-15,2026-04,昇給,一般,30,360000,,,,,,", "記号"},
      {"101,x,1990-05-15,2026-04,昇給,一般,30,360000,,,,,,", "番号"},
      {"101,1,1990-13-15,2026-04,昇給,一般,30,360000,,,,,,", "生年月日"},
      {"101,1,1990-05-15,2026-13,昇給,一般,30,360000,,,,,,", "最初の月"},
      {"101,1,1990-05-15,2026-04,上,一般,30,360000,,,,,,", "昇降給"},
      {"101,1,1990-05-15,2026-04,昇給,正,30,360000,,,,,,", "区分"},
      {"101,1,1990-05-15,2026-04,昇給,一般,,,30,360000,,,,", "基礎日数1"},
      {"101,1,1990-05-15,2026-04,昇給,一般,32,360000,,,,,,", "基礎日数1"},
      {"101,1,1990-05-15,2026-04,昇給,一般,30,-1,,,,,,", "報酬1"},
      {"101,1,1990-05-15,2026-04,昇給,一般,30,360000,30,,,,,", "報酬2"},
      {"101,1,1990-05-15,2026-04,昇給,一般,30,360000,0,0,,,,", "基礎日数2"},
      {"101,1,1990-05-15,2026-04,昇給,一般,30,360000,,,30,360000,,", "基礎日数3"},
      {"101,1,1990-05-15,2026-04,昇給,一般,30,360000,,,,,2026-05,100", "遡及支払の月"},
      {"101,1,1990-05-15,2026-04,昇給,一般,30,360000,,,,,2026-04,", "遡及支払額"},
      {"101,1,1990-05-15,2026-04,昇給,一般,30,360000,,,,,2026-04,360001", "遡及支払額"}};
  std::string bytes = head;
  for (const auto& row : rows) bytes += std::string(row.line) + "\n";
  const auto refused = read(bytes, {});
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(refused.faults().size(), rows.size());
  for (std::size_t at = 0; at < rows.size(); ++at) {
    SCOPED_TRACE(rows[at].line);
    EXPECT_EQ(refused.faults()[at].place.line, at + 2);
    EXPECT_EQ(refused.faults()[at].place.field.text(), rows[at].field);
  }
}

TEST(PayReportCsv, LinesThatDoNotGoTogetherAreRefused) {
  const std::string one = "101,1,1990-05-15,2026-04,昇給,一般,30,360000,,,,,,\n";
  EXPECT_TRUE(read(head + one, {}).ok());
  const auto twice = read(head + one + one, {});
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.faults()[0].place.line, 3U);
  const auto other = read(head + one + "102,2,1990-05-15,2026-04,昇給,一般,30,360000,,,,,,\n", {});
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.faults()[0].place.field.text(), "記号");
  for (const auto& bytes : {std::string(), head, std::string("番号\n1\n"), std::string("\x81")}) {
    EXPECT_FALSE(read(bytes, {}).ok()) << bytes;
  }
}

}  // namespace
}  // namespace kenpo::format::pay_report_csv
