// Who used a person's data, and what for: from each person to the leaves of the audit log. The log
// is the truth; this index is made from it and can always be made again. Why it is built so:
// docs/decisions/0007-access-history.md.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "notice/audit_log.h"
#include "notice/gate.h"
#include "store/access_run.h"
#include "store/keyring.h"

namespace kenpo::store {

/// Subjects kept in memory before they become a file: 6 MB, searched in a millisecond.
inline constexpr std::size_t access_fresh_limit = std::size_t{1} << 18U;
/// With more than so many waiting for the disk the log waits, too: 100 MB.
inline constexpr std::size_t access_backlog_limit = std::size_t{1} << 22U;
/// Files are merged up to so many subjects each (100 MB); larger ones stay beside each other.
inline constexpr std::size_t access_merged_limit = std::size_t{1} << 22U;
/// So many neighbours of about one size become one file.
inline constexpr std::size_t access_merge_count = 4;

/// The index of one data directory: sorted files in `access/runs/`, and the kept sets in
/// `access/sets/`. The log tells it of every leaf. All functions may be called from any thread.
class AccessHistory final : public notice::Commitments, public notice::LeafObserver {
 public:
  /// Files that are damaged, or that do not follow the ones before, are removed: catching up with
  /// the log makes them again.
  static base::Result<std::unique_ptr<AccessHistory>> open(const std::string& directory,
                                                           Keyring& keys);
  ~AccessHistory() override;

  base::Result<notice::Commitment> commitment(base::PersonId person) override;
  base::Result<> keep_salts() override;
  /// Writes `sets/<root>`: the sorted commitments, sixteen bytes each, durable before the leaf.
  base::Result<> keep_set(std::span<const notice::Commitment> sorted,
                          const notice::TreeHash& root) override;

  /// Leaves that do not follow what the index holds are left out until it has caught up.
  void durable(std::uint64_t first, std::uint64_t end,
               std::span<const notice::LeafSubject> subjects) override;

  /// The commitments of a kept set; a set that is missing or does not give the root is a fault.
  base::Result<std::vector<notice::Commitment>> read_set(const notice::TreeHash& root) const;

  /// The leaves about the person, newest first, at most `limit`.
  base::Result<std::vector<std::uint64_t>> leaves_of(base::PersonId person, std::size_t limit);

  /// The first leaf that is not indexed yet: where catching up with the log begins.
  std::uint64_t indexed_up_to() const;
  /// Forgets everything: the index knows leaves that the log does not have.
  base::Result<> forget();
  /// Brings what is in memory into files. Refused when the disk does not take it.
  base::Result<> flush();

 private:
  using Run = std::shared_ptr<const AccessRun>;
  struct Batch {
    LeafRange range;
    std::vector<notice::LeafSubject> subjects;
  };
  AccessHistory(std::string directory, Keyring& keys, std::vector<Run> runs);
  void work();
  /// The batch as a file, then files merged. Without the lock.
  base::Result<> store(Batch& batch);
  base::Result<> merge_last();
  std::size_t mergeable(const std::vector<Run>& runs) const;
  void hand_over();  // with the lock: fresh_ to the worker

  const std::string directory_;
  Keyring& keys_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Run> runs_;  // one follows the other
  Batch storing_;          // what the worker writes; empty range: nothing
  Batch fresh_;            // what came last
  base::Faults failures_;  // of the worker's last try
  bool stopping_ = false;
  std::thread worker_;
};

}  // namespace kenpo::store
