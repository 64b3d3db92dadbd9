// A table is declared, not created by hand. From its declaration come the physical table, sealing,
// disclosure, erasure and the check that no table and no column is without an owner.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "notice/operation.h"
#include "notice/published.h"

namespace kenpo::store {

/// What a column holds. All but text, id, blob and blind are kept as whole numbers.
enum class Kind : std::uint8_t {
  integer,  // a whole number or an enum of ours
  text,     // UTF-8
  date,     // days since 1970-01-01
  month,    // months since 0000-01
  moment,   // milliseconds since 1970-01-01T00:00:00Z
  yen,      // whole yen
  rate,     // millionths
  id,       // a base::Id, sixteen characters
  blob,     // bytes
  blind,    // clear columns only: keyed hash of a value, to look it up by equality; 16 bytes
};

/// Whether a column may be left out. A column that is added to an old table must be optional.
enum class Presence : std::uint8_t { required, optional };

struct Column {
  std::string_view name;  // snake_case, unique in its table
  Kind kind = Kind::text;
  Presence presence = Presence::required;
};

inline constexpr std::size_t columns_limit = 48;  // wider records are two records
inline constexpr std::size_t index_columns_limit = 4;
inline constexpr std::size_t indexes_limit = 6;  // each index slows every write

/// A list with a fixed bound that can be written in braces inside a constexpr declaration.
template <typename Item, std::size_t limit>
struct List {
  std::array<Item, limit> items{};
  std::size_t count = 0;

  constexpr List() = default;
  constexpr List(std::initializer_list<Item> listed) {
    for (const Item& item : listed) items.at(count++) = item;
  }
  constexpr const Item* begin() const { return items.data(); }
  constexpr const Item* end() const { return items.data() + count; }
  constexpr const Item& operator[](std::size_t at) const { return items.at(at); }
};
using Columns = List<Column, columns_limit>;

enum class Uniqueness : std::uint8_t { many, one };

/// An index over clear columns, `subject_id` or the times. The insurer number goes in front of it.
struct Index {
  List<std::string_view, index_columns_limit> columns;
  Uniqueness uniqueness = Uniqueness::many;
};
using Indexes = List<Index, indexes_limit>;

/// Whose data a row is.
enum class Subject : std::uint8_t { none, person, staff };

/// Whether a row carries the two times: when it is true and when the society decided it.
enum class Timed : std::uint8_t { no, yes };

/// Why a table does without the two times. A fact that can become untrue has them.
enum class Untimed : std::uint8_t {
  unstated,  // it has them
  /// What happened, was decided or came in, once: a column says when. Rows are added; what undoes
  /// one is another row, and a state beside it only says what became of it.
  event,
  part,      // belongs to a row of the table `part_of`, whose time holds for it
  standing,  // where work in hand stands; its steps are events, and a row may leave when it is done
  reckoned,  // made from facts by the program, and made again from them when they change
  program,   // the program's own: counters, places where a run goes on, secrets of sign-in
};

/// One table. Declared `inline constexpr` at namespace scope. A table about people has either a
/// category of the notice or the statute that it rests on (sign-in, locks); a table with subject
/// `none` has neither and no personal columns.
struct Table {
  std::string_view name;      // `eligibility_period`
  std::string_view japanese;  // 「資格期間」
  Subject subject = Subject::none;
  std::optional<notice::Category> category = std::nullopt;
  notice::Statute statute = notice::Statute::none;
  Timed timed = Timed::no;
  Untimed untimed = Untimed::unstated;  // exactly when it is not timed
  std::string_view part_of = {};        // the table's name, exactly when untimed is `part`
  Columns clear = {};     // seen by SQL: dates, amounts, states, ids; never what names a person
  Columns personal = {};  // sealed together in one blob under the subject's key
  Indexes indexes = {};   // besides the row id and the subject, which always have one
  /// The clear column (date or moment) that says when the row was acquired, for tables without the
  /// two times; see store/acquired.h.
  std::string_view acquired = {};
};

/// Names of the columns that the engine adds; no declared column may have one of them.
inline constexpr std::array<std::string_view, 8> engine_columns = {
    "insurer",  "row_id",     "subject_id",   "valid_from",
    "valid_to", "decided_at", "withdrawn_at", "sealed"};

/// Why the declaration is refused, in a few words of English for the programmer; empty when it is
/// sound. Opening a database calls it for every table.
std::string_view flaw_of(const Table& table);

/// A table is about people exactly when it has a subject, and then has one legal ground; personal
/// columns need a subject. Checked when a Draft of the table is compiled.
constexpr bool has_owner(const Table& table) {
  const bool grounded = table.category.has_value() != (table.statute != notice::Statute::none);
  const bool groundless = !table.category && table.statute == notice::Statute::none;
  return table.subject == Subject::none ? groundless && table.personal.count == 0 : grounded;
}

/// A numbered step that changes what declarations cannot (a split column, a renamed table).
/// Forward only; each runs once, in a transaction of its own, before the tables are compared with
/// their declarations. Its hash is kept: a step that was changed after it ran is refused.
struct Migration {
  int number = 0;  // 1, 2, 3 … without gaps
  std::string_view japanese;
  std::string_view sql;
};

// ---- Column names that are checked when they are compiled ----

enum class Part : std::uint8_t { clear, personal };

/// Where a column stands in its declaration.
struct Slot {
  Part part = Part::clear;
  std::uint8_t index = 0;
};

void no_such_column_of_this_kind();         // never defined: reaching it is the compiler's error
void column_may_be_absent_read_optional();  // never defined

constexpr Slot slot_of(const Table& table, std::string_view name, Kind kind, Presence read_as) {
  for (const Part part : {Part::clear, Part::personal}) {
    const Columns& columns = part == Part::clear ? table.clear : table.personal;
    for (std::size_t at = 0; at < columns.count; ++at) {
      const Column& column = columns.items[at];
      if (column.name != name || column.kind != kind) continue;
      if (column.presence == Presence::optional && read_as == Presence::required) {
        column_may_be_absent_read_optional();
      }
      return {part, static_cast<std::uint8_t>(at)};
    }
  }
  no_such_column_of_this_kind();
  return {};
}

/// A column of the table by its name. A name that is not declared, or declared as another kind,
/// does not compile.
template <const Table& table, Kind kind, Presence read_as>
struct ColumnName {
  Slot slot;
  consteval ColumnName(const char* name) : slot(slot_of(table, name, kind, read_as)) {}
};

void no_such_clear_column();  // never defined

/// A clear column of the table by its name.
template <const Table& table, Kind kind>
struct ClearColumnName {
  Slot slot;
  consteval ClearColumnName(const char* name)
      : slot(slot_of(table, name, kind, Presence::optional)) {
    if (slot.part != Part::clear) no_such_clear_column();
  }
};

}  // namespace kenpo::store
