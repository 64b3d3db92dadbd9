#include "analysis/cube_rule.h"

#include <algorithm>
#include <set>

#include "base/yen.h"
#include "law/book.h"

namespace kenpo::analysis {

namespace {

/// Cells taken as one. The same people may stand in several: as many as if they were all others,
/// and the largest parts as if they were one person's.
struct Together {
  std::int64_t persons = 0;
  Sums sums = {};

  void add(const Hidable& cell) {
    persons += cell.persons;
    for (std::size_t at = 0; at < sums.size(); ++at) {
      sums[at].all += cell.sums[at].all;
      sums[at].largest += cell.sums[at].largest;
    }
  }
  bool tells_anybody(const Floors& floors) const { return tells(persons, sums, floors); }
};

/// The cells of a line that are not known; what of it may still be hidden: the smallest part that
/// is enough, else the smallest, else the sum.
struct Unknown {
  std::size_t count = 0;
  Together together = {};
  bool total = false;
  std::optional<std::size_t> next = {};
};

Unknown unknown_of(const std::vector<Hidable>& cells, const Line& line, const Floors& floors) {
  Unknown unknown;
  for (const auto part : line.parts) {
    if (!cells[part].hidden) continue;
    ++unknown.count;
    unknown.together.add(cells[part]);
  }
  unknown.total = cells[line.total].hidden;
  unknown.count += unknown.total ? 1U : 0U;
  bool next_is_enough = false;
  for (const auto part : line.parts) {
    const auto& cell = cells[part];
    if (cell.hidden || cell.fixed || cell.persons == 0) continue;
    auto with = unknown.together;
    with.add(cell);
    const bool enough = !with.tells_anybody(floors);
    const bool better = !unknown.next || (enough && !next_is_enough) ||
                        (enough == next_is_enough && cell.persons < cells[*unknown.next].persons);
    if (!better) continue;
    unknown.next = part;
    next_is_enough = enough;
  }
  // A part rather than the sum: the sum is what most readers look for.
  const auto& total = cells[line.total];
  if (!unknown.next && !total.hidden && !total.fixed && total.persons > 0) {
    unknown.next = line.total;
  }
  return unknown;
}

/// A cell more where the line gives away what is hidden; false when it does not.
bool hide_more(std::vector<Hidable>& cells, const Line& line, const Floors& floors) {
  const auto unknown = unknown_of(cells, line, floors);
  if (unknown.count == 0 || !unknown.next) return false;
  const bool telling = !unknown.total && unknown.together.tells_anybody(floors);
  if (unknown.count > 1 && !telling) return false;
  cells[*unknown.next].hidden = true;
  return true;
}

/// What a reader computes from what is shown: line by line the one cell that is not known, again
/// and again. `found_in` is the line that gave a hidden cell away.
struct Knowledge {
  std::vector<bool> known;
  std::vector<std::size_t> found_in;
};

Knowledge knowledge_of(const std::vector<Hidable>& cells, std::span<const Line> lines) {
  Knowledge reader{.known = std::vector<bool>(cells.size()),
                   .found_in = std::vector<std::size_t>(cells.size(), lines.size())};
  for (std::size_t at = 0; at < cells.size(); ++at) reader.known[at] = !cells[at].hidden;
  for (bool again = true; again;) {
    again = false;
    for (std::size_t number = 0; number < lines.size(); ++number) {
      std::size_t unknown = 0;
      std::size_t last = 0;
      const auto look = [&](std::size_t at) {
        if (reader.known[at]) return;
        ++unknown;
        last = at;
      };
      look(lines[number].total);
      for (const auto part : lines[number].parts) look(part);
      if (unknown != 1) continue;
      reader.known[last] = true;
      reader.found_in[last] = number;
      again = true;
    }
  }
  return reader;
}

/// A line that gives a telling cell away, by way of other lines; nullopt: none does.
std::optional<std::size_t> telling_line(const std::vector<Hidable>& cells,
                                        std::span<const Line> lines, const Floors& floors) {
  const auto reader = knowledge_of(cells, lines);
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const bool found = reader.found_in[at] < lines.size();
    if (found && tells(cells[at].persons, cells[at].sums, floors)) return reader.found_in[at];
  }
  for (std::size_t number = 0; number < lines.size(); ++number) {
    if (!reader.known[lines[number].total]) continue;
    Together unknown;
    for (const auto part : lines[number].parts) {
      if (!reader.known[part]) unknown.add(cells[part]);
    }
    if (unknown.tells_anybody(floors)) return number;
  }
  return std::nullopt;
}

/// The smallest cell that may still be hidden, of the line or, where it has none, of all.
std::optional<std::size_t> smallest_shown(const std::vector<Hidable>& cells, const Line& line,
                                          const Floors& floors) {
  if (const auto unknown = unknown_of(cells, line, floors); unknown.next) return unknown.next;
  std::optional<std::size_t> smallest;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].hidden || cells[at].fixed || cells[at].persons == 0) continue;
    if (!smallest || cells[at].persons < cells[*smallest].persons) smallest = at;
  }
  return smallest;
}

/// Cells by place with their number in the list.
class Cells {
 public:
  explicit Cells(const std::vector<CubeCell>& cells) {
    for (const auto& cell : cells) {
      numbers_.emplace(Place{cell.row, cell.column}, hidables.size());
      hidables.push_back({.persons = cell.counts.persons,
                          .sums = {{{cell.counts.points, cell.largest.points},
                                    {cell.counts.yen, cell.largest.yen}}}});
      counts_.push_back(cell.counts);
      if (cell.row != total_class) rows.insert(cell.row);
      if (cell.column != total_class) columns.insert(cell.column);
    }
  }
  std::optional<std::size_t> find(std::int32_t row, std::int32_t column) const {
    const auto at = numbers_.find({row, column});
    return at == numbers_.end() ? std::nullopt : std::optional(at->second);
  }
  /// The line whose sum is at the place; its parts are those at `part(value)` for all `values`.
  template <typename Part>
  void line(std::vector<Line>& lines, std::optional<std::size_t> total,
            const std::set<std::int32_t>& values, Part part) const {
    if (!total) return;
    Line line{.total = *total, .parts = {}};
    for (const auto value : values) {
      if (const auto at = part(value)) line.parts.push_back(*at);
    }
    lines.push_back(std::move(line));
  }
  Shown shown() const {
    Shown shown;
    for (const auto& [place, at] : numbers_) {
      shown.emplace(place, hidables[at].hidden ? std::nullopt : std::optional(counts_[at]));
    }
    return shown;
  }

  std::vector<Hidable> hidables;
  std::set<std::int32_t> rows;
  std::set<std::int32_t> columns;

 private:
  std::map<Place, std::size_t> numbers_;
  std::vector<Counts> counts_;
};

/// The sums of establishments: the same whatever the rows are.
void hide_establishments(Cells& cells, const Floors& floors) {
  std::vector<Line> lines;
  const auto all = cells.find(total_class, total_class);
  if (!all) return;
  cells.line(lines, all, cells.columns,
             [&](std::int32_t column) { return cells.find(total_class, column); });
  auto& hidables = cells.hidables;
  const auto told = [&](std::size_t at) {
    return tells(hidables[at].persons, hidables[at].sums, floors);
  };
  hidables[*all].hidden = told(*all);
  for (const auto part : lines.front().parts) {
    hidables[part].hidden = hidables[part].persons < floors.establishment || told(part);
  }
  const bool all_hidden = hidables[*all].hidden;
  hidables[*all].fixed = true;
  hide(hidables, lines, floors);
  hidables[*all].hidden = all_hidden;
}

}  // namespace

base::Result<Floors> floors_on(base::Date day) {
  const auto& book = law::Book::carried();
  const auto largest = KENPO_TRY(book.count("analysis.cell.largest_percent", day));
  return Floors{.cell = KENPO_TRY(book.count("analysis.cell.floor", day)).value,
                .establishment = KENPO_TRY(book.count("analysis.establishment.floor", day)).value,
                .largest_percent = largest.value};
}

bool tells(std::int64_t persons, const Sums& sums, const Floors& floors) {
  constexpr std::int64_t whole_percent = 100;
  if (persons <= 0) return false;
  return persons < floors.cell || std::ranges::any_of(sums, [&](const Sum& sum) {
           return base::Share::Wide{sum.largest} * whole_percent >
                  base::Share::Wide{sum.all} * floors.largest_percent;
         });
}

void hide(std::vector<Hidable>& cells, std::span<const Line> lines, const Floors& floors) {
  const auto hide_telling = [&](Hidable& cell) {
    if (!cell.fixed && tells(cell.persons, cell.sums, floors)) cell.hidden = true;
  };
  for (const auto& line : lines) {
    for (const auto at : line.parts) hide_telling(cells[at]);
    hide_telling(cells[line.total]);
  }
  // Each pass hides at least one cell more, so that it ends.
  for (bool again = true; again;) {
    again = false;
    for (const auto& line : lines) again |= hide_more(cells, line, floors);
    if (again) continue;
    const auto telling = telling_line(cells, lines, floors);
    const auto next = telling ? smallest_shown(cells, lines[*telling], floors) : std::nullopt;
    if (!next) return;
    cells[*next].hidden = true;
    again = true;
  }
}

Shown shown_month(const std::vector<CubeCell>& cube, const Floors& floors) {
  Cells cells(cube);
  // First what is common to all dimensions, on cells of its own.
  std::vector<CubeCell> margins;
  for (const auto& cell : cube) {
    if (cell.row == total_class) margins.push_back(cell);
  }
  Cells common(margins);
  hide_establishments(common, floors);
  for (const auto& cell : margins) {
    auto& here = cells.hidables[*cells.find(total_class, cell.column)];
    here.hidden = common.hidables[*common.find(total_class, cell.column)].hidden;
    here.fixed = true;
  }
  for (const auto column : cells.columns) {
    if (!cells.hidables[*cells.find(total_class, column)].hidden) continue;
    for (const auto row : cells.rows) {
      if (const auto at = cells.find(row, column)) cells.hidables[*at].hidden = true;
    }
  }
  std::vector<Line> lines;
  auto columns = cells.columns;
  columns.insert(total_class);
  for (const auto column : columns) {
    cells.line(lines, cells.find(total_class, column), cells.rows,
               [&](std::int32_t row) { return cells.find(row, column); });
  }
  for (const auto row : cells.rows) {
    cells.line(lines, cells.find(row, total_class), cells.columns,
               [&](std::int32_t column) { return cells.find(row, column); });
  }
  hide(cells.hidables, lines, floors);
  return cells.shown();
}

Shown shown_year(const std::vector<CubeCell>& cube, const std::map<std::int32_t, Shown>& months,
                 const Floors& floors) {
  Cells cells(cube);
  for (const auto& cell : cube) {
    if (cell.column == total_class) continue;
    auto& here = cells.hidables[*cells.find(cell.row, cell.column)];
    const auto month = months.find(cell.column);
    here.fixed = true;
    here.hidden = true;
    if (month == months.end()) continue;
    const auto at = month->second.find({cell.row, total_class});
    here.hidden = at != month->second.end() && !at->second;
  }
  std::vector<Line> lines;
  cells.line(lines, cells.find(total_class, total_class), cells.rows,
             [&](std::int32_t row) { return cells.find(row, total_class); });
  auto rows = cells.rows;
  rows.insert(total_class);
  for (const auto row : rows) {
    cells.line(lines, cells.find(row, total_class), cells.columns,
               [&](std::int32_t column) { return cells.find(row, column); });
  }
  hide(cells.hidables, lines, floors);
  return cells.shown();
}

}  // namespace kenpo::analysis
