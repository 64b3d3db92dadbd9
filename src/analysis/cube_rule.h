// Which cells of a table of counts are shown: none that is about fewer people than the floor, and
// none from which such a cell follows by subtraction, neither in this table nor beside another one
// of the same month or of its year.
#pragma once

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
};
base::Result<Floors> floors_on(base::Date day);

/// Cells that add up: `total` is the sum of `parts`. Places are of the list of cells.
struct Line {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
};

/// One cell as the hiding sees it.
struct Hidable {
  std::int64_t persons = 0;
  bool hidden = false;  // at first: what is hidden for another reason
  bool fixed = false;   // may not be hidden any more: it was shown elsewhere
};

/// Hides cells of 1 to floor − 1 persons, and then, line by line until nothing changes, the
/// smallest other cell wherever a line would give a hidden one away, by itself or by way of other
/// lines: it alone is not known, or those of the line that are not known are fewer people than the
/// floor together. Empty cells stay: that nobody is there tells nobody's costs. It does not defend
/// against a system of equations over many lines at once.
void hide(std::vector<Hidable>& cells, std::span<const Line> lines, std::int64_t floor);

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
