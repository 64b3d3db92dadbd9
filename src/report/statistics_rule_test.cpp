// The month's figures, and cells that are too small to be shown outside.
#include "report/statistics_rule.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace kenpo::report {
namespace {

using base::Yen;
using eligibility::Sex;
using eligibility::Status;

base::Date day(int year, int month, int number) { return *base::Date::make(year, month, number); }

TEST(Statistics, CountsBySexStatusAndAge) {
  StatisticsCounter counter(*base::Month::make(2026, 10), {.first = 40, .end = 65});
  // The first is 40 on that day, the second 39.
  counter.add_insured({Status::employed, Sex::male, day(1986, 11, 1), Yen(300'000)});
  counter.add_insured({Status::employed, Sex::female, day(1986, 11, 2), Yen(200'000)});
  counter.add_insured({Status::voluntary, Sex::female, day(1950, 1, 1), {}});
  counter.add_dependent(Sex::male, day(2026, 10, 31));
  counter.add_acquired(Sex::female);
  counter.add_bonus(Yen(500'000));
  const auto& counted = counter.counted();
  EXPECT_EQ(counted.insured, (BySex{1, 2}));
  EXPECT_EQ(counted.voluntary, (BySex{0, 1}));
  EXPECT_EQ(counted.care_insured, (BySex{1, 0}));
  EXPECT_EQ(counted.determined, (BySex{1, 1}));
  EXPECT_EQ(counted.insured_by_age[age_class_of(40)], (BySex{1, 0}));
  EXPECT_EQ(counted.insured_by_age[age_class_of(39)], (BySex{0, 1}));
  EXPECT_EQ(counted.dependents_by_age[0], (BySex{1, 0}));
  EXPECT_EQ(age_rows(counted).back(), (std::vector<std::int64_t>{1, 2, 1, 0, 4}));
  const auto figures = figures_of(counted);
  EXPECT_EQ(figures[9].all, 250'000);
  for (const auto& figure : figures) EXPECT_FALSE(std::string(figure.definition).empty());
}

TEST(Statistics, SomebodyWhoComesTwiceIsTwoAcquisitionsOfOnePerson) {
  StatisticsCounter counter(*base::Month::make(2026, 10), {.first = 40, .end = 65});
  counter.add_insured({Status::employed, Sex::male, day(1986, 11, 1), Yen(300'000)});
  counter.add_acquired(Sex::male);
  counter.add_acquired(Sex::male);
  counter.add_lost(Sex::male);
  const auto figures = figures_of(counter.counted());
  const auto told = [&](std::string_view name) {
    const auto at = std::ranges::find(figures, name, &Figure::name);
    return at == figures.end() ? "" : std::to_string(at->all) + at->unit;
  };
  EXPECT_EQ(told("被保険者"), "1人");
  EXPECT_EQ(told("資格取得"), "2件");
  EXPECT_EQ(told("資格喪失"), "1件");
}

TEST(Statistics, AveragesDropFractionsAndNobodyHasNone) {
  EXPECT_EQ(average_of(Yen(1'000), 3), Yen(333));
  EXPECT_FALSE(average_of(Yen(), 0));
}

TEST(Statistics, ClassesOfAges) {
  EXPECT_EQ(age_class_words(age_class_of(0)), "0〜4歳");
  EXPECT_EQ(age_class_words(age_class_of(44)), "40〜44歳");
  EXPECT_EQ(age_class_words(age_class_of(100)), "100歳以上");
  EXPECT_EQ(age_class_words(age_class_of(130)), "100歳以上");
}

/// Whether any hidden cell follows from its line: one unknown and a sum.
bool any_follows(const HiddenTable& shown) {
  const auto alone = [](const auto& at, std::size_t cells) {
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < cells; ++i) hidden += at(i) ? 0 : 1;
    return hidden == 1;
  };
  for (const auto& row : shown) {
    if (alone([&](std::size_t i) { return row[i].has_value(); }, row.size())) return true;
  }
  for (std::size_t column = 0; column < shown.front().size(); ++column) {
    const auto at = [&](std::size_t i) { return shown[i][column].has_value(); };
    if (alone(at, shown.size())) return true;
  }
  return false;
}

TEST(Statistics, NoSmallCellIsShownOrFollowsFromItsSums) {
  rc::check([] {
    std::vector<std::vector<std::int64_t>> counts;
    std::vector<std::int64_t> sums(4, 0);
    for (int row = *rc::gen::inRange(1, 8); row > 0; --row) {
      std::vector<std::int64_t> cells;
      std::int64_t all = 0;
      for (int column = 0; column < 3; ++column) {
        cells.push_back(*rc::gen::element(0, 1, 9, 10, 25, 300));
        all += cells.back();
      }
      cells.push_back(all);
      for (std::size_t at = 0; at < cells.size(); ++at) sums[at] += cells[at];
      counts.push_back(cells);
    }
    counts.push_back(sums);
    const auto shown = hide_small_cells(counts, 10);
    for (std::size_t row = 0; row < counts.size(); ++row) {
      for (std::size_t at = 0; at < counts[row].size(); ++at) {
        if (!shown[row][at]) continue;
        RC_ASSERT(*shown[row][at] == counts[row][at]);
        RC_ASSERT(counts[row][at] == 0 || counts[row][at] >= 10);
      }
    }
    RC_ASSERT(!any_follows(shown));
  });
}

TEST(Statistics, WhatIsLargeIsShown) {
  const auto shown = hide_small_cells({{20, 30, 50}, {40, 60, 100}, {60, 90, 150}}, 10);
  for (const auto& row : shown) {
    for (const auto& cell : row) EXPECT_TRUE(cell.has_value());
  }
}

}  // namespace
}  // namespace kenpo::report
