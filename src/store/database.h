// The database of one data directory: many readers, one writer, encrypted pages. SQLite behind it;
// what is written against this header does not know that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/id.h"
#include "base/result.h"
#include "notice/grant.h"
#include "store/keyring.h"
#include "store/table.h"
#include "store/value.h"

namespace kenpo::store {

class Connection;  // one connection to the engine; known to the engine only
class Database;
class AcquisitionGaps;

/// Readers at the same time; one more waits. A reader keeps up to 32 MiB of pages.
inline constexpr std::size_t readers_limit = 32;
/// How long a writer or reader waits for its turn before it is told that the store is busy.
inline constexpr int wait_limit_milliseconds = 10'000;
/// After so many rows a reader asks again whether its row of the notice is still in force.
inline constexpr std::size_t chunk_rows = 256;

/// The condition of a query and what follows it, both literals of our own source: SQL never comes
/// from data. Parameters are `$1`, `$2`, … The insurer is added by the engine.
struct Clause {
  const char* where = "";
  const char* tail = "";
  consteval Clause(const char* condition) : where(condition) {}
  consteval Clause(const char* condition, const char* order) : where(condition), tail(order) {}
};

/// A whole statement, a literal of our own source.
struct Sql {
  const char* text;
  consteval Sql(const char* literal) : text(literal) {}
};

/// A row of a statement that was written out. Columns count from 0; views live until the next row.
class Row {
 public:
  virtual ~Row() = default;
  virtual Field field(int column) const = 0;
  template <Storable T>
  T get(int column) const {
    return Stored<T>::get(field(column));
  }
};

/// A snapshot: everything read through one View is of one moment. Belongs to the thread that made
/// it. Long-lived views keep the log of changes from shrinking: hold one for an answer, not longer.
class View {
 public:
  View(View&&) noexcept;
  View& operator=(View&&) noexcept;
  virtual ~View();

  Database& database() const { return *database_; }
  Connection& connection() const { return *connection_; }

 protected:
  friend class Database;
  View(Database& database, Connection* connection);
  void give_back();
  Database* database_;
  Connection* connection_;
};

/// The writer: one at a time. Rolls back unless committed.
class Transaction final : public View {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction() override;

  /// Makes new keys durable, then the leaf of the audit log, then commits: no write without its
  /// leaf. When any of it fails, nothing is written.
  base::Result<> commit(notice::Recorder& recorder);
  /// For transactions that wrote only tables without subject; anything else is a broken promise.
  base::Result<> commit_without_personal_data();

  /// What the transaction began with, for another thread that reads while this one writes: until
  /// the transaction ends, nobody else changes anything. Ends before the transaction.
  base::Result<View> beside() const;

  /// For the engine's own use: a row of a table with a subject was written.
  void wrote_personal_data() { personal_ = true; }
  /// For the engine's own use: rows written so far, to ask about the notice once a chunk.
  std::size_t count_row() { return rows_++; }
  /// For the engine's own use: the number of the table's next row; 0 when not asked for yet.
  std::int64_t& next_row(const Table& table) { return next_rows_[&table]; }

 private:
  friend class Database;
  Transaction(Database& database, Connection* connection);
  base::Result<> finish();
  void end();
  bool personal_ = false;
  std::size_t rows_ = 0;
  std::uint64_t losses_ = 0;  // of keys, when it began
  std::unordered_map<const Table*, std::int64_t> next_rows_;
};

struct Options {
  base::InsurerNumber insurer;
  std::span<const Table* const> tables;
  std::span<const Migration> migrations = {};
};

/// One database file with the tables that were declared to it.
class Database {
 public:
  /// Opens `directory`/facts.db, or makes it; checks it (damage, key, undeclared tables or
  /// columns) and creates declared tables and clear columns that are missing. `keys` outlives it.
  static base::Result<std::unique_ptr<Database>> open(const std::string& directory, Keyring& keys,
                                                      const Options& options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  base::Result<View> read();
  /// A snapshot that begins now: nothing that was committed before is missing from it, also nothing
  /// that another process committed.
  base::Result<View> read_now();
  base::Result<Transaction> write();

  Keyring& keys() const;
  /// Which data the rows of the notice do not reach; set when the notice changes.
  AcquisitionGaps& acquisition_gaps() const;
  const base::InsurerNumber& insurer() const;
  std::span<const Table* const> tables() const;

  /// Copies the facts, encrypted as they are, while work goes on. The copy has no keys.
  base::Result<> back_up(const std::string& file);
  /// Puts a backup in the place of `directory`/facts.db, which must not be open. The old file is
  /// kept beside it as facts.db.before. Rows of people who were erased since are left out.
  /// Of people of whom one category was erased, the rows of the `tables` of that category are.
  static base::Result<> restore(const std::string& file, const std::string& directory,
                                Keyring& keys, std::span<const Table* const> tables = {});
  /// Reads every page and index. Slow: minutes for many gigabytes.
  base::Result<> check_whole();

 private:
  friend class View;
  friend class Transaction;
  struct Inside;
  explicit Database(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace kenpo::store
