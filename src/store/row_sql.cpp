#include "store/row_sql.h"

#include <vector>

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

std::string read_part(const Table& table, Clause clause, std::size_t values) {
  std::string sql = " FROM " + std::string(table.name) + " WHERE ";
  if (clause.where[0] != '\0') {
    sql += "(" + std::string(clause.where) + ") AND insurer = " + parameter(values + 1);
  } else {
    // The whole table in the order it lies in: an index would visit its pages at random.
    sql += "insurer || '' = " + parameter(values + 1);
  }
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

}  // namespace kenpo::store
