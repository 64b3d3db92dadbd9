// From declarations to physical tables, and the check that nothing else is there.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "store/engine.h"
#include "store/table.h"

namespace kenpo::store {

/// Runs the migrations that have not run, makes missing tables, clear columns and indexes, and
/// refuses what is not declared. All in one transaction a step; a refusal changes nothing.
base::Result<> bring_up(Connection& connection, const base::InsurerNumber& insurer,
                        std::span<const Table* const> tables,
                        std::span<const Migration> migrations);

/// Whether the database was begun by this opening or before it.
enum class Begun : std::uint8_t { before, now };
/// Makes the engine's own tables; refuses another insurer's database.
base::Result<Begun> begin_store(Connection& connection, const base::InsurerNumber& insurer);
/// The last step of a new database: until it is noted, an opening that was cut off begins again.
base::Result<> note_insurer(Connection& connection, const base::InsurerNumber& insurer);
base::Result<> run_migrations(Connection& connection, std::span<const Migration> migrations,
                              Begun begun);

std::string column_definition(const Column& column);
/// The columns of the table with their kinds, without the number of the row.
std::string columns_of(const Table& table);
/// The name of the table's index: `table__column_column`.
std::string index_name(const Table& table, const Index& index);
std::string create_index_statement(const Table& table, const Index& index);
/// The indexes of the table with the one on its subject.
std::vector<Index> indexes_of(const Table& table);

}  // namespace kenpo::store
