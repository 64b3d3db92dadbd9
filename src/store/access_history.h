// Who used a person's data, and what for: from each person to the leaves of the audit log. The log
// is the truth; this index is made from it and can always be made again.
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
#include "notice/gate.h"
#include "store/database.h"
#include "store/keyring.h"

namespace kenpo::store {

/// One subject of one leaf. The commitment leads to nobody without the subject's salt.
inline constexpr Table access_entry_table{
    .name = "access_entry",
    .japanese = "利用履歴の索引",
    .clear = {{"commitment", Kind::blob}, {"leaf", Kind::integer}},
    .indexes = {{{"commitment", "leaf"}, Uniqueness::one}},
};

/// Subjects waiting to be indexed are at most so many; past it an answer waits for the index.
inline constexpr std::size_t access_backlog_limit = 4'000'000;

/// The index of one data directory: `access/facts.db` and the kept sets in `access/sets/`.
class AccessHistory final : public notice::Commitments {
 public:
  static base::Result<std::unique_ptr<AccessHistory>> open(const std::string& directory,
                                                           Keyring& keys,
                                                           const base::InsurerNumber& insurer);
  ~AccessHistory() override;

  base::Result<notice::Commitment> commitment(base::PersonId person) override;
  base::Result<> keep_salts() override;
  /// Writes `sets/<root>`: the sorted commitments, sixteen bytes each, durable before the leaf.
  base::Result<> keep_set(std::span<const notice::Commitment> sorted,
                          const notice::TreeHash& root) override;
  void appended(std::uint64_t leaf, std::span<const notice::Commitment> subjects) override;

  /// The commitments of a kept set; a set that is missing or does not give the root is a fault.
  base::Result<std::vector<notice::Commitment>> read_set(const notice::TreeHash& root) const;

  /// The leaves about the person, newest first, at most `limit`. Waits until all that was appended
  /// is indexed.
  base::Result<std::vector<std::uint64_t>> leaves_of(base::PersonId person, std::size_t limit);

  /// The first leaf that is not indexed yet: where making it again from the log begins.
  base::Result<std::uint64_t> indexed_up_to();

  /// Writes what waits; afterwards the index holds every leaf that was appended.
  base::Result<> flush();

 private:
  struct Entry {
    notice::Commitment commitment;
    std::uint64_t leaf;
  };
  AccessHistory(std::string directory, Keyring& keys, std::unique_ptr<Database> database);
  void work();
  base::Result<> write(const std::vector<Entry>& entries);

  std::string directory_;
  Keyring& keys_;
  std::unique_ptr<Database> database_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Entry> waiting_;
  std::size_t wanted_ = 0;  // callers of flush that wait
  bool writing_ = false;
  bool stopping_ = false;
  base::Faults failures_;  // of the background writer; told by the next flush
  std::thread worker_;
};

}  // namespace kenpo::store
