#include "format/grant_application/grant_application.h"

#include <gtest/gtest.h>

namespace kenpo::format::grant_application {
namespace {

TEST(GrantApplication, ARowIsALineOfFifteenQuotedCells) {
  File file{.insurer_number = "06139992",
            .year = 2026,
            .made_on = *base::Date::make(2026, 11, 23),
            .rows = {}};
  Row row;
  row.serial = 1;
  row.symbol = "1\"01";
  row.number = "12";
  row.treated_in = *base::Month::make(2026, 4);
  row.claimed_in = *base::Month::make(2026, 5);
  row.service = "医科";
  row.institution = "1319999998";
  row.days = 20;
  row.cost = base::Yen(1'500'000);
  row.month_cost = base::Yen(1'800'000);
  row.excess = base::Yen(600'000);
  file.rows.push_back(row);
  const auto bytes = write(file);
  EXPECT_TRUE(bytes.starts_with("\xEF\xBB\xBF\"KENPO-KOUFUKIN-1\",\"06139992\",\"2026\""));
  EXPECT_TRUE(bytes.ends_with("\r\n"));
  const auto last = bytes.substr(bytes.rfind('\n', bytes.size() - 2) + 1);
  EXPECT_EQ(last,
            "\"1\",\"1\"\"01\",\"12\",\"\",\"2026-04\",\"一般\",\"2026-05\",\"医科\","
            "\"1319999998\",\"20\",\"1500000\",\"1800000\",\"600000\",\"\",\"\"\r\n");
}

}  // namespace
}  // namespace kenpo::format::grant_application
