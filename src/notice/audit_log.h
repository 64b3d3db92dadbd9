// The audit log: append-only, provable with public tools, and durable before anybody is answered.
// Format: docs/formats/audit_log.md. Why it is built so: docs/decisions/0002-audit-log.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "notice/audit_log_signer.h"
#include "notice/checkpoint.h"
#include "notice/leaf.h"

namespace kenpo::notice {

class LogIo;

/// A checkpoint that was kept outside the log's directory: in the database, on paper, by a witness.
struct Remembered {
  std::uint64_t size = 0;
  TreeHash root{};
  std::string note;  // the signed note itself
};

/// A subject of a durable leaf.
struct LeafSubject {
  Commitment subject{};
  std::uint64_t leaf = 0;

  friend auto operator<=>(const LeafSubject&, const LeafSubject&) = default;
};

/// Keeps an index beside the log. Told of every durable leaf in the log's order, before the leaf's
/// appender goes on; on the log's own thread, so it is short and does not append.
class LeafObserver {
 public:
  virtual ~LeafObserver() = default;
  /// The leaves from `first` up to, not including, `end`, and their subjects in the same order.
  virtual void durable(std::uint64_t first, std::uint64_t end,
                       std::span<const LeafSubject> subjects) = 0;
};

struct AuditLogOptions {
  /// A checkpoint is signed when this much time has passed since a leaf came …
  std::uint32_t checkpoint_milliseconds = 1000;
  /// … or this many leaves have come.
  std::uint32_t checkpoint_leaves = 16384;
  /// The last checkpoint that the caller remembers; the log must continue it.
  std::optional<Remembered> remembered;
  /// Size of a journal segment, written beforehand: at least 2 MiB.
  std::uint64_t journal_segment_bytes = std::uint64_t{8} << 20;
  /// How the log writes; nullptr = the file system.
  LogIo* io = nullptr;
  /// Outlives the log; nullptr = nobody keeps an index.
  LeafObserver* observer = nullptr;
};

struct AuditLogState {
  bool healthy = true;            // false: the last appends were refused, or the log is stopped
  bool ended = false;             // a sync failed: nothing is appended until the log is reopened
  std::uint64_t durable = 0;      // leaves that are on the disk
  std::uint64_t published = 0;    // leaves under the last signed checkpoint
  Remembered checkpoint;          // the last signed checkpoint, to be remembered elsewhere
};

/// One log, open in one process (the directory is locked). All functions may be called from any
/// thread.
class AuditLog {
 public:
  /// Opens or makes the log of the signer's origin. Mends what a crash leaves behind. Refuses a
  /// directory that was truncated, rolled back or forked against the remembered checkpoint, that is
  /// damaged, in use, or that cannot be written.
  static base::Result<std::unique_ptr<AuditLog>> open(const std::string& directory, Signer signer,
                                                      const AuditLogOptions& options = {});
  ~AuditLog();  // stops
  AuditLog(const AuditLog&) = delete;
  AuditLog& operator=(const AuditLog&) = delete;

  /// The leaf's index, once the leaf is on the disk. Refused when it cannot be: then nothing may be
  /// answered. (A refused leaf may still be found in the log after a crash; never the reverse.)
  /// `subjects` are the leaf's, for the observer.
  base::Result<std::uint64_t> append(const Leaf& leaf, std::span<const Commitment> subjects = {});

  /// The same without waiting: `done` is called once, on the log's own thread, and must be short.
  using Appended = std::move_only_function<void(base::Result<std::uint64_t>)>;
  void append_async(const Leaf& leaf, std::span<const Commitment> subjects, Appended done);

  /// Publishes all durable leaves and signs a checkpoint over them.
  base::Result<Remembered> checkpoint();

  /// Begins a new epoch: draws a key, has the old key certify it in a leaf, destroys the old key.
  base::Result<PublicKey> rotate();

  AuditLogState state() const;

  /// The RFC 6962 proof that the leaf is under the last checkpoint, for a person's own history.
  base::Result<Proof> prove(std::uint64_t index) const;

  /// Publishes, signs and closes. Later appends are refused.
  base::Result<> stop();

 private:
  class Machine;
  explicit AuditLog(std::unique_ptr<Machine> machine);
  std::unique_ptr<Machine> machine_;
};

}  // namespace kenpo::notice
