// What hiding promises: from what is shown, nobody computes what is not.
#include <gtest/gtest.h>

#include <set>
// rapidcheck after gtest, as its own page asks.
#include <rapidcheck/gtest.h>

#include "analysis/cube_rule.h"
#include "analysis/disease_groups.h"
#include "analysis/disease_rule.h"
#include "analysis/label_rule.h"

namespace kenpo::analysis {
namespace {

constexpr Floors floors{.cell = 10, .establishment = 30};

CubeCell cell(std::int32_t row, std::int32_t column, std::int64_t persons) {
  return {row, column, {.persons = persons, .claims = persons, .points = 0, .yen = persons * 100}};
}

/// A table with its sums from its inner cells.
std::vector<CubeCell> table(const std::vector<std::vector<std::int64_t>>& inner) {
  std::vector<CubeCell> cells;
  std::vector<std::int64_t> columns(inner.front().size(), 0);
  std::int64_t all = 0;
  for (std::size_t row = 0; row < inner.size(); ++row) {
    std::int64_t sum = 0;
    for (std::size_t column = 0; column < inner[row].size(); ++column) {
      const auto persons = inner[row][column];
      sum += persons;
      columns[column] += persons;
      if (persons > 0) {
        cells.push_back(cell(static_cast<std::int32_t>(row), static_cast<std::int32_t>(column),
                             persons));
      }
    }
    all += sum;
    if (sum > 0) cells.push_back(cell(static_cast<std::int32_t>(row), total_class, sum));
  }
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (columns[column] > 0) {
      cells.push_back(cell(total_class, static_cast<std::int32_t>(column), columns[column]));
    }
  }
  if (all > 0) cells.push_back(cell(total_class, total_class, all));
  return cells;
}

/// What a reader can compute: along any line, again and again, the one cell that is not known.
class Reader {
 public:
  Reader(const std::vector<CubeCell>& cells, const Shown& shown) {
    for (const auto& each : cells) {
      lines_[{0, each.row}].push_back(&each);
      lines_[{1, each.column}].push_back(&each);
      if (shown.at({each.row, each.column})) known_.insert(&each);
    }
    for (bool again = true; again;) {
      again = false;
      for (const auto& [name, line] : lines_) again |= subtract(line);
    }
  }

  /// Whether a cell of fewer people than the floor is known, or the sum of a few such cells.
  bool knows_few(std::int64_t floor) const {
    for (const auto* each : known_) {
      if (each->counts.persons < floor) return true;
    }
    for (const auto& [name, line] : lines_) {
      std::int64_t persons = 0;
      bool total_known = true;
      for (const auto* each : line) {
        if (known_.contains(each)) continue;
        const bool total = (name.first == 0 ? each->column : each->row) == total_class;
        total_known = total_known && !total;
        if (!total) persons += each->counts.persons;
      }
      if (total_known && persons > 0 && persons < floor) return true;
    }
    return false;
  }

 private:
  bool subtract(const std::vector<const CubeCell*>& line) {
    const CubeCell* unknown = nullptr;
    for (const auto* each : line) {
      if (known_.contains(each)) continue;
      if (unknown != nullptr) return false;
      unknown = each;
    }
    if (unknown == nullptr) return false;
    known_.insert(unknown);
    return true;
  }

  std::map<std::pair<int, std::int32_t>, std::vector<const CubeCell*>> lines_;
  std::set<const CubeCell*> known_;
};

TEST(CubeRule, ASmallCellIsHiddenAndAnotherWithIt) {
  const auto shown = shown_month(table({{40, 3}, {50, 60}, {45, 70}}), floors);
  EXPECT_FALSE(shown.at({0, 1}).has_value());
  // The row's other cell or its sum goes, too; and something of the column.
  EXPECT_TRUE(!shown.at({0, 0}) || !shown.at({0, total_class}));
  EXPECT_TRUE(!shown.at({1, 1}) || !shown.at({2, 1}));
  EXPECT_TRUE(shown.at({total_class, total_class}).has_value());
}

TEST(CubeRule, NothingIsHiddenWhereAllAreMany) {
  const auto cells = table({{40, 50}, {50, 60}});
  for (const auto& [place, counts] : shown_month(cells, floors)) EXPECT_TRUE(counts.has_value());
}

TEST(CubeRule, AnEstablishmentBelowItsFloorIsHiddenWhollyAndAnotherWithIt) {
  const auto cells = table({{200, 12, 100, 40}, {200, 13, 100, 45}});
  const auto shown = shown_month(cells, floors);
  EXPECT_FALSE(shown.at({total_class, 1}).has_value());
  EXPECT_FALSE(shown.at({0, 1}).has_value());
  EXPECT_FALSE(shown.at({total_class, 3}).has_value());  // else the sum would tell the small one
  EXPECT_TRUE(shown.at({total_class, 0}).has_value());
}

TEST(CubeRule, TheSumsOfEstablishmentsAreThoseOfEveryDimension) {
  const auto one = shown_month(table({{31, 12, 100}, {31, 13, 100}}), floors);
  const auto other = shown_month(table({{62, 1, 4}, {0, 1, 196}, {0, 23, 0}}), floors);
  for (const std::int32_t column : {total_class, 0, 1, 2}) {
    EXPECT_EQ(one.at({total_class, column}).has_value(),
              other.at({total_class, column}).has_value());
  }
}

RC_GTEST_PROP(CubeRule, NoLineOfATableGivesAHiddenCellAway, ()) {
  const auto rows = *rc::gen::inRange<std::size_t>(1, 7);
  const auto columns = *rc::gen::inRange<std::size_t>(1, 7);
  std::vector<std::vector<std::int64_t>> inner(rows, std::vector<std::int64_t>(columns));
  for (auto& row : inner) {
    for (auto& persons : row) {
      persons = *rc::gen::weightedOneOf<std::int64_t>(
          {{2, rc::gen::just<std::int64_t>(0)},
           {2, rc::gen::inRange<std::int64_t>(1, 12)},
           {3, rc::gen::inRange<std::int64_t>(10, 200)}});
    }
  }
  const auto cells = table(inner);
  const auto shown = shown_month(cells, floors);
  for (const auto& each : cells) {
    if (each.counts.persons < floors.cell) RC_ASSERT(!shown.at({each.row, each.column}));
  }
  RC_ASSERT(!Reader(cells, shown).knows_few(floors.cell));
}

RC_GTEST_PROP(CubeRule, TheYearGivesNoHiddenMonthAway, ()) {
  const auto rows = *rc::gen::inRange<std::size_t>(1, 6);
  constexpr std::size_t year_months = 12;
  std::vector<std::vector<std::int64_t>> inner(rows, std::vector<std::int64_t>(year_months));
  std::map<std::int32_t, Shown> months;
  for (std::size_t month = 0; month < year_months; ++month) {
    std::vector<std::vector<std::int64_t>> of_month(rows, std::vector<std::int64_t>(1));
    for (std::size_t row = 0; row < rows; ++row) {
      inner[row][month] = *rc::gen::weightedOneOf<std::int64_t>(
          {{1, rc::gen::inRange<std::int64_t>(0, 12)},
           {4, rc::gen::inRange<std::int64_t>(10, 90)}});
      of_month[row][0] = inner[row][month];
    }
    months.emplace(static_cast<std::int32_t>(month), shown_month(table(of_month), floors));
  }
  const auto cells = table(inner);
  const auto shown = shown_year(cells, months, floors);
  // Each class: its months as shown before, and its year.
  for (std::size_t row = 0; row < rows; ++row) {
    const auto at = static_cast<std::int32_t>(row);
    std::size_t unknown = 0;
    std::int64_t persons = 0;
    for (std::size_t month = 0; month < year_months; ++month) {
      if (inner[row][month] == 0) continue;
      if (months.at(static_cast<std::int32_t>(month)).at({at, total_class})) continue;
      ++unknown;
      persons += inner[row][month];
    }
    if (unknown == 0) continue;
    const auto sum = shown.find({at, total_class});
    RC_ASSERT(sum == shown.end() || !sum->second || (unknown > 1 && persons >= floors.cell));
  }
}

TEST(CubeRule, TheFloorsAreRows) {
  const auto found = floors_on(*base::Date::make(2026, 11, 23));
  ASSERT_TRUE(found.ok());
  EXPECT_GE(found->cell, 10);
  EXPECT_GE(found->establishment, found->cell);
  EXPECT_LT(found->largest_percent, 100);
  EXPECT_GE(found->largest_percent, 50);
}

TEST(Disease, ChaptersBeginAndEndWhereIcd10Says) {
  const std::vector<std::pair<const char*, int>> rows = {
      {"A000", 1},  {"B999", 1},  {"C000", 2},  {"D489", 2},  {"D500", 3},  {"D899", 3},
      {"E119", 4},  {"F329", 5},  {"G409", 6},  {"H599", 7},  {"H600", 8},  {"I10", 9},
      {"J304", 10}, {"K930", 11}, {"L209", 12}, {"M545", 13}, {"N185", 14}, {"O800", 15},
      {"P000", 16}, {"Q999", 17}, {"R509", 18}, {"S000", 19}, {"T983", 19}, {"V010", 20},
      {"Y989", 20}, {"Z000", 21}, {"U071", 22}, {"", 0},      {"1", 0},     {"Zx1", 0}};
  for (const auto& [icd, chapter] : rows) EXPECT_EQ(chapter_of(icd), chapter) << icd;
}

TEST(Disease, ASubcategoryGoesBeforeItsCategory) {
  using format::disease_group_csv::blocks_of;
  const DiseaseGroups groups({{"0101", "見本の感染症", blocks_of("A00-A09")},
                              {"0904", "見本の出血", blocks_of("I60 I69.0")},
                              {"0908", "見本の脳血管疾患", blocks_of("I60.9 I64-I69")}});
  EXPECT_EQ(groups.find("A000"), 0U);
  EXPECT_EQ(groups.find("A09"), 0U);
  EXPECT_EQ(groups.find("I690"), 1U);
  EXPECT_EQ(groups.find("I691"), 2U);
  EXPECT_EQ(groups.find("I601"), 1U);
  EXPECT_EQ(groups.find("I609"), 2U);
  for (const auto* none : {"", "A0", "A10", "I61", "Z999"}) {
    EXPECT_EQ(groups.find(none), std::nullopt) << none;
  }
  EXPECT_EQ(DiseaseGroups().find("A00"), std::nullopt);
}

TEST(Labels, EveryClassHasWords) {
  EXPECT_EQ(class_words(Dimension::age, 8), "40〜44歳");
  EXPECT_EQ(class_words(Dimension::age, 20), "100歳以上");
  EXPECT_EQ(class_words(Dimension::service, 9 + 1), "調剤");
  EXPECT_EQ(class_words(Dimension::service, 0), "医科（入院）");
  EXPECT_EQ(class_words(Dimension::band, 0), "0円以上 10,000円未満");
  EXPECT_EQ(class_words(Dimension::disease, 9), "循環器系の疾患");
  EXPECT_GE(definitions().size(), 10U);
}

}  // namespace
}  // namespace kenpo::analysis
