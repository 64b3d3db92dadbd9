// Which cells of a table of counts are shown: none that is about fewer people than the floor, none
// of whose sums one person makes nearly all, and none from which such a cell follows by
// subtraction, neither in this table nor beside another one of the same month or of its year.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "analysis/cube.h"
#include "base/date.h"
#include "base/result.h"

namespace kenpo::analysis {

struct Floors {
  std::int64_t cell = 0;           // analysis.cell.floor
  std::int64_t establishment = 0;  // analysis.establishment.floor
  /// analysis.cell.largest_percent: a cell of which one person makes more is not shown.
  std::int64_t largest_percent = 100;
};
base::Result<Floors> floors_on(base::Date day);

/// Cells that add up: `total` is the sum of `parts`. Places are of the list of cells.
struct Line {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
};

/// A sum and the most that one person may have of it.
struct Sum {
  std::int64_t all = 0;
  std::int64_t largest = 0;
};
using Sums = std::array<Sum, 2>;  // points, yen

/// One cell as the hiding sees it.
struct Hidable {
  std::int64_t persons = 0;
  Sums sums = {};
  bool hidden = false;  // at first: what is hidden for another reason
  bool fixed = false;   // may not be hidden any more: it was shown elsewhere
};

/// Whether the sums of so many people tell a person: fewer of them than the floor, or one who makes
/// more than the largest part. Nobody is told by an empty cell.
bool tells(std::int64_t persons, const Sums& sums, const Floors& floors);

/// Hides cells that tell a person, and then, line by line until nothing changes, the smallest other
/// cell wherever a line would give a hidden one away, by itself or by way of other lines: it alone
/// is not known, or those of the line that are not known would tell a person as one cell; whose
/// largest parts are taken for one person's, so that no better knowledge finds more. Empty cells
/// stay: that nobody is there tells nobody's costs. It does not defend against a system of
/// equations over many lines at once.
void hide(std::vector<Hidable>& cells, std::span<const Line> lines, const Floors& floors);

using Place = std::pair<std::int32_t, std::int32_t>;  // row, column
/// Cells by place; nullopt is hidden. A place that is missing is empty.
using Shown = std::map<Place, std::optional<Counts>>;

/// One month: classes by establishment, with the sums. Establishments below their floor are hidden
/// wholly; their sums are the same for every dimension, so that two tables tell no more than one.
Shown shown_month(const std::vector<CubeCell>& cells, const Floors& floors);

/// A whole year, classes by month. `months` are the tables of its months as they were shown: a
/// month that was shown stays shown, and the year's sum is hidden where it would give one away.
Shown shown_year(const std::vector<CubeCell>& cells, const std::map<std::int32_t, Shown>& months,
                 const Floors& floors);

}  // namespace kenpo::analysis
