// Backups of the facts and putting them back.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "store/database.h"
#include "store/engine.h"
#include "store/fault.h"
#include "store/tombstones.h"

namespace kenpo::store {

using base::Done;
using base::Result;

namespace {

constexpr int check_cache_kibibytes = 2 * 1024;

bool make_durable(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool durable = ::fsync(file) == 0;
  ::close(file);
  return durable;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

/// Gives the finished file its name; the name is on the disk when it returns.
Result<> put_in_place(const std::string& finished, const std::string& path) {
  if (!make_durable(finished) || std::rename(finished.c_str(), path.c_str()) != 0 ||
      !make_durable(folder_of(path))) {
    return disk_full_fault();
  }
  return Done{};
}

/// The tables of the copy whose rows have a subject.
Result<std::vector<std::string>> tables_with_subject(Connection& copy) {
  std::vector<std::string> found;
  for (auto& table : KENPO_TRY(copy.tables())) {
    const auto columns = KENPO_TRY(copy.columns(table));
    if (std::ranges::find(columns, "subject_id") != columns.end()) found.push_back(table);
  }
  return found;
}

const Table* table_of(std::span<const Table* const> tables, std::string_view name) {
  for (const Table* table : tables) {
    if (table->name == name) return table;
  }
  return nullptr;
}

/// A person who was erased after the backup was made stays erased: without keys nothing of theirs
/// can be opened, and the columns that are not sealed go, too (個人情報保護法22条, 35条).
Result<> remove_erased(Connection& copy, const std::string& directory,
                       std::span<const Table* const> declared) {
  const auto names = KENPO_TRY(tables_with_subject(copy));
  enum class Which : std::uint8_t { all, sealed_until };  // all rows, or those of keys until then
  const auto remove = [&](const std::string& table, const Tombstone& tombstone,
                          Which which) -> Result<> {
    // The second byte of a sealed row is the generation of its key: later keys live.
    const std::string older =
        which == Which::all ? "" : " AND substr(sealed, 2, 1) <= $2";
    auto statement = KENPO_TRY(
        copy.prepare("DELETE FROM \"" + table + "\" WHERE subject_id = $1" + older, {}));
    const std::string generation(1, static_cast<char>(tombstone.generation));
    statement->bind_text(1, tombstone.subject.text());
    if (which == Which::sealed_until) statement->bind_blob(2, generation);
    KENPO_TRY(statement->step());
    return Done{};
  };
  for (const auto& tombstone : KENPO_TRY(read_tombstones(directory))) {
    for (const auto& name : names) {
      if (tombstone.whole_subject) {
        KENPO_TRY(remove(name, tombstone, Which::all));
        continue;
      }
      const auto* table = table_of(declared, name);
      if (table == nullptr || KeyClass::of(*table).code() != tombstone.key_class) continue;
      KENPO_TRY(remove(name, tombstone,
                       table->personal.count == 0 ? Which::all : Which::sealed_until));
    }
  }
  return copy.settle();
}

}  // namespace

Result<> Database::back_up(const std::string& file) {
  View view = KENPO_TRY(read());
  const std::string unfinished = file + ".part";
  ::unlink(unfinished.c_str());
  auto copied =
      view.connection().copy_to(unfinished, keys().page_key("facts"), keys().cipher());
  if (!copied.ok()) {
    ::unlink(unfinished.c_str());
    return copied;
  }
  return put_in_place(unfinished, file);
}

Result<> Database::restore(const std::string& file, const std::string& directory, Keyring& keys,
                           std::span<const Table* const> tables) {
  const std::string target = directory + "/facts.db";
  const std::string unfinished = target + ".part";
  {
    const SecretKey key = keys.page_key("facts");
    const auto backup = KENPO_TRY(
        connect(file, key, keys.cipher(), Opening::read_only, check_cache_kibibytes));
    KENPO_TRY(backup->check_whole());
    ::unlink(unfinished.c_str());
    KENPO_TRY(backup->copy_to(unfinished, key, keys.cipher()));
    const auto copy = KENPO_TRY(
        connect(unfinished, key, keys.cipher(), Opening::existing, check_cache_kibibytes));
    KENPO_TRY(remove_erased(*copy, directory, tables));
  }
  ::unlink((unfinished + "-wal").c_str());
  ::unlink((unfinished + "-shm").c_str());
  if (::access(target.c_str(), F_OK) == 0) {
    {
      // Brings what stands in the log of changes into the old file before it is put aside.
      auto old = connect(target, keys.page_key("facts"), keys.cipher(), Opening::existing,
                         check_cache_kibibytes);
      if (old.ok()) (void)old.value()->settle();
    }
    if (std::rename(target.c_str(), (target + ".before").c_str()) != 0) return disk_full_fault();
  }
  ::unlink((target + "-wal").c_str());
  ::unlink((target + "-shm").c_str());
  return put_in_place(unfinished, target);
}

}  // namespace kenpo::store
