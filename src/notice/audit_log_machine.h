// The inside of the audit log. Callers put encoded leaves into the pending batch; the committing
// thread makes batches durable in the journal and wakes those who wait; the publishing thread
// brings durable leaves into tiles and signs checkpoints.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "notice/audit_log.h"
#include "notice/audit_log_journal.h"
#include "notice/tiles.h"

namespace kenpo::notice {

/// Leaves that wait for one sync together.
struct LogBatch {
  LogBatch() { bytes.resize(batch_head_bytes); }

  std::string bytes;
  std::vector<TreeHash> hashes;
  std::vector<LeafSubject> subjects;  // their leaf is a place in the batch until it is durable
  std::vector<std::pair<std::size_t, AuditLog::Appended>> callbacks;  // with the place in the batch
  std::uint32_t waiting = 0;  // threads that sleep on `done`
  std::uint64_t first_index = 0;
  std::optional<base::Fault> fault;
  std::atomic<std::uint32_t> done = 0;
};

class AuditLog::Machine {
 public:
  Machine(std::string directory, Signer signer, const AuditLogOptions& options);
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  base::Result<> open();
  base::Result<std::uint64_t> append(const Leaf& leaf, std::span<const Commitment> subjects);
  void append_async(const Leaf& leaf, std::span<const Commitment> subjects, Appended done);
  base::Result<Remembered> checkpoint();
  base::Result<PublicKey> rotate();
  AuditLogState state() const;
  base::Result<Proof> prove(std::uint64_t index) const;
  base::Result<> stop();

 private:
  using BatchPointer = std::shared_ptr<LogBatch>;
  struct Place {
    BatchPointer batch;  // nullptr when refused
    std::size_t at = 0;
    std::optional<base::Fault> fault;
  };

  /// A leaf on its way into a batch.
  struct Incoming {
    std::string_view line;
    std::span<const Commitment> subjects;
    Appended* done = nullptr;  // none: the caller waits
  };

  // audit_log_queue.cpp
  Place enqueue(const Incoming& leaf);
  Place put(BatchPointer& batch, const Incoming& leaf, const TreeHash& hash);
  std::optional<base::Fault> refusal() const;
  void end();
  bool must_wait(const LogBatch& batch) const;
  base::Result<std::uint64_t> wait_for(const Place& place);
  void run_committing();
  void gather(std::uint32_t expected) const;
  BatchPointer take_pending();
  void commit(LogBatch& batch);
  void tell_observer(LogBatch& batch);
  void answer(LogBatch& batch);

  // audit_log_open.cpp
  base::Result<> lock();
  base::Result<> read_checkpoint();
  base::Result<> compare_with_remembered() const;
  base::Result<> replay(const Recovered& recovered);
  base::Result<> replay_rotation(std::string_view line);

  // audit_log_publish.cpp; the publish mutex is held
  void run_publishing();
  base::Result<> publish();
  int bring_into_tiles();
  base::Result<> sign();
  base::Result<std::uint64_t> append_rotation(const Remembered& before);

  const std::string directory_;
  const AuditLogOptions options_;
  LogIo& io_;
  int lock_descriptor_ = -1;
  std::thread::id committing_thread_;
  std::thread committing_;
  std::thread publishing_;

  std::mutex control_mutex_;  // one of checkpoint, rotate, stop at a time
  bool stopped_ = true;

  mutable std::mutex queue_mutex_;
  std::condition_variable room_;  // for callers: there is room again
  std::condition_variable idle_;  // for a rotation: nothing is being committed
  BatchPointer pending_ = std::make_shared<LogBatch>();
  BatchPointer held_ = std::make_shared<LogBatch>();  // what comes while a rotation goes on
  bool rotating_ = false;
  bool stopping_ = false;
  bool is_committing_ = false;
  bool committing_sleeps_ = false;
  std::atomic<std::uint32_t> bell_ = 0;           // rung for the committing thread
  std::atomic<std::uint32_t> pending_count_ = 0;  // leaves in pending_

  Journal journal_;  // used by the committing thread
  std::atomic<std::uint64_t> durable_ = 0;
  std::atomic<bool> healthy_ = true;
  std::atomic<bool> ended_ = false;

  std::mutex unpublished_mutex_;
  std::condition_variable publish_now_;
  std::deque<BatchPointer> unpublished_;
  bool publishing_ends_ = false;

  std::mutex publish_mutex_;  // guards what stands below, up to the empty line
  Signer signer_;
  TileWriter tiles_;
  bool promotion_waits_ = false;  // a rotation is in the log whose key is not promoted yet

  std::atomic<std::uint64_t> published_ = 0;
  std::atomic<int> publish_error_ = 0;  // the errno of the last try
  mutable std::mutex state_mutex_;
  Remembered checkpoint_;  // its note is empty until the first one is signed
  std::size_t checkpoint_epoch_ = 0;
};

}  // namespace kenpo::notice
