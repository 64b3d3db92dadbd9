#include "store/access_history.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <utility>

namespace kenpo::store {

using base::Result;
using notice::Commitment;
using notice::LeafSubject;

namespace {

/// After a write that failed, the next try comes so much later.
constexpr std::chrono::seconds retry{1};

base::Fault folder_fault() {
  return {.what = {"利用履歴のフォルダを使えません。", "The folder of the access history fails."},
          .why = {"記録できないときは、何も表示しません。", "Nothing is shown without its record."},
          .mend = {"ディスクの空きと権限を確かめてください。", "Check disk space and permissions."},
          .place = {}};
}

/// The ranges of the files in the folder, in the order of the log; leftovers are removed.
std::vector<LeafRange> ranges_in(const std::string& directory) {
  std::vector<LeafRange> ranges;
  std::error_code error;
  std::filesystem::directory_iterator folder(directory, error);
  for (; !error && folder != std::filesystem::directory_iterator(); folder.increment(error)) {
    const auto& path = folder->path();
    if (const auto range = AccessRun::range_of_name(path.filename().string())) {
      ranges.push_back(*range);
    } else {
      std::remove(path.c_str());
    }
  }
  // A merged file stands before the parts that a crash left beside it.
  std::ranges::sort(ranges, [](const LeafRange& left, const LeafRange& right) {
    return left.first != right.first ? left.first < right.first : left.end > right.end;
  });
  return ranges;
}

/// The files that follow one another from the first leaf on.
std::vector<std::shared_ptr<const AccessRun>> runs_in(const std::string& directory) {
  std::vector<std::shared_ptr<const AccessRun>> runs;
  std::uint64_t next = 0;
  for (const auto& range : ranges_in(directory)) {
    auto run = range.first == next ? AccessRun::open(directory, range)
                                   : base::Result<std::shared_ptr<const AccessRun>>(folder_fault());
    if (run.ok()) {
      next = range.end;
      runs.push_back(std::move(run).value());
    } else {
      std::remove(AccessRun::path_of(directory, range).c_str());
    }
  }
  return runs;
}

void find_in(const std::vector<LeafSubject>& subjects, const Commitment& own,
             std::vector<std::uint64_t>& leaves) {
  for (const auto& subject : subjects) {
    if (subject.subject == own) leaves.push_back(subject.leaf);
  }
}

}  // namespace

Result<std::unique_ptr<AccessHistory>> AccessHistory::open(const std::string& directory,
                                                           Keyring& keys) {
  const auto own = directory + "/access";
  for (const auto& path : {own, own + "/sets", own + "/runs"}) {
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return folder_fault();
  }
  return std::unique_ptr<AccessHistory>(new AccessHistory(own, keys, runs_in(own + "/runs")));
}

AccessHistory::AccessHistory(std::string directory, Keyring& keys, std::vector<Run> runs)
    : directory_(std::move(directory)), keys_(keys), runs_(std::move(runs)) {
  const std::uint64_t next = runs_.empty() ? 0 : runs_.back()->range().end;
  fresh_.range = storing_.range = {next, next};
  worker_ = std::thread([this] { work(); });
}

AccessHistory::~AccessHistory() {
  static_cast<void>(flush());  // what does not reach the disk is made again from the log
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  worker_.join();
}

void AccessHistory::durable(std::uint64_t first, std::uint64_t end,
                            std::span<const LeafSubject> subjects) {
  std::unique_lock lock(mutex_);
  if (first != fresh_.range.end) return;
  fresh_.subjects.insert(fresh_.subjects.end(), subjects.begin(), subjects.end());
  fresh_.range.end = end;
  if (fresh_.subjects.size() < access_fresh_limit) return;
  changed_.wait(lock, [this] {
    return storing_.range.first == storing_.range.end ||
           fresh_.subjects.size() < access_backlog_limit || stopping_;
  });
  hand_over();
}

void AccessHistory::hand_over() {
  const bool busy = storing_.range.first != storing_.range.end;
  if (busy || fresh_.range.first == fresh_.range.end) return;
  storing_ = std::exchange(fresh_, Batch{{fresh_.range.end, fresh_.range.end}, {}});
  changed_.notify_all();
}

void AccessHistory::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || storing_.range.first != storing_.range.end; });
    if (storing_.range.first == storing_.range.end) return;
    lock.unlock();
    auto stored = store(storing_);
    lock.lock();
    failures_ = stored.ok() ? base::Faults{} : std::move(stored).faults();
    changed_.notify_all();
    if (failures_.empty()) continue;
    if (stopping_) return;
    changed_.wait_for(lock, retry, [this] { return stopping_; });
  }
}

Result<> AccessHistory::store(Batch& batch) {
  auto sorted = batch.subjects;  // the batch itself is being read
  std::ranges::sort(sorted);
  auto run = KENPO_TRY(AccessRun::write(directory_ + "/runs", batch.range, sorted));
  {
    const std::lock_guard lock(mutex_);
    runs_.push_back(std::move(run));
    batch = {{batch.range.end, batch.range.end}, {}};
  }
  return merge_last();
}

// The files from the first of the last ones that are no larger than the last, when they are many.
std::size_t AccessHistory::mergeable(const std::vector<Run>& runs) const {
  std::size_t count = 0;
  std::size_t entries = 0;
  for (auto run = runs.rbegin(); run != runs.rend(); ++run, ++count) {
    const std::size_t grown = std::max(runs.back()->entries() * 2, access_fresh_limit / 64);
    const bool fits = (*run)->entries() <= std::max(grown, entries);
    if (!fits || entries + (*run)->entries() > access_merged_limit) break;
    entries += (*run)->entries();
  }
  return count >= access_merge_count ? count : 0;
}

Result<> AccessHistory::merge_last() {
  std::vector<Run> runs;
  {
    const std::lock_guard lock(mutex_);
    runs = runs_;
  }
  const auto count = mergeable(runs);
  if (count == 0) return base::Done{};
  const std::vector<Run> last(runs.end() - static_cast<std::ptrdiff_t>(count), runs.end());
  auto merged = KENPO_TRY(AccessRun::merge(directory_ + "/runs", last));
  runs.resize(runs.size() - count);
  runs.push_back(std::move(merged));
  {
    const std::lock_guard lock(mutex_);
    runs_ = std::move(runs);
  }
  for (const auto& run : last) std::remove(run->path().c_str());
  return base::Done{};
}

Result<> AccessHistory::flush() {
  std::unique_lock lock(mutex_);
  const auto target = fresh_.range.end;
  const auto reached = [&] {
    hand_over();
    return !failures_.empty() || (!runs_.empty() ? runs_.back()->range().end : 0) >= target;
  };
  failures_ = {};
  changed_.wait(lock, reached);
  if (!failures_.empty()) return failures_;
  return base::Done{};
}

Result<std::vector<std::uint64_t>> AccessHistory::leaves_of(base::PersonId person,
                                                            std::size_t limit) {
  const auto own = KENPO_TRY(commitment(person));
  std::vector<std::uint64_t> leaves;
  std::vector<Run> runs;
  {
    const std::lock_guard lock(mutex_);
    find_in(fresh_.subjects, own, leaves);
    find_in(storing_.subjects, own, leaves);
    runs = runs_;
  }
  for (const auto& run : runs) run->leaves_of(own, leaves);
  std::ranges::sort(leaves, std::greater<>{});
  if (leaves.size() > limit) leaves.resize(limit);
  return leaves;
}

std::uint64_t AccessHistory::indexed_up_to() const {
  const std::lock_guard lock(mutex_);
  return fresh_.range.end;
}

Result<> AccessHistory::forget() {
  KENPO_TRY(flush());
  const std::lock_guard lock(mutex_);
  for (const auto& run : runs_) std::remove(run->path().c_str());
  runs_.clear();
  fresh_ = storing_ = {};
  return base::Done{};
}

}  // namespace kenpo::store
