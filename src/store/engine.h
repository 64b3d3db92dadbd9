// What an engine must do: prepare, bind, step, and the few things that each engine says in its own
// way. SQLite does it today (store/sqlite_engine.cpp, the only file that speaks its dialect).
// PostgreSQL can be the second class that derives from these two, with a domain BLOB over its
// bytes. Only this folder includes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/keyring.h"
#include "store/table.h"
#include "store/value.h"

namespace kenpo::store {

/// A prepared statement. What is bound must live until reset().
class Statement {
 public:
  virtual ~Statement() = default;
  virtual void bind(int at, const Field& field) = 0;  // parameters count from 1
  void bind(int at, const Raw& raw) { bind(at, Field{raw.type, raw.number, raw.text}); }
  void bind(int at, std::int64_t number) { bind(at, Field{Raw::Type::integer, number, {}}); }
  void bind_text(int at, std::string_view text) { bind(at, Field{Raw::Type::text, 0, text}); }
  void bind_blob(int at, std::string_view bytes) { bind(at, Field{Raw::Type::blob, 0, bytes}); }
  /// True when there is a row.
  virtual base::Result<bool> step() = 0;
  virtual Field field(int column) const = 0;
  /// Rows that the last step changed.
  virtual std::size_t changed() const = 0;
  virtual void reset() = 0;
  bool in_use = false;
};

/// A statement from the cache for as long as it is needed; reset when it ends.
class Lease {
 public:
  explicit Lease(Statement& cached) : statement_(&cached) { cached.in_use = true; }
  explicit Lease(std::unique_ptr<Statement> own)
      : statement_(own.get()), own_(std::move(own)) {}
  Lease(Lease&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), own_(std::move(other.own_)) {}
  Lease& operator=(Lease&&) = delete;
  ~Lease() {
    if (statement_ == nullptr) return;
    statement_->reset();
    statement_->in_use = false;
  }
  Statement* operator->() const { return statement_; }

 private:
  Statement* statement_;
  std::unique_ptr<Statement> own_;
};

/// What makes a statement the same statement: literals by their address, the table by its own.
struct StatementKey {
  const void* table = nullptr;
  const char* first = nullptr;
  const char* second = nullptr;
  std::uint64_t shape = 0;
  friend bool operator==(const StatementKey&, const StatementKey&) = default;
};

struct StatementKeyHash {
  std::size_t operator()(const StatementKey& key) const noexcept {
    std::size_t hash = std::hash<const void*>{}(key.table);
    for (const std::size_t part :
         {std::hash<const void*>{}(key.first), std::hash<const void*>{}(key.second),
          static_cast<std::size_t>(key.shape)}) {
      hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
    }
    return hash;
  }
};

/// Statements kept prepared for one connection; the program has a few hundred.
inline constexpr std::size_t statements_limit = 512;

/// How selective the planner is to believe an index to be.
struct Selectivity {
  std::string table;
  std::string index;  // empty: the primary key
  /// Rows of the table, of one insurer, and those that agree in one more column of the index each.
  std::vector<std::size_t> rows;
};

class Connection {
 public:
  virtual ~Connection() = default;
  /// `allowed`: the tables with a subject that the statement may read; `free_use` reads any.
  virtual base::Result<std::unique_ptr<Statement>> prepare(
      const std::string& sql, std::span<const Table* const> allowed) = 0;
  /// Statements of the engine itself, without rows.
  virtual base::Result<> run(const char* sql) = 0;
  /// Begins a transaction that writes; waits until nobody else does.
  virtual base::Result<> begin_writing() = 0;
  /// From then on nothing can be written through the connection.
  virtual base::Result<> refuse_writing() = 0;
  /// Brings what was committed from the log of changes into the tables themselves and empties the
  /// log: what was overwritten or removed is on the disk no more.
  virtual base::Result<> settle() = 0;
  /// Reads every page and index; damage is a fault. Slow.
  virtual base::Result<> check_whole() = 0;
  /// Makes a table with these columns after its number of the row, which is its key.
  virtual base::Result<> make_numbered_table(std::string_view name,
                                             const std::string& columns) = 0;
  /// Makes the table unless it exists. It is asked by its key only, and lies in the key's order.
  virtual base::Result<> make_keyed_table(const std::string& name_and_columns) = 0;

  using Names = std::vector<std::string>;
  /// The tables and views that are not the engine's own.
  virtual base::Result<Names> tables() = 0;
  virtual base::Result<Names> columns(std::string_view table) = 0;
  /// The indexes that were made by a statement, not by the table's own definition.
  virtual base::Result<Names> indexes(std::string_view table) = 0;
  /// Replaces what the planner believes by these figures.
  virtual base::Result<> declare(std::span<const Selectivity> figures) = 0;
  /// Copies the database into a new file, encrypted with the key, while work goes on.
  virtual base::Result<> copy_to(const std::string& path, const SecretKey& key,
                                 Cipher cipher) = 0;

  /// The tables with a subject; from then on a statement reads only those it was allowed.
  virtual void guard(std::span<const Table* const> tables) = 0;

  /// The statement for the key; `build` writes its text the first time.
  template <typename Build>
  base::Result<Lease> lease(const StatementKey& key, std::span<const Table* const> allowed,
                            Build build) {
    const auto found = cache_.find(key);
    if (found != cache_.end() && !found->second->in_use) return Lease(*found->second);
    auto made = KENPO_TRY(prepare(build(), allowed));
    if (found != cache_.end()) return Lease(std::move(made));  // in use further up the stack
    if (cache_.size() >= statements_limit) forget();
    return Lease(*cache_.emplace(key, std::move(made)).first->second);
  }
  /// A statement of the engine itself, kept by its literal.
  base::Result<Lease> lease(const char* sql) {
    return lease({nullptr, sql, nullptr, 0}, {}, [&] { return std::string(sql); });
  }
  /// Drops prepared statements that are not in use.
  void forget() {
    std::erase_if(cache_, [](const auto& entry) { return !entry.second->in_use; });
  }

 private:
  std::unordered_map<StatementKey, std::unique_ptr<Statement>, StatementKeyHash> cache_;
};

enum class Opening : std::uint8_t { create, existing, read_only };

/// Opens a database whose pages are encrypted with the key. `cache_kibibytes` of pages stay in
/// memory. Checks that the key fits.
base::Result<std::unique_ptr<Connection>> connect(const std::string& path, const SecretKey& key,
                                                  Cipher cipher, Opening opening,
                                                  int cache_kibibytes);

}  // namespace kenpo::store
