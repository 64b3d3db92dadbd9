#include "store/database.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/acquired.h"
#include "store/engine.h"
#include "store/fault.h"
#include "store/schema.h"

namespace kenpo::store {

using base::Done;
using base::Result;

namespace {

// The inner pages and what is read often; a reader that asks for every row soon fills it.
constexpr int reader_cache_kibibytes = 32 * 1024;
constexpr int writer_cache_kibibytes = 64 * 1024;  // a bulk load keeps its index pages in memory
constexpr auto wait_limit = std::chrono::milliseconds(wait_limit_milliseconds);
// Readers that come shortly after one another share a snapshot while nothing is written: taking and
// leaving one costs two locks of the file, for which the threads would wait in turn. A commit of
// another process is seen this much later at most; one of our own at once.
constexpr auto snapshot_shared = std::chrono::milliseconds(5);
// A snapshot that nobody comes for is left after this, so that the log of changes can shrink.
constexpr auto snapshot_kept = std::chrono::milliseconds(20);
using Instant = std::chrono::steady_clock::time_point;

}  // namespace

struct Database::Inside {
  Inside(std::string path, Keyring& keyring, const Options& options)
      : file(std::move(path)),
        keys(&keyring),
        insurer(options.insurer),
        tables(options.tables.begin(), options.tables.end()) {}

  Result<std::unique_ptr<Connection>> connect(Opening opening, int cache_kibibytes) {
    SecretKey key = keys->page_key("facts");
    auto opened = store::connect(file, key, keys->cipher(), opening, cache_kibibytes);
    wipe_key(key);
    return opened;
  }
  static void wipe_key(SecretKey& key) {
    volatile std::uint8_t* bytes = key.data();
    for (std::size_t at = 0; at < key.size(); ++at) bytes[at] = 0;
  }

  const std::string file;
  Keyring* const keys;
  const base::InsurerNumber insurer;
  const std::vector<const Table*> tables;
  AcquisitionGaps gaps;

  /// What a reader sees: begun when, after how many of our own commits.
  struct Snapshot {
    Instant begun;
    std::uint64_t commits = 0;
  };
  struct Idle {
    std::unique_ptr<Connection> connection;
    std::optional<Snapshot> snapshot;  // still held
  };
  bool shareable(const Snapshot& snapshot, Instant now) const {
    return snapshot.commits == commits && now - snapshot.begun < snapshot_shared;
  }
  /// Leaves snapshots that nobody came for.
  void leave_old(const std::stop_token& stop);

  std::mutex mutex;
  std::condition_variable changed;
  std::vector<Idle> idle;                                    // readers
  std::unordered_map<const Connection*, Snapshot> lent;
  std::size_t readers = 0;                                   // idle and lent
  std::uint64_t commits = 0;                                 // of this process
  std::unique_ptr<Connection> writer;
  bool writing = false;
  std::condition_variable_any parked;  // for the thread that leaves snapshots: there is one
  std::condition_variable_any pause;
  bool leaving_sleeps = false;
  std::jthread leaving{[this](const std::stop_token& stop) { leave_old(stop); }};
};

namespace {

/// False: the connection is of no use any more.
bool end_snapshot(Connection& connection) {
  auto end = connection.lease("COMMIT");
  return end.ok() && end.value()->step().ok();
}

}  // namespace

void Database::Inside::leave_old(const std::stop_token& stop) {
  std::unique_lock lock(mutex);
  const auto held = [](const Idle& reader) { return reader.snapshot.has_value(); };
  while (!stop.stop_requested()) {
    leaving_sleeps = true;
    parked.wait(lock, stop, [&] { return std::ranges::any_of(idle, held); });
    leaving_sleeps = false;
    // Only the end wakes it: what is parked now is looked at when its time is over.
    pause.wait_for(lock, stop, snapshot_kept, [] { return false; });
    const auto now = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < idle.size();) {
      if (!held(idle[at]) || now - idle[at].snapshot->begun < snapshot_kept) {
        ++at;
        continue;
      }
      auto connection = std::move(idle[at].connection);
      idle.erase(idle.begin() + static_cast<std::ptrdiff_t>(at));
      lock.unlock();
      const bool sound = end_snapshot(*connection);
      lock.lock();
      if (sound) {
        idle.insert(idle.begin(), Idle{std::move(connection), {}});
      } else {
        --readers;
      }
      changed.notify_all();
      at = 0;
    }
  }
}

Database::Database(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::string& directory, Keyring& keys,
                                                 const Options& options) {
  auto inside = std::make_unique<Inside>(directory + "/facts.db", keys, options);
  inside->writer = KENPO_TRY(inside->connect(Opening::create, writer_cache_kibibytes));
  KENPO_TRY(bring_up(*inside->writer, options.insurer, inside->tables, options.migrations));
  inside->writer->guard(inside->tables);
  return std::unique_ptr<Database>(new Database(std::move(inside)));
}

Keyring& Database::keys() const { return *inside_->keys; }
AcquisitionGaps& Database::acquisition_gaps() const { return inside_->gaps; }
const base::InsurerNumber& Database::insurer() const { return inside_->insurer; }
std::span<const Table* const> Database::tables() const { return inside_->tables; }

Result<View> Database::read() {
  Inside::Idle reader;
  Inside::Snapshot snapshot{std::chrono::steady_clock::now()};
  {
    std::unique_lock lock(inside_->mutex);
    const bool turn = inside_->changed.wait_for(lock, wait_limit, [&] {
      return !inside_->idle.empty() || inside_->readers < readers_limit;
    });
    if (!turn) return busy_fault();
    snapshot.commits = inside_->commits;
    if (!inside_->idle.empty()) {
      reader = std::move(inside_->idle.back());
      inside_->idle.pop_back();
      if (reader.snapshot && inside_->shareable(*reader.snapshot, snapshot.begun)) {
        inside_->lent[reader.connection.get()] = *reader.snapshot;
        return View(*this, reader.connection.release());
      }
    } else {
      ++inside_->readers;
    }
  }
  // From here on the view gives back what it holds, even when it holds nothing.
  View view(*this, nullptr);
  if (reader.snapshot && !end_snapshot(*reader.connection)) reader.connection.reset();
  if (reader.connection == nullptr) {
    auto opened = inside_->connect(Opening::existing, reader_cache_kibibytes);
    if (!opened.ok()) return std::move(opened).faults();
    reader.connection = std::move(opened).value();
    reader.connection->guard(inside_->tables);
    if (auto only = reader.connection->refuse_writing(); !only.ok()) {
      return std::move(only).faults();
    }
  }
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->lent[reader.connection.get()] = snapshot;
  }
  view.connection_ = reader.connection.release();
  auto begin = KENPO_TRY(view.connection_->lease("BEGIN"));
  KENPO_TRY(begin->step());
  return view;
}

Result<View> Database::read_now() {
  {
    // Snapshots of before, held by idle readers, are shared no more.
    const std::lock_guard lock(inside_->mutex);
    ++inside_->commits;
  }
  return read();
}

View::View(Database& database, Connection* connection)
    : database_(&database), connection_(connection) {}

View::View(View&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)),
      connection_(std::exchange(other.connection_, nullptr)) {}

View& View::operator=(View&& other) noexcept {
  if (this != &other) {
    give_back();
    database_ = std::exchange(other.database_, nullptr);
    connection_ = std::exchange(other.connection_, nullptr);
  }
  return *this;
}

View::~View() { give_back(); }

void View::give_back() {
  if (database_ == nullptr) return;
  auto& inside = *database_->inside_;
  std::unique_ptr<Connection> connection(std::exchange(connection_, nullptr));
  database_ = nullptr;
  const auto now = std::chrono::steady_clock::now();
  if (connection != nullptr) {
    const std::lock_guard lock(inside.mutex);
    const auto snapshot = inside.lent.extract(connection.get()).mapped();
    if (inside.shareable(snapshot, now)) {
      inside.idle.push_back({std::move(connection), snapshot});
      inside.changed.notify_one();
      if (std::exchange(inside.leaving_sleeps, false)) inside.parked.notify_one();
      return;
    }
  }
  // A reader whose snapshot does not end would hold the log of changes: it is closed instead.
  const bool sound = connection != nullptr && end_snapshot(*connection);
  const std::lock_guard lock(inside.mutex);
  if (sound) {
    inside.idle.push_back({std::move(connection), {}});
  } else {
    --inside.readers;
  }
  inside.changed.notify_all();
}

Result<Transaction> Database::write() {
  {
    std::unique_lock lock(inside_->mutex);
    const bool turn =
        inside_->changed.wait_for(lock, wait_limit, [&] { return !inside_->writing; });
    if (!turn) return busy_fault();
    inside_->writing = true;
  }
  Transaction transaction(*this, inside_->writer.get());
  // Another process may be writing: the engine waits for it, too.
  KENPO_TRY(inside_->writer->begin_writing());
  return transaction;
}

Transaction::Transaction(Database& database, Connection* connection)
    : View(database, connection), losses_(database.keys().losses()) {}

Transaction::Transaction(Transaction&& other) noexcept
    : View(std::move(other)),
      personal_(other.personal_),
      rows_(other.rows_),
      losses_(other.losses_),
      next_rows_(std::move(other.next_rows_)) {}

Transaction::~Transaction() {
  if (database_ == nullptr) return;
  (void)connection_->run("ROLLBACK");
  end();
}

void Transaction::end() {
  auto& inside = *database_->inside_;
  connection_ = nullptr;  // the writer stays with the database
  database_ = nullptr;
  const std::lock_guard lock(inside.mutex);
  inside.writing = false;
  inside.changed.notify_all();
}

Result<View> Transaction::beside() const { return database_->read_now(); }

Result<> Transaction::finish() {
  KENPO_TRY(connection_->run("COMMIT"));
  {
    const std::lock_guard lock(database_->inside_->mutex);
    ++database_->inside_->commits;
  }
  end();
  return Done{};
}

Result<> Transaction::commit(notice::Recorder& recorder) {
  KENPO_REQUIRE(database_ != nullptr);  // committed once only
  Keyring& keys = database_->keys();
  KENPO_TRY(keys.flush());
  if (keys.losses() != losses_) return disk_full_fault();
  KENPO_TRY(recorder.make_durable());
  return finish();
}

Result<> Transaction::commit_without_personal_data() {
  KENPO_REQUIRE(database_ != nullptr && !personal_);
  return finish();
}

Result<> Database::check_whole() {
  View view = KENPO_TRY(read());
  return view.connection().check_whole();
}

}  // namespace kenpo::store
