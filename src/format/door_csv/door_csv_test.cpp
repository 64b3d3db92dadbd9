#include "format/door_csv/door_csv.h"

#include <gtest/gtest.h>

namespace kenpo::format::door_csv {
namespace {

const std::string head = "日時,扉,カード,入出\n";

TEST(DoorCsv, ReadsPassagesAndWritesThemAsTheyWere) {
  const auto text =
      head + "2026-11-24 09:00:12,A1,00012345,入\n2026-11-24 18:30:00,A1,00012345,出\n";
  const auto lines = read(text);
  ASSERT_TRUE(lines.ok());
  ASSERT_EQ(lines->size(), 2U);
  EXPECT_EQ((*lines)[0].line, 2U);
  EXPECT_EQ((*lines)[0].at.iso(), "2026-11-24T09:00:12.000+09:00");
  EXPECT_EQ((*lines)[1].way, Way::out);
  EXPECT_EQ(write(*lines), text);
}

struct Bad {
  const char* text;
  std::uint64_t line;
};

TEST(DoorCsv, EveryBadLineIsToldWithItsNumber) {
  const Bad rows[] = {
      {"2026-11-24 09:00:12,A1,1\n", 2},       {"2026-11-24 09:00:12,,1,入\n", 2},
      {"2026-02-30 09:00:12,A1,1,入\n", 2},    {"2026-11-24 24:00:00,A1,1,入\n", 2},
      {"2026-11-24 09:60:00,A1,1,入\n", 2},    {"2026-11-24T09:00:00,A1,1,入\n", 2},
      {"2026-11-24 -9:00:00,A1,1,入\n", 2},    {"2026-11-24 09:00:12,A1,1,通\n", 2},
      {"2026-11-24 09:00:12,A1,1,入\nx\n", 3}, {"", 1},
  };
  for (const auto& row : rows) {
    const auto lines = read(head + row.text);
    ASSERT_FALSE(lines.ok()) << row.text;
    EXPECT_EQ(lines.faults().front().place.line, row.line) << row.text;
  }
}

TEST(DoorCsv, RefusesAnotherHeadAndOtherBytes) {
  EXPECT_FALSE(read("").ok());
  EXPECT_FALSE(read("time,door,card,way\n2026-11-24 09:00:12,A1,1,入\n").ok());
  EXPECT_FALSE(read(head + "2026-11-24 09:00:12,A1,\xff,入\n").ok());
  const auto two = read(head + "a\nb\n2026-11-24 09:00:12,A1,1,入\n");
  ASSERT_FALSE(two.ok());
  EXPECT_EQ(two.faults().size(), 2U);
}

}  // namespace
}  // namespace kenpo::format::door_csv
