#include "format/notification_decision/notification_decision.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <rapidcheck.h>

namespace kenpo::format::notification_decision {
namespace {

std::string sample(const char* name) {
  std::ifstream file(
      std::string(KENPO_SOURCE_DIR "/src/format/notification_decision/samples/") + name,
      std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(NotificationDecision, ReadsTheSampleAndWritesTheSameBytes) {
  const auto file = read(sample("good.csv"));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->establishment_symbol, "101");
  ASSERT_EQ(file->rows.size(), 2u);
  EXPECT_EQ(file->rows[0].kind, Kind::revision);
  EXPECT_EQ(file->rows[0].before, base::Yen(300'000));
  EXPECT_EQ(file->rows[0].standard, base::Yen(340'000));
  EXPECT_EQ(file->rows[1].kind, Kind::bonus);
  EXPECT_FALSE(file->rows[1].grade);
  EXPECT_EQ(write(*file), sample("good.csv"));
}

TEST(NotificationDecision, RefusesARowOfAnotherEstablishmentWithItsLine) {
  const auto file = read(sample("bad.csv"));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.faults().front().place.line, 4u);
}

TEST(NotificationDecision, RefusesWhatIsNoSuchFile) {
  const auto good = sample("good.csv");
  EXPECT_FALSE(read(""));
  EXPECT_FALSE(read(good.substr(3)));
  EXPECT_FALSE(read(good.substr(0, good.size() - 1)));
  EXPECT_FALSE(read(good + "x"));
  auto other = good;
  other.replace(other.find("KETTEI-1"), 8, "KETTEI-9");
  EXPECT_FALSE(read(other));
}

TEST(NotificationDecision, AnyRowsComeBack) {
  rc::check([] {
    File file{.establishment_symbol = "101",
              .establishment_name = *rc::gen::element<std::string>("見本製作所", "A \"B\", C"),
              .month = *base::Month::make(2026, *rc::gen::inRange(1, 13)),
              .made_on = *base::Date::make(2026, 11, 23),
              .rows = {}};
    for (int left = *rc::gen::inRange(0, 5); left > 0; --left) {
      Row row{.kind = static_cast<Kind>(*rc::gen::inRange(1, 9)),
              .symbol = "101",
              .number = std::to_string(*rc::gen::inRange(1, 999'999)),
              .name_kana = "ﾐﾎﾝ ﾊﾅｺ",
              .name = *rc::gen::element<std::string>("見本　花子", "", "=1+1", "a\r b"),
              .born = *base::Date::make(1990, 2, 3),
              .applies_from = file.month,
              .standard = base::Yen(*rc::gen::inRange(0, 5'730'000))};
      if (*rc::gen::arbitrary<bool>()) row.before = base::Yen(58'000);
      if (*rc::gen::arbitrary<bool>()) row.grade = *rc::gen::inRange(1, 51);
      if (*rc::gen::arbitrary<bool>()) row.paid_on = file.made_on;
      file.rows.push_back(row);
    }
    const auto bytes = write(file);
    const auto again = read(bytes);
    RC_ASSERT(again.ok());
    RC_ASSERT(*again == file);
    RC_ASSERT(write(*again) == bytes);
  });
}

}  // namespace
}  // namespace kenpo::format::notification_decision
