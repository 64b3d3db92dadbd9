#include "store/table.h"

#include <algorithm>

#include "store/box.h"

namespace kenpo::store {

namespace {

bool is_name(std::string_view name) {
  if (name.empty() || name.size() > table_name_limit) return false;
  if (name.front() < 'a' || name.front() > 'z') return false;
  return std::ranges::all_of(name, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
  });
}

bool has_clear(const Table& table, std::string_view name) {
  return std::ranges::any_of(table.clear,
                             [&](const Column& column) { return column.name == name; });
}

bool is_engine_column_of(const Table& table, std::string_view name) {
  if (name == "subject_id") return table.subject != Subject::none;
  if (name == "valid_from" || name == "valid_to" || name == "decided_at" ||
      name == "withdrawn_at") {
    return table.timed == Timed::yes;
  }
  return name == "row_id";
}

std::string_view flaw_of_columns(const Table& table) {
  std::size_t names = 0;
  for (const Columns* columns : {&table.clear, &table.personal}) {
    for (const Column& column : *columns) {
      if (!is_name(column.name)) return "a column's name is not snake_case";
      if (std::ranges::find(engine_columns, column.name) != engine_columns.end()) {
        return "a column has the name of a column of the engine";
      }
      if (columns == &table.personal && column.kind == Kind::blind) {
        return "a blind index is a clear column";
      }
      const auto same = [&](const Column& other) { return other.name == column.name; };
      if (std::ranges::count_if(table.clear, same) + std::ranges::count_if(table.personal, same) !=
          1) {
        return "two columns have one name";
      }
      ++names;
    }
  }
  return names == 0 ? "a table without columns" : "";
}

bool is_day(const Column& column) {
  return column.kind == Kind::date || column.kind == Kind::moment;
}

std::string_view flaw_of_times(const Table& table) {
  const bool stated = table.untimed != Untimed::unstated;
  if (stated == (table.timed == Timed::yes)) {
    return "a table has the two times, or says why it does without";
  }
  if (table.part_of.empty() == (table.untimed == Untimed::part)) {
    return "a part, and nothing else, names the table that it is a part of";
  }
  const bool says_when =
      std::ranges::any_of(table.clear, is_day) || std::ranges::any_of(table.personal, is_day);
  if (table.untimed == Untimed::event && !says_when) return "an event that does not say when";
  const bool acquires = std::ranges::any_of(table.clear, [&](const Column& column) {
    return column.name == table.acquired && is_day(column);
  });
  if (!table.acquired.empty() && (table.timed == Timed::yes || !acquires)) {
    return "acquired is no clear date or moment, or the table has the two times";
  }
  return "";
}

}  // namespace

std::string_view flaw_of(const Table& table) {
  if (!is_name(table.name) || table.name.starts_with("store_") ||
      table.name.starts_with("sqlite_")) {
    return "the table's name is not snake_case, too long, or the engine's own";
  }
  if (table.japanese.empty()) return "the table has no Japanese name";
  if (!has_owner(table)) return "a table needs a subject and its ground, or neither";
  if (const auto flaw = flaw_of_columns(table); !flaw.empty()) return flaw;
  for (const Column& column : table.clear) {
    if (column.kind == Kind::blind && table.subject == Subject::none) {
      return "a blind index needs a table with a subject";
    }
  }
  if (const auto flaw = flaw_of_times(table); !flaw.empty()) return flaw;
  for (const Index& index : table.indexes) {
    if (index.columns.count == 0) return "an index without columns";
    for (const std::string_view name : index.columns) {
      if (!has_clear(table, name) && !is_engine_column_of(table, name)) {
        return "an index over a column that is not clear";
      }
    }
  }
  return "";
}

}  // namespace kenpo::store
