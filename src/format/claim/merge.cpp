#include "format/claim/merge.h"

#include <iterator>
#include <map>

#include "format/claim/digits.h"

namespace kenpo::format::claim {

namespace {

struct Key {
  std::uint32_t row = 0;
  std::uint16_t branch = 0;

  friend auto operator<=>(const Key&, const Key&) = default;
};

Key key_of(const Line& line) { return {line.row, line.branch}; }

Key key_of(std::string_view row, std::string_view branch) {
  return {static_cast<std::uint32_t>(number_of(row)),
          static_cast<std::uint16_t>(number_of(branch))};
}

/// Rows by their keys. A file may repeat a key; both rows stay.
using Rows = std::multimap<Key, Line>;

Rows::value_type placed(Line line, Key key) {
  line.row = key.row;
  line.branch = key.branch;
  return {key, line};
}

/// The branch after the last one of a row: the next free one.
Key free_branch(const Rows& rows, std::uint32_t row) {
  const auto after = rows.lower_bound({row + 1, 0});
  if (after == rows.begin()) return {row, 0};
  const Key last = std::prev(after)->first;
  if (last.row != row) return {row, 0};
  return {row, static_cast<std::uint16_t>(last.branch + 1)};
}

void note_finding(std::vector<Finding>& findings, Issue issue, const Line& line, std::size_t seq) {
  findings.push_back({issue, fault_of(issue, line, seq)});
}

void apply(const Line& correction, const Rows& held_rows, Rows& rows,
           std::vector<Finding>& findings) {
  const std::string_view kind = correction.field(2);
  const Key target = key_of(correction.field(3), correction.field(4));
  const Key renewed = key_of(correction.field(7), correction.field(8));
  const bool adds = kind == "1";
  const bool removes = kind == "3";
  const auto held = held_rows.find(renewed);
  if (!removes && held == held_rows.end()) {
    return note_finding(findings, Issue::correction_without_row, correction, 7);
  }
  const auto changed = rows.find(target);
  if (!adds && changed == rows.end()) {
    return note_finding(findings, Issue::correction_without_target, correction, 3);
  }
  if (!adds) rows.erase(changed);
  if (removes) return;
  // An added row stands at its own place when that is free, else at the next free branch of the
  // row it was added to. A changed row takes the place of its target.
  Key place = target;
  if (adds) place = rows.contains(renewed) ? free_branch(rows, target.row) : renewed;
  rows.insert(placed(held->second, place));
}

}  // namespace

bool merge_corrections(std::span<const Line> lines, std::vector<Line>& claimed,
                       std::vector<Line>& decided, std::vector<Finding>& findings) {
  claimed.clear();
  decided.clear();
  bool corrected = false;
  for (const Line& line : lines) {
    if (line.record == Record::jy) {
      corrected |= line.data_kind == corrected_kind;
    } else if (line.data_kind == claimed_kind) {
      claimed.push_back(line);
    }
  }
  if (!corrected) return false;
  Rows rows;
  for (const Line& line : claimed) {
    if (rows.contains(key_of(line))) note_finding(findings, Issue::row_twice, line, 0);
    rows.insert({key_of(line), line});
  }
  Rows held_rows;
  for (const Line& line : lines) {
    const bool held = line.data_kind == corrected_kind && line.record != Record::jy;
    if (held) held_rows.insert({key_of(line), line});
  }
  for (const Line& line : lines) {
    const bool correction = line.data_kind == corrected_kind && line.record == Record::jy;
    if (correction) apply(line, held_rows, rows, findings);
  }
  for (const auto& [key, line] : rows) decided.push_back(line);
  return true;
}

}  // namespace kenpo::format::claim
