#include "claim/master_rule.h"

#include <gtest/gtest.h>

namespace kenpo::claim {
namespace {

using format::master::Item;
using format::master::Kind;
using format::master::Revision;

base::Date day(int year, int month, int number) { return *base::Date::make(year, month, number); }

Item drug(const char* name, std::optional<base::Date> changed_on = {}) {
  Item item;
  item.kind = Kind::drug;
  item.code = "620000001";
  item.name = name;
  item.changed_on = changed_on;
  return item;
}

TEST(MasterRule, WhatIsFirstKnownHoldsFromTheBeginning) {
  const auto after = items_after({}, drug("見本錠", day(2024, 4, 1)));
  ASSERT_TRUE(after.has_value());
  ASSERT_EQ(after->size(), 1U);
  EXPECT_LT(after->front().from, day(1950, 1, 1));
  EXPECT_GT(after->front().to, day(2100, 1, 1));
}

TEST(MasterRule, AChangeKeepsWhatStoodBeforeIt) {
  const auto first = items_after({}, drug("旧い名称"))->front();
  const auto after = items_after(first, drug("新しい名称", day(2026, 6, 1)));
  ASSERT_TRUE(after.has_value());
  ASSERT_EQ(after->size(), 2U);
  EXPECT_EQ(after->at(0).item.name, "旧い名称");
  EXPECT_EQ(after->at(0).to, day(2026, 5, 31));
  EXPECT_EQ(after->at(1).item.name, "新しい名称");
  EXPECT_EQ(after->at(1).from, day(2026, 6, 1));
}

TEST(MasterRule, TheSameAgainChangesNothing) {
  const auto first = items_after({}, drug("見本錠"))->front();
  EXPECT_FALSE(items_after(first, drug("見本錠", day(2026, 6, 1))).has_value());
}

TEST(MasterRule, WithoutADayTheNewOneTakesThePlace) {
  const auto first = items_after({}, drug("誤った名称"))->front();
  const auto after = items_after(first, drug("正しい名称"));
  ASSERT_TRUE(after.has_value());
  ASSERT_EQ(after->size(), 1U);
  EXPECT_EQ(after->front().from, first.from);
}

TEST(MasterRule, AbolishedHoldsToItsLastDayAndDeletedNotAtAll) {
  const auto first = items_after({}, drug("見本錠"))->front();
  auto abolished = drug("見本錠");
  abolished.abolished_on = day(2027, 3, 31);
  EXPECT_EQ(items_after(first, abolished)->front().to, day(2027, 3, 31));
  auto deleted = drug("見本錠");
  deleted.revision = Revision::deleted;
  EXPECT_TRUE(items_after(first, deleted)->empty());
  EXPECT_FALSE(items_after({}, deleted).has_value());
}

}  // namespace
}  // namespace kenpo::claim
