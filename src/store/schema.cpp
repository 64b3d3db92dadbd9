#include "store/schema.h"

#include <algorithm>
#include <set>

#include "store/codec.h"
#include "store/fault.h"

namespace kenpo::store {

using base::Done;
using base::Result;

std::string columns_of(const Table& table) {
  std::string sql = "insurer TEXT NOT NULL";
  if (table.subject != Subject::none) sql += ", subject_id TEXT NOT NULL";
  if (table.timed == Timed::yes) {
    sql += ", valid_from BIGINT NOT NULL, valid_to BIGINT NOT NULL"
           ", decided_at BIGINT NOT NULL, withdrawn_at BIGINT NOT NULL";
  }
  for (const Column& column : table.clear) sql += ", " + column_definition(column);
  if (table.personal.count > 0) sql += ", sealed BLOB NOT NULL";
  return sql;
}

std::string column_definition(const Column& column) {
  const bool text = column.kind == Kind::text || column.kind == Kind::id;
  const std::string type = is_number(column.kind) ? " BIGINT" : text ? " TEXT" : " BLOB";
  return std::string(column.name) + type +
         (column.presence == Presence::required ? " NOT NULL" : "");
}

std::vector<Index> indexes_of(const Table& table) {
  std::vector<Index> indexes(table.indexes.begin(), table.indexes.end());
  const auto by_subject = [](const Index& index) { return index.columns[0] == "subject_id"; };
  if (table.subject != Subject::none && std::ranges::none_of(indexes, by_subject)) {
    indexes.push_back({{"subject_id"}});
  }
  return indexes;
}

std::string index_name(const Table& table, const Index& index) {
  std::string name = std::string(table.name) + "_";
  for (const std::string_view column : index.columns) name += "_" + std::string(column);
  return name + (index.uniqueness == Uniqueness::one ? "_one" : "");
}

std::string create_index_statement(const Table& table, const Index& index) {
  std::string sql = index.uniqueness == Uniqueness::one ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  sql += index_name(table, index) + " ON " + std::string(table.name) + " (insurer";
  for (const std::string_view column : index.columns) sql += ", " + std::string(column);
  return sql + ")";
}

namespace {

Result<std::set<std::string>> columns_of(Connection& connection, const Table& table) {
  const auto names = KENPO_TRY(connection.columns(table.name));
  return std::set<std::string>(names.begin(), names.end());
}

std::set<std::string> declared_columns(const Table& table) {
  std::set<std::string> declared{"insurer", "row_id"};
  if (table.subject != Subject::none) declared.emplace("subject_id");
  if (table.timed == Timed::yes) {
    declared.insert({"valid_from", "valid_to", "decided_at", "withdrawn_at"});
  }
  if (table.personal.count > 0) declared.emplace("sealed");
  for (const Column& column : table.clear) declared.emplace(column.name);
  return declared;
}

/// `name:kind` of each personal column: the order in which sealed values stand.
std::string personal_line(const Table& table) {
  std::string line;
  for (const Column& column : table.personal) {
    line += std::string(column.name) + ":" + std::to_string(static_cast<int>(column.kind)) + " ";
  }
  return line;
}

std::size_t columns_in(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count(line, ' '));
}

/// Personal columns are only appended, as optional ones: older rows end before them.
Result<> keep_personal_line(Connection& connection, const Table& table) {
  const std::string line = personal_line(table);
  std::string recorded;
  bool known = false;
  {
    auto statement = KENPO_TRY(
        connection.lease("SELECT personal FROM store_declaration WHERE table_name = $1"));
    statement->bind_text(1, table.name);
    known = KENPO_TRY(statement->step());
    if (known) recorded = statement->field(0).text;
  }
  if (known && recorded == line) return Done{};
  if (!line.starts_with(recorded)) return declaration_changed_fault(table);
  for (std::size_t at = known ? columns_in(recorded) : table.personal.count;
       at < table.personal.count; ++at) {
    if (table.personal[at].presence == Presence::required) return declaration_changed_fault(table);
  }
  auto statement = KENPO_TRY(
      connection.lease("INSERT INTO store_declaration (table_name, personal) VALUES ($1, $2)"
                       " ON CONFLICT (table_name) DO UPDATE SET personal = $2"));
  statement->bind_text(1, table.name);
  statement->bind_text(2, line);
  KENPO_TRY(statement->step());
  return Done{};
}

Result<> bring_up_columns(Connection& connection, const Table& table) {
  const auto declared = declared_columns(table);
  const auto present = KENPO_TRY(columns_of(connection, table));
  if (!std::ranges::includes(declared, present)) return undeclared_column_fault(table);
  for (const Column& column : table.clear) {
    if (present.contains(std::string(column.name))) continue;
    if (column.presence == Presence::required) return declaration_changed_fault(table);
    const std::string sql = "ALTER TABLE " + std::string(table.name) + " ADD COLUMN " +
                            column_definition(column);
    KENPO_TRY(connection.run(sql.c_str()));
  }
  // What the engine itself adds cannot come later.
  const auto now = KENPO_TRY(columns_of(connection, table));
  if (now != declared) return declaration_changed_fault(table);
  return Done{};
}

Result<> bring_up_indexes(Connection& connection, const Table& table) {
  const auto names = KENPO_TRY(connection.indexes(table.name));
  std::set<std::string> present(names.begin(), names.end());
  for (const Index& index : indexes_of(table)) {
    if (present.erase(index_name(table, index)) > 0) continue;
    KENPO_TRY(connection.run(create_index_statement(table, index).c_str()));
  }
  for (const std::string& gone : present) {
    KENPO_TRY(connection.run(("DROP INDEX " + gone).c_str()));
  }
  return Done{};
}

Result<> bring_up_tables(Connection& connection, std::span<const Table* const> tables) {
  const auto names = KENPO_TRY(connection.tables());
  std::set<std::string> present(names.begin(), names.end());
  std::erase_if(present, [](const std::string& name) { return name.starts_with("store_"); });
  for (const Table* table : tables) {
    if (present.erase(std::string(table->name)) == 0) {
      KENPO_TRY(connection.make_numbered_table(table->name, columns_of(*table)));
    }
    KENPO_TRY(bring_up_columns(connection, *table));
    KENPO_TRY(bring_up_indexes(connection, *table));
    KENPO_TRY(keep_personal_line(connection, *table));
  }
  if (!present.empty()) return undeclared_table_fault();
  return Done{};
}

/// The planner's figures of an index, as if an insurer had a thousand rows: any search is better
/// than reading all of them, except by the times, where nearly every decision has `not_withdrawn`.
Selectivity planner_figures(const Table& table, const Index& index) {
  constexpr std::size_t agreeing_rows = 4;
  Selectivity figures{std::string(table.name), index_name(table, index), {1'000'000, 1'000}};
  for (std::size_t at = 0; at < index.columns.count; ++at) {
    const bool by_time = index.columns[0].ends_with("_at");
    const auto rows = by_time ? std::size_t{500} - at : agreeing_rows * (index.columns.count - at);
    const bool last = at + 1 == index.columns.count;
    const bool single = last && index.uniqueness == Uniqueness::one;
    figures.rows.push_back(single ? 1 : rows);
  }
  return figures;
}

/// Tells the planner how selective each index is. Declared and not measured: a new society's tables
/// are empty, and a plan must not depend on the day on which it was made.
Result<> declare_selectivity(Connection& connection, std::span<const Table* const> tables) {
  std::vector<Selectivity> figures;
  for (const Table* table : tables) {
    // The key of older directories, insurer and row; of newer ones: the rows of the table.
    figures.push_back({std::string(table->name), {}, {1'000'000, 1'000, 1}});
    for (const Index& index : indexes_of(*table)) {
      figures.push_back(planner_figures(*table, index));
    }
  }
  return connection.declare(figures);
}

/// Runs the work in a transaction of its own.
template <typename Work>
Result<> in_transaction(Connection& connection, Work work) {
  KENPO_TRY(connection.begin_writing());
  Result<> done = work();
  if (done.ok()) done = connection.run("COMMIT");
  if (!done.ok()) (void)connection.run("ROLLBACK");
  return done;
}

}  // namespace

Result<> bring_up(Connection& connection, const base::InsurerNumber& insurer,
                  std::span<const Table* const> tables, std::span<const Migration> migrations) {
  for (const Table* table : tables) {
    if (const auto flaw = flaw_of(*table); !flaw.empty()) {
      return declaration_flaw_fault(*table, flaw);
    }
    const auto same = [&](const Table* other) { return other->name == table->name; };
    if (std::ranges::count_if(tables, same) != 1) {
      return declaration_flaw_fault(*table, "two tables have one name");
    }
  }
  const auto begun = KENPO_TRY(begin_store(connection, insurer));
  KENPO_TRY(run_migrations(connection, migrations, begun));
  const auto work = [&]() -> Result<> {
    KENPO_TRY(bring_up_tables(connection, tables));
    KENPO_TRY(declare_selectivity(connection, tables));
    if (begun == Begun::now) KENPO_TRY(note_insurer(connection, insurer));
    return Done{};
  };
  KENPO_TRY(in_transaction(connection, work));
  connection.forget();  // statements of this work are not needed again
  return Done{};
}

}  // namespace kenpo::store
