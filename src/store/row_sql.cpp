#include "store/row_sql.h"

#include <algorithm>
#include <vector>

#include "store/schema.h"

namespace kenpo::store {

namespace {

std::vector<std::string> written_columns(const Table& table) {
  std::vector<std::string> columns;
  if (table.timed == Timed::yes) {
    columns = {"valid_from", "valid_to", "decided_at", "withdrawn_at"};
  }
  for (const Column& column : table.clear) columns.emplace_back(column.name);
  if (table.personal.count > 0) columns.emplace_back("sealed");
  return columns;
}

std::string parameter(std::size_t number) { return "$" + std::to_string(number); }

/// Whether an index begins with a column of the condition.
bool is_indexed(const Table& table, std::string_view condition) {
  return std::ranges::any_of(indexes_of(table), [&](const Index& index) {
    return condition.contains(index.columns[0]);
  });
}

std::string read_part(const Table& table, Clause clause, std::size_t values) {
  const std::string condition(clause.where);
  std::string sql = " FROM " + std::string(table.name) + " WHERE ";
  if (!condition.empty()) sql += "(" + condition + ") AND ";
  // Without an index the table is read in the order it lies in, or from a row on: an index of all
  // rows of the insurer, which the planner would take, visits its pages at random.
  sql += is_indexed(table, condition) ? "insurer = " : "insurer || '' = ";
  sql += parameter(values + 1);
  if (clause.tail[0] != '\0') sql += " " + std::string(clause.tail);
  return sql;
}

std::string insert_sql(const Table& table) {
  std::string names = "insurer, row_id";
  std::string parameters = "$1, $2";
  std::size_t number = 3;
  const auto add = [&](const std::string& name) {
    names += ", " + name;
    parameters += ", " + parameter(number++);
  };
  if (table.subject != Subject::none) add("subject_id");
  for (const std::string& name : written_columns(table)) add(name);
  return "INSERT INTO " + std::string(table.name) + " (" + names + ") VALUES (" + parameters + ")";
}

std::string replace_sql(const Table& table) {
  std::string assigned;
  std::size_t number = 3;
  for (const std::string& name : written_columns(table)) {
    assigned += (assigned.empty() ? "" : ", ") + name + " = " + parameter(number++);
  }
  return "UPDATE " + std::string(table.name) + " SET " + assigned;
}

}  // namespace

std::string row_sql(const Table& table, Shape shape, Clause clause, std::size_t values,
                    std::uint64_t extra) {
  const std::string name(table.name);
  const std::string one_row = " WHERE insurer = $1 AND row_id = $2";
  switch (shape) {
    case Shape::select: {
      std::string sql = "SELECT row_id";
      if (table.subject != Subject::none) sql += ", subject_id";
      for (const std::string& column : written_columns(table)) sql += ", " + column;
      return sql + read_part(table, clause, values);
    }
    case Shape::count:
      return "SELECT count(*)" + read_part(table, clause, values);
    case Shape::sum:
      return "SELECT coalesce(sum(" + std::string(table.clear[extra].name) + "), 0)" +
             read_part(table, clause, values);
    case Shape::insert:
      return insert_sql(table);
    case Shape::replace:
      return replace_sql(table) + one_row;
    case Shape::withdraw:
      return "UPDATE " + name + " SET withdrawn_at = $3" + one_row + " AND withdrawn_at = $4";
    case Shape::assign:
      return "UPDATE " + name + " SET " + std::string(table.clear[extra].name) + " = $4" +
             one_row + " AND subject_id = $3";
    case Shape::remove:
      return "DELETE FROM " + name + one_row;
    case Shape::subject_of_row:
      return (table.subject == Subject::none ? "SELECT 1 FROM " : "SELECT subject_id FROM ") +
             name + one_row;
    case Shape::last_row:
      return "SELECT coalesce(max(row_id), 0) FROM " + name + " WHERE insurer = $1";
  }
  return {};
}

base::Result<Lease> lease(const View& view, const Table& table, Shape shape, Clause clause,
                          std::size_t values, std::uint64_t extra) {
  const Table* allowed[] = {&table};
  const std::uint64_t code = static_cast<std::uint64_t>(shape) + 16 * values + 4096 * extra;
  return view.connection().lease({&table, clause.where, clause.tail, code}, allowed, [&] {
    return row_sql(table, shape, clause, values, extra);
  });
}

}  // namespace kenpo::store
