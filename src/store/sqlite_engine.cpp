#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "store/database.h"
#include "store/engine.h"
#include "store/fault.h"
#include "store/sqlite_fault.h"

namespace kenpo::store {

using base::Result;

namespace {

/// The file with its owner's rights only; SQLite gives the same to the files beside it.
bool make_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) return false;
  ::close(file);
  return true;
}

bool set_key(sqlite3* handle, const SecretKey& key, Cipher cipher) {
  const char* name = cipher == Cipher::aegis_256 ? "aegis" : "sqlcipher";
  if (sqlite3mc_config(handle, "cipher", sqlite3mc_cipher_index(name)) < 0) return false;
  constexpr int aegis_256 = 4;  // SQLite3 Multiple Ciphers, "algorithm" of the cipher aegis
  if (cipher == Cipher::aegis_256 &&
      sqlite3mc_config_cipher(handle, name, "algorithm", aegis_256) < 0) {
    return false;
  }
  // The key is random already: "raw:" leaves out the password hash.
  std::array<char, 4 + 64 + 1> text{'r', 'a', 'w', ':'};
  sodium_bin2hex(text.data() + 4, text.size() - 4, key.data(), key.size());
  const int code = sqlite3_key_v2(handle, "main", text.data(), static_cast<int>(text.size()) - 1);
  sodium_memzero(text.data(), text.size());
  return code == SQLITE_OK;
}

class SqliteStatement final : public Statement {
 public:
  /// `allowing`: what the connection's authorizer reads; `allowed`: what this statement may reach.
  SqliteStatement(sqlite3_stmt* statement, std::span<const Table* const>& allowing,
                  std::span<const Table* const> allowed)
      : statement_(statement), allowing_(allowing), allowed_(allowed.begin(), allowed.end()) {}
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement() override { sqlite3_finalize(statement_); }

  void bind(int at, const Field& field) override {
    int code = SQLITE_OK;
    switch (field.type) {
      case Raw::Type::null:
        code = sqlite3_bind_null(statement_, at);
        break;
      case Raw::Type::integer:
        code = sqlite3_bind_int64(statement_, at, field.number);
        break;
      case Raw::Type::text:
        code = sqlite3_bind_text64(statement_, at, field.text.data(), field.text.size(),
                                   SQLITE_STATIC, SQLITE_UTF8);
        break;
      case Raw::Type::blob:
        code = sqlite3_bind_blob64(statement_, at, field.text.data(), field.text.size(),
                                   SQLITE_STATIC);
        break;
    }
    KENPO_REQUIRE(code == SQLITE_OK);  // more parameters than the statement has
  }

  Result<bool> step() override {
    // SQLite may prepare a statement again when it is stepped (its parameters or statistics
    // changed the plan), and asks the authorizer again.
    allowing_ = allowed_;
    const int code = sqlite3_step(statement_);
    allowing_ = {};
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return engine_fault(sqlite3_extended_errcode(sqlite3_db_handle(statement_)));
  }

  Field field(int column) const override {
    switch (sqlite3_column_type(statement_, column)) {
      case SQLITE_INTEGER:
        return {Raw::Type::integer, sqlite3_column_int64(statement_, column), {}};
      case SQLITE_TEXT:
      case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return {Raw::Type::text, 0, bytes == nullptr ? "" : std::string_view(bytes, size)};
      }
      default:
        return {};
    }
  }

  std::size_t changed() const override {
    return static_cast<std::size_t>(sqlite3_changes64(sqlite3_db_handle(statement_)));
  }

  void reset() override {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }

 private:
  sqlite3_stmt* statement_;
  std::span<const Table* const>& allowing_;  // the connection's; it outlives its statements
  std::vector<const Table*> allowed_;
};

class SqliteConnection final : public Connection {
 public:
  explicit SqliteConnection(sqlite3* handle) : handle_(handle) {}
  ~SqliteConnection() override {
    forget();
    sqlite3_close_v2(handle_);
  }

  Result<std::unique_ptr<Statement>> prepare(const std::string& sql,
                                             std::span<const Table* const> allowed) override {
    // `$1` is PostgreSQL's spelling of SQLite's `?1`.
    std::string text = sql;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if (text[at] == '$' && text[at + 1] >= '1' && text[at + 1] <= '9') text[at] = '?';
    }
    allowed_ = allowed;
    refused_ = false;
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(handle_, text.data(), static_cast<int>(text.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    allowed_ = {};
    // A statement reached for a table that its access does not open.
    KENPO_REQUIRE(!refused_);
    if (code == SQLITE_OK) return {std::make_unique<SqliteStatement>(statement, allowed_, allowed)};
    KENPO_REQUIRE((code & 0xff) != SQLITE_ERROR);  // SQL of ours that does not parse
    return engine_fault(sqlite3_extended_errcode(handle_));
  }

  Result<> run(const char* sql) override {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return engine_fault(sqlite3_extended_errcode(handle_));
    return base::Done{};
  }

  void guard(std::span<const Table* const> tables) override {
    guarded_ = tables;
    sqlite3_set_authorizer(handle_, &SqliteConnection::authorize, this);
  }

  Result<> begin_writing() override { return run("BEGIN IMMEDIATE"); }
  Result<> refuse_writing() override { return run("PRAGMA query_only = ON"); }
  Result<> settle() override { return run("PRAGMA wal_checkpoint(TRUNCATE)"); }

  Result<> check_whole() override {
    const auto found = KENPO_TRY(names("PRAGMA integrity_check(1)"));
    if (found != Names{"ok"}) return damaged_fault();
    return base::Done{};
  }

  // The row's own number, so that a row is found in one search. Tables of older directories have
  // the key (insurer, row_id).
  Result<> make_numbered_table(std::string_view name, const std::string& columns) override {
    return run(("CREATE TABLE " + std::string(name) + " (row_id INTEGER PRIMARY KEY, " + columns +
                ")")
                   .c_str());
  }

  Result<> make_keyed_table(const std::string& name_and_columns) override {
    return run(("CREATE TABLE IF NOT EXISTS " + name_and_columns + " WITHOUT ROWID").c_str());
  }

  Result<Names> tables() override {
    return names("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
                 " AND name NOT LIKE 'sqlite_%'");
  }
  Result<Names> columns(std::string_view table) override {
    return names("SELECT name FROM pragma_table_info('" + std::string(table) + "')");
  }
  Result<Names> indexes(std::string_view table) override {
    return names("SELECT name FROM pragma_index_list('" + std::string(table) +
                 "') WHERE origin = 'c'");
  }

  Result<> declare(std::span<const Selectivity> figures) override {
    KENPO_TRY(run("ANALYZE sqlite_schema"));  // makes the table of figures
    KENPO_TRY(run("DELETE FROM sqlite_stat1"));
    auto statement =
        KENPO_TRY(prepare("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($1, $2, $3)", {}));
    for (const auto& each : figures) {
      const auto index =
          each.index.empty() ? "sqlite_autoindex_" + each.table + "_1" : each.index;
      std::string rows;
      for (const std::size_t count : each.rows) {
        rows += (rows.empty() ? "" : " ") + std::to_string(count);
      }
      statement->bind_text(1, each.table);
      statement->bind_text(2, index);
      statement->bind_text(3, rows);
      KENPO_TRY(statement->step());
      statement->reset();
    }
    return run("ANALYZE sqlite_schema");  // reads the figures
  }

  Result<> copy_to(const std::string& path, const SecretKey& key, Cipher cipher) override {
    if (!make_file(path)) return cannot_open_fault();
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(path.c_str(), &handle,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    const SqliteConnection target(handle);
    if (opened != SQLITE_OK) return engine_fault(opened);
    KENPO_REQUIRE(set_key(handle, key, cipher));
    sqlite3_backup* backup = sqlite3_backup_init(handle, "main", handle_, "main");
    if (backup == nullptr) return engine_fault(sqlite3_extended_errcode(handle));
    const int copied = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (copied != SQLITE_DONE) return engine_fault(copied);
    if (finished != SQLITE_OK) return engine_fault(finished);
    return base::Done{};
  }

 private:
  Result<Names> names(const std::string& sql) {
    auto statement = KENPO_TRY(prepare(sql, {}));
    Names found;
    while (KENPO_TRY(statement->step())) found.emplace_back(statement->field(0).text);
    return found;
  }

  static int authorize(void* self, int action, const char* first, const char*, const char*,
                       const char*) {
    auto& connection = *static_cast<SqliteConnection*>(self);
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH) return SQLITE_DENY;
    const bool names_table = action == SQLITE_READ || action == SQLITE_INSERT ||
                             action == SQLITE_UPDATE || action == SQLITE_DELETE;
    if (!names_table || first == nullptr) return SQLITE_OK;
    const std::string_view name(first);
    const auto is_it = [&](const Table* table) { return table->name == name; };
    const auto found = std::ranges::find_if(connection.guarded_, is_it);
    const bool about_people = found != connection.guarded_.end() &&
                              (*found)->subject != Subject::none;
    if (!about_people || std::ranges::any_of(connection.allowed_, is_it)) return SQLITE_OK;
    connection.refused_ = true;
    return SQLITE_DENY;
  }

  sqlite3* handle_;
  std::span<const Table* const> guarded_;
  std::span<const Table* const> allowed_;
  bool refused_ = false;
};

}  // namespace

Result<std::unique_ptr<Connection>> connect(const std::string& path, const SecretKey& key,
                                            Cipher cipher, Opening opening, int cache_kibibytes) {
  if (opening == Opening::create && !make_file(path)) return cannot_open_fault();
  sqlite3* handle = nullptr;
  const int flags = opening == Opening::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  auto connection = std::make_unique<SqliteConnection>(handle);
  if (code != SQLITE_OK) return engine_fault(code);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, wait_limit_milliseconds);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  KENPO_REQUIRE(set_key(handle, key, cipher));
  // The first statement that reads shows whether the key fits.
  KENPO_TRY(connection->run("SELECT count(*) FROM sqlite_master"));
  if (opening != Opening::read_only) {
    // FULL: a commit is on the disk when it returns; NORMAL could lose it with the power.
    KENPO_TRY(connection->run("PRAGMA journal_mode = WAL"));
    KENPO_TRY(connection->run("PRAGMA synchronous = FULL"));
    KENPO_TRY(connection->run("PRAGMA secure_delete = ON"));
    KENPO_TRY(connection->run("PRAGMA journal_size_limit = 67108864"));
  }
  const std::string cache = "PRAGMA cache_size = -" + std::to_string(cache_kibibytes);
  KENPO_TRY(connection->run(cache.c_str()));
  return {std::move(connection)};
}

}  // namespace kenpo::store
