// One dated fact of law as it stands in law/*.tsv. Format: docs/formats/law_rows.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/plain.h"
#include "base/result.h"

namespace kenpo::law {

/// What a value counts. yen, permille: exact; number: a plain figure; text: a word.
enum class Unit : std::uint8_t {
  yen,
  permille,
  days,
  hours,
  months,
  years,
  grades,
  times,
  persons,
  number,
  text
};

/// A row of the law book. Its texts live as long as the book's bytes.
struct Row {
  std::string_view name;  // remuneration.bonus.year_limit
  base::Date from;
  std::optional<base::Date> to;  // the last day; none = still open
  std::string_view value;
  Unit unit = Unit::number;
  std::string_view basis;        // statute and article, or the publication
  std::string_view promulgated;  // the day, or `-`: not looked up
  std::string_view checked;  // `day`, `day: what stays open`, `unchecked: …` or `planned: reason`
  std::string_view file;         // law/remuneration.tsv
  std::uint64_t line = 0;
  std::int64_t number = 0;  // yen, millionths for permille, or the count; 0 for text

  bool holds(base::Date day) const { return from <= day && (!to || day <= *to); }
  /// The value was confirmed against its source; a point beside it may still be open.
  bool is_checked() const { return !checked.starts_with("unchecked") && !is_planned(); }
  /// It was announced and is not in force: no rule may see it.
  bool is_planned() const { return checked.starts_with("planned"); }
};

/// The unit's word in the file: `yen`, `permille`, …
std::string_view word_of(Unit unit);

/// The unit as a reader sees it: 円, ‰, 日, …; empty for text and plain figures.
base::Words shown(Unit unit);

/// Reads one line of cells. Refuses a wrong number of cells, a name that is not lower case words
/// divided by dots, days that do not exist or stand the wrong way round, an unknown unit, a value
/// that is not of its unit, an empty basis and a `checked` that is neither day nor reason.
base::Result<Row> read_row(std::string_view file, std::uint64_t line, std::string_view text);

}  // namespace kenpo::law
