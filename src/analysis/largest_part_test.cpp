// A cell of which one person makes nearly all is not shown, and nobody subtracts their way to it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
// rapidcheck after gtest, as its own page asks.
#include <rapidcheck/gtest.h>

#include "analysis/cube_rule.h"

namespace kenpo::analysis {
namespace {

constexpr Floors with_part{.cell = 10, .establishment = 30, .largest_percent = 80};

/// What people paid: by row and column, one entry a person.
using People = std::vector<std::vector<std::vector<std::int64_t>>>;

std::int64_t sum_of(const std::vector<std::int64_t>& yen) {
  return std::accumulate(yen.begin(), yen.end(), std::int64_t{0});
}

/// Adds a cell of these people; the place may be there already.
void add_people(std::map<Place, std::vector<std::int64_t>>& cells, Place place,
                const std::vector<std::int64_t>& yen) {
  auto& cell = cells[place];
  cell.insert(cell.end(), yen.begin(), yen.end());
}

/// The table with its sums; nobody stands in two cells.
std::map<Place, std::vector<std::int64_t>> table_of(const People& people) {
  std::map<Place, std::vector<std::int64_t>> cells;
  for (std::size_t row = 0; row < people.size(); ++row) {
    for (std::size_t column = 0; column < people[row].size(); ++column) {
      const auto& yen = people[row][column];
      if (yen.empty()) continue;
      const auto r = static_cast<std::int32_t>(row);
      const auto c = static_cast<std::int32_t>(column);
      for (const auto place :
           {Place{r, c}, Place{r, total_class}, Place{total_class, c}, Place{total_class,
                                                                           total_class}}) {
        add_people(cells, place, yen);
      }
    }
  }
  return cells;
}

std::vector<CubeCell> cells_of(const std::map<Place, std::vector<std::int64_t>>& table) {
  std::vector<CubeCell> cells;
  for (const auto& [place, yen] : table) {
    cells.push_back({place.first,
                     place.second,
                     {.persons = static_cast<std::int64_t>(yen.size()), .yen = sum_of(yen)},
                     {.yen = *std::ranges::max_element(yen)}});
  }
  return cells;
}

/// Whether these people are one cell that tells a person.
bool told(const std::vector<std::int64_t>& yen) {
  if (yen.empty()) return false;
  if (static_cast<std::int64_t>(yen.size()) < with_part.cell) return true;
  return *std::ranges::max_element(yen) * 100 > sum_of(yen) * with_part.largest_percent;
}

/// An attacker with the table as it is shown, who subtracts along rows and columns: one unknown
/// cell of a line is known; so is the sum of those that stay unknown, and so again.
class Attacker {
 public:
  Attacker(const std::map<Place, std::vector<std::int64_t>>& table, const Shown& shown)
      : table_(table) {
    for (const auto& [place, yen] : table) {
      if (shown.at(place)) known_.insert(place);
      lines_[{place.first, every}].push_back(place);
      lines_[{every, place.second}].push_back(place);
    }
    for (bool again = true; again;) {
      again = false;
      for (const auto& [name, line] : lines_) again |= subtract(line);
    }
  }

  /// The people of something that the attacker knows the sum of and that tells one of them.
  std::optional<Place> tells() const {
    for (const auto& place : known_) {
      if (told(table_.at(place))) return place;
    }
    for (const auto& [name, line] : lines_) {
      std::vector<std::int64_t> unknown;
      bool total_known = true;
      for (const auto& place : line) {
        if (known_.contains(place)) continue;
        const bool total = (name.second == every ? place.second : place.first) == total_class;
        total_known = total_known && !total;
        const auto& yen = table_.at(place);
        if (!total) unknown.insert(unknown.end(), yen.begin(), yen.end());
      }
      if (total_known && told(unknown)) return line.front();
    }
    return std::nullopt;
  }

 private:
  static constexpr std::int32_t every = total_class - 1;

  bool subtract(const std::vector<Place>& line) {
    const auto unknown = [&](const Place& place) { return !known_.contains(place); };
    if (std::ranges::count_if(line, unknown) != 1) return false;
    known_.insert(*std::ranges::find_if(line, unknown));
    return true;
  }

  const std::map<Place, std::vector<std::int64_t>>& table_;
  std::map<std::pair<std::int32_t, std::int32_t>, std::vector<Place>> lines_;
  std::set<Place> known_;
};

std::vector<std::int64_t> alike(std::size_t people, std::int64_t yen) {
  return std::vector<std::int64_t>(people, yen);
}
/// Many people, of whom one makes nearly all.
std::vector<std::int64_t> with_one(std::size_t people, std::int64_t yen, std::int64_t most) {
  auto all = alike(people, yen);
  all.push_back(most);
  return all;
}

TEST(LargestPart, ACellOfManyPeopleIsHiddenWhenOneMakesNearlyAllOfIt) {
  const auto table = table_of({{with_one(40, 1'000, 10'000'000)},
                               {alike(300, 20'000)},
                               {alike(200, 30'000)},
                               {alike(50, 10'000)}});
  const auto shown = shown_month(cells_of(table), with_part);
  EXPECT_FALSE(shown.at({0, total_class}).has_value());
  EXPECT_TRUE(shown.at({total_class, total_class}).has_value()) << "44 % of all";
  // What is subtracted from the sum is 10,040,000 and what was hidden beside it.
  EXPECT_FALSE(Attacker(table, shown).tells().has_value());
  const auto hidden = std::ranges::count_if(shown, [](const auto& each) {
    return each.first.second == total_class && !each.second;
  });
  EXPECT_EQ(hidden, 2) << "one cell is enough: the smallest that is enough";
  EXPECT_TRUE(shown.at({3, total_class}).has_value()) << "500,000 would not be enough";
}

TEST(LargestPart, AtTheLargestPartItIsShownAndAboveItNot) {
  const auto just = table_of({{with_one(20, 1'000, 80'000)}, {alike(100, 10'000)}});
  EXPECT_TRUE(shown_month(cells_of(just), with_part).at({0, total_class}).has_value());
  const auto above = table_of({{with_one(20, 1'000, 80'001)}, {alike(100, 10'000)}});
  EXPECT_FALSE(shown_month(cells_of(above), with_part).at({0, total_class}).has_value());
}

TEST(LargestPart, PointsAreJudgedAsYenAre) {
  auto cells = cells_of(table_of({{alike(20, 1'000)}, {alike(100, 10'000)}}));
  for (auto& each : cells) {
    each.counts.points = each.row == 0 ? 100 : 100'000;
    each.largest.points = each.row == 0 ? 90 : 100;
  }
  EXPECT_FALSE(shown_month(cells, with_part).at({0, total_class}).has_value());
}

TEST(LargestPart, AnEstablishmentThatOnePersonMakesHasNoTableOfItsOwn) {
  const auto table = table_of({{with_one(40, 1'000, 5'000'000), alike(200, 20'000)},
                               {alike(30, 1'000), alike(200, 20'000)}});
  const auto shown = shown_month(cells_of(table), with_part);
  EXPECT_FALSE(shown.at({total_class, 0}).has_value());
  EXPECT_FALSE(shown.at({0, 0}).has_value());
  EXPECT_FALSE(shown.at({total_class, 1}).has_value()) << "else the sum would tell it";
}

TEST(LargestPart, WhereOnePersonMakesNearlyAllOfTheSumItIsHiddenToo) {
  const auto table = table_of({{with_one(40, 1'000, 50'000'000)}, {alike(50, 1'000)}});
  const auto shown = shown_month(cells_of(table), with_part);
  EXPECT_FALSE(shown.at({total_class, total_class}).has_value());
  EXPECT_FALSE(Attacker(table, shown).tells().has_value());
}

People drawn_people(std::size_t rows, std::size_t columns) {
  People people(rows, std::vector<std::vector<std::int64_t>>(columns));
  for (auto& row : people) {
    for (auto& yen : row) {
      const auto kind = *rc::gen::inRange(0, 8);
      if (kind == 0) continue;
      const auto count = kind == 1 ? *rc::gen::inRange<std::size_t>(1, 10)
                                   : *rc::gen::inRange<std::size_t>(10, 60);
      yen = alike(count, *rc::gen::inRange<std::int64_t>(100, 20'000));
      if (kind <= 4) yen.push_back(*rc::gen::inRange<std::int64_t>(20'000, 20'000'000));
    }
  }
  return people;
}

RC_GTEST_PROP(LargestPart, NobodySubtractsTheirWayToTheOneWhoMakesNearlyAll, ()) {
  const auto people = drawn_people(*rc::gen::inRange<std::size_t>(1, 7),
                                   *rc::gen::inRange<std::size_t>(1, 5));
  const auto table = table_of(people);
  const auto shown = shown_month(cells_of(table), with_part);
  for (const auto& [place, yen] : table) {
    if (told(yen)) RC_ASSERT(!shown.at(place));
  }
  RC_ASSERT(!Attacker(table, shown).tells());
}

RC_GTEST_PROP(LargestPart, NorOverTheMonthsOfAYear, ()) {
  constexpr std::size_t year_months = 12;
  const auto people = drawn_people(*rc::gen::inRange<std::size_t>(1, 5), year_months);
  std::map<std::int32_t, Shown> months;
  for (std::size_t month = 0; month < year_months; ++month) {
    People of_month;
    for (const auto& row : people) of_month.push_back({row[month]});
    months.emplace(static_cast<std::int32_t>(month),
                   shown_month(cells_of(table_of(of_month)), with_part));
  }
  const auto table = table_of(people);
  const auto shown = shown_year(cells_of(table), months, with_part);
  for (std::size_t row = 0; row < people.size(); ++row) {
    const auto at = static_cast<std::int32_t>(row);
    if (!table.contains({at, total_class}) || !shown.at({at, total_class})) continue;
    std::vector<std::int64_t> unknown;
    for (std::size_t month = 0; month < year_months; ++month) {
      const auto& yen = people[row][month];
      const auto& of_month = months.at(static_cast<std::int32_t>(month));
      const auto found = of_month.find({at, total_class});
      if (found == of_month.end() || found->second) continue;
      unknown.insert(unknown.end(), yen.begin(), yen.end());
    }
    RC_ASSERT(!told(unknown));
    RC_ASSERT(!told(table.at({at, total_class})));
  }
}

}  // namespace
}  // namespace kenpo::analysis
