#include "store/access_history.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/hash.h"
#include "store/seal.h"

namespace kenpo::store {

namespace {

using base::Result;
using notice::Commitment;

constexpr const Table* tables[] = {&access_entry_table};

/// How long leaves are gathered before they are indexed, and how many at most: who asks for a
/// history need not wait for either.
constexpr std::chrono::milliseconds gathering{100};
constexpr std::size_t gathered_limit = 16'384;

base::Fault file_fault() {
  return {.what = {"利用履歴のファイルを書けません。", "The access history cannot be written."},
          .why = {"記録できないときは、何も表示しません。", "Nothing is shown without its record."},
          .mend = {"ディスクの空きと権限を確かめてください。", "Check disk space and permissions."},
          .place = {}};
}

base::Fault set_fault() {
  return {.what = {"利用履歴の集合が記録と合いません。", "A kept set does not match the log."},
          .why = {"ファイルが失われたか、書き換えられています。", "It was lost or changed."},
          .mend = {"個人情報取扱責任者に知らせてください。", "Tell the responsible person."},
          .place = {}};
}

/// Writes a file whole: a temporary name, flushed, then renamed.
bool write_durably(const std::string& path, std::string_view bytes) {
  const auto temporary = path + ".new";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return false;
  bool written = true;
  while (written && !bytes.empty()) {
    const auto count = ::write(file, bytes.data(), bytes.size());
    written = count > 0;
    if (written) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  written = written && ::fsync(file) == 0;
  return ::close(file) == 0 && written && std::rename(temporary.c_str(), path.c_str()) == 0;
}

Bytes bytes_of(const Commitment& commitment) {
  return {std::string(commitment.begin(), commitment.end())};
}

}  // namespace

Result<std::unique_ptr<AccessHistory>> AccessHistory::open(const std::string& directory,
                                                           Keyring& keys,
                                                           const base::InsurerNumber& insurer) {
  const auto own = directory + "/access";
  for (const auto& path : {own, own + "/sets"}) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return file_fault();
  }
  auto database = KENPO_TRY(Database::open(own, keys, {.insurer = insurer, .tables = tables}));
  return std::unique_ptr<AccessHistory>(new AccessHistory(own, keys, std::move(database)));
}

AccessHistory::AccessHistory(std::string directory, Keyring& keys,
                             std::unique_ptr<Database> database)
    : directory_(std::move(directory)), keys_(keys), database_(std::move(database)) {
  worker_ = std::thread([this] { work(); });
}

AccessHistory::~AccessHistory() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  worker_.join();
}

Result<Commitment> AccessHistory::commitment(base::PersonId person) {
  return keys_.commitment_of(SubjectId(person));
}

// A new salt must outlive the leaf that is made with it; nothing to do when there is none.
Result<> AccessHistory::keep_salts() { return keys_.flush(); }

Result<> AccessHistory::keep_set(std::span<const Commitment> sorted, const notice::TreeHash& root) {
  const auto path = directory_ + "/sets/" + base::hexadecimal(root);
  if (::access(path.c_str(), F_OK) == 0) return base::Done{};
  std::string bytes(sorted.size_bytes(), '\0');
  std::memcpy(bytes.data(), sorted.data(), sorted.size_bytes());
  if (!write_durably(path, bytes)) return file_fault();
  return base::Done{};
}

Result<std::vector<Commitment>> AccessHistory::read_set(const notice::TreeHash& root) const {
  std::ifstream file(directory_ + "/sets/" + base::hexadecimal(root), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::vector<Commitment> set(bytes.size() / sizeof(Commitment));
  if (set.empty() || bytes.size() % sizeof(Commitment) != 0) return set_fault();
  std::memcpy(set.data(), bytes.data(), bytes.size());
  const auto subjects = notice::subjects_of(set);
  const auto* kept = std::get_if<notice::SubjectSet>(&subjects);
  if (kept == nullptr || kept->root != root) return set_fault();
  return set;
}

void AccessHistory::appended(std::uint64_t leaf, std::span<const Commitment> subjects) {
  if (subjects.empty()) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < access_backlog_limit || stopping_; });
  const bool was_empty = waiting_.empty();
  const bool was_gathering = waiting_.size() < gathered_limit;
  for (const auto& subject : subjects) waiting_.push_back({subject, leaf});
  const bool gathered = was_gathering && waiting_.size() >= gathered_limit;
  lock.unlock();
  if (was_empty || gathered) changed_.notify_all();
}

void AccessHistory::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    // The log is the truth, so the index may come a little later, many leaves in one commit.
    changed_.wait_for(lock, gathering, [&] {
      return stopping_ || wanted_ > 0 || waiting_.size() >= gathered_limit;
    });
    const auto entries = std::exchange(waiting_, {});
    writing_ = true;
    lock.unlock();
    auto written = write(entries);
    lock.lock();
    writing_ = false;
    if (!written.ok()) failures_ = std::move(written).faults();
    changed_.notify_all();
  }
}

Result<> AccessHistory::write(const std::vector<Entry>& entries) {
  auto transaction = KENPO_TRY(database_->write());
  for (const auto& entry : entries) {
    Draft<access_entry_table> draft;
    draft.set("commitment", bytes_of(entry.commitment))
        .set("leaf", static_cast<std::int64_t>(entry.leaf));
    KENPO_TRY(insert<access_entry_table>(transaction, no_personal_data, draft));
  }
  return transaction.commit_without_personal_data();
}

Result<> AccessHistory::flush() {
  std::unique_lock lock(mutex_);
  ++wanted_;
  changed_.notify_all();
  changed_.wait(lock, [&] { return waiting_.empty() && !writing_; });
  --wanted_;
  if (!failures_.empty()) return std::exchange(failures_, {});
  return base::Done{};
}

Result<std::vector<std::uint64_t>> AccessHistory::leaves_of(base::PersonId person,
                                                            std::size_t limit) {
  KENPO_TRY(flush());
  const auto own = KENPO_TRY(commitment(person));
  const auto view = KENPO_TRY(database_->read());
  return list<access_entry_table>(
      view, no_personal_data, {"commitment = $1", "order by leaf desc limit $2"},
      {bytes_of(own), static_cast<std::int64_t>(limit)},
      [](const Record<access_entry_table>& record) { return record.get<std::uint64_t>("leaf"); });
}

Result<std::uint64_t> AccessHistory::indexed_up_to() {
  KENPO_TRY(flush());
  const auto view = KENPO_TRY(database_->read());
  const auto last = KENPO_TRY(find<access_entry_table>(
      view, no_personal_data, {"1 = 1", "order by row_id desc limit 1"}, {},
      [](const Record<access_entry_table>& record) { return record.get<std::uint64_t>("leaf"); }));
  return last ? *last + 1 : 0;
}

}  // namespace kenpo::store
