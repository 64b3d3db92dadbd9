// The engine's own tables and the numbered steps between versions.
#include <sodium.h>

#include "store/fault.h"
#include "store/schema.h"

namespace kenpo::store {

using base::Done;
using base::Result;

namespace {

constexpr const char* store_tables =
    "CREATE TABLE IF NOT EXISTS store_insurer (insurer TEXT NOT NULL PRIMARY KEY);"
    "CREATE TABLE IF NOT EXISTS store_declaration (table_name TEXT NOT NULL PRIMARY KEY,"
    " personal TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS store_migration (number BIGINT NOT NULL PRIMARY KEY,"
    " hash BLOB NOT NULL);";

std::string hash_of(const Migration& migration) {
  std::string hash(32, '\0');
  const std::string_view text = migration.sql;
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return hash;
}

Result<> note(Connection& connection, const Migration& migration) {
  auto statement = KENPO_TRY(
      connection.lease("INSERT INTO store_migration (number, hash) VALUES ($1, $2)"));
  const std::string hash = hash_of(migration);
  statement->bind(1, std::int64_t{migration.number});
  statement->bind_blob(2, hash);
  KENPO_TRY(statement->step());
  return Done{};
}

Result<> run_step(Connection& connection, const Migration& migration, Begun begun) {
  KENPO_TRY(connection.begin_writing());
  Result<> done = Done{};
  // A new database begins with the present declarations: the steps lie behind it.
  if (begun == Begun::before) done = connection.run(std::string(migration.sql).c_str());
  if (done.ok()) done = note(connection, migration);
  if (done.ok()) done = connection.run("COMMIT");
  if (!done.ok()) (void)connection.run("ROLLBACK");
  return done;
}

}  // namespace

Result<Begun> begin_store(Connection& connection, const base::InsurerNumber& insurer) {
  KENPO_TRY(connection.run(store_tables));
  auto statement = KENPO_TRY(connection.lease("SELECT insurer FROM store_insurer"));
  if (KENPO_TRY(statement->step())) {
    if (statement->field(0).text != insurer.text()) return other_insurer_fault();
    return Begun::before;
  }
  return Begun::now;
}

Result<> note_insurer(Connection& connection, const base::InsurerNumber& insurer) {
  auto insert = KENPO_TRY(connection.lease("INSERT INTO store_insurer (insurer) VALUES ($1)"));
  insert->bind_text(1, insurer.text());
  KENPO_TRY(insert->step());
  return Done{};
}

Result<> run_migrations(Connection& connection, std::span<const Migration> migrations,
                        Begun begun) {
  std::size_t ran = 0;
  {
    auto statement =
        KENPO_TRY(connection.lease("SELECT number, hash FROM store_migration ORDER BY number"));
    while (KENPO_TRY(statement->step())) {
      const auto number = static_cast<int>(statement->field(0).number);
      // A step that this program does not know, or knows otherwise.
      if (ran >= migrations.size() || migrations[ran].number != number ||
          hash_of(migrations[ran]) != statement->field(1).text) {
        return migration_changed_fault(number);
      }
      ++ran;
    }
  }
  for (; ran < migrations.size(); ++ran) {
    if (migrations[ran].number != static_cast<int>(ran) + 1) {
      return migration_changed_fault(migrations[ran].number);
    }
    KENPO_TRY(run_step(connection, migrations[ran], begun));
  }
  return Done{};
}

}  // namespace kenpo::store
