// Opening: what a crash left is mended, what somebody changed is named.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "notice/audit_log_faults.h"
#include "notice/audit_log_io.h"
#include "notice/audit_log_machine.h"
#include "notice/checkpoint_rotation.h"

namespace kenpo::notice {

AuditLog::Machine::Machine(std::string directory, Signer signer, const AuditLogOptions& options)
    : directory_(std::move(directory)),
      options_(options),
      io_(options.io != nullptr ? *options.io : real_io()),
      journal_(directory_, options.journal_segment_bytes, io_),
      signer_(std::move(signer)),
      tiles_(directory_, io_) {}

AuditLog::Machine::~Machine() {
  static_cast<void>(stop());
  if (lock_descriptor_ >= 0) ::close(lock_descriptor_);
}

base::Result<> AuditLog::Machine::open() {
  KENPO_TRY(lock());
  KENPO_TRY(read_checkpoint());
  KENPO_TRY(compare_with_remembered());
  KENPO_TRY(tiles_.load(checkpoint_.size, checkpoint_.root));
  const auto recovered = KENPO_TRY(recover_journal(directory_, checkpoint_.size));
  KENPO_TRY(replay(recovered));
  if (!tiles_.clear_beyond(checkpoint_.size)) return beyond_fault(tiles_.size());
  // All that the journal holds goes into tiles before anything new comes: after a failed sync the
  // journal's bytes may be readable and yet not on the disk.
  durable_ = tiles_.size();
  {
    const std::lock_guard lock(publish_mutex_);
    KENPO_TRY(publish());
  }
  if (const int code = journal_.remove_all(); code != 0) return storage_fault(code);
  journal_.start(recovered.last_segment, tiles_.size(), tiles_.root());
  stopped_ = false;
  committing_ = std::thread([this] { run_committing(); });
  {
    const std::lock_guard lock(queue_mutex_);
    committing_thread_ = committing_.get_id();
  }
  publishing_ = std::thread([this] { run_publishing(); });
  return base::Done{};
}

base::Result<> AuditLog::Machine::lock() {
  if (!exists(directory_)) {
    int code = io_.make_directory(directory_);
    const auto slash = directory_.rfind('/');
    const auto parent = slash == std::string::npos ? "." : directory_.substr(0, slash + 1);
    if (code == 0) code = io_.sync_directory(parent);
    if (code != 0) return storage_fault(code);
  }
  lock_descriptor_ = ::open(directory_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_descriptor_ < 0) return storage_fault(errno);
  if (::flock(lock_descriptor_, LOCK_EX | LOCK_NB) != 0) return in_use_fault();
  return base::Done{};
}

base::Result<> AuditLog::Machine::read_checkpoint() {
  checkpoint_.root = empty_root();
  const std::string path = directory_ + "/checkpoint";
  if (!exists(path)) {
    if (options_.remembered && options_.remembered->size > 0) {
      return rolled_back_fault(0, options_.remembered->size);
    }
    // The first checkpoint is written before any other file.
    if (exists(directory_ + "/tile") || exists(directory_ + "/journal")) return checkpoint_fault();
    return base::Done{};
  }
  const auto note = read_file(path, checkpoint_bytes_limit);
  if (!note) return checkpoint_fault();
  const auto& keys = signer_.public_keys();
  for (std::size_t epoch = 0; epoch < keys.size(); ++epoch) {
    const auto checkpoint = open_checkpoint(*note, {keys[epoch]});
    if (!checkpoint || !checkpoint->extension.empty()) continue;
    checkpoint_ = {checkpoint->size, checkpoint->root, *note};
    checkpoint_epoch_ = epoch;
    published_ = checkpoint->size;
    return base::Done{};
  }
  return checkpoint_fault();
}

base::Result<> AuditLog::Machine::compare_with_remembered() const {
  if (!options_.remembered || options_.remembered->size == 0) return base::Done{};
  const Remembered& kept = *options_.remembered;
  // A checkpoint is durable before anybody can remember it.
  if (kept.size > checkpoint_.size) return rolled_back_fault(checkpoint_.size, kept.size);
  if (kept.size == checkpoint_.size) {
    if (kept.root != checkpoint_.root) return forked_fault(kept.size);
    return base::Done{};
  }
  const TileReader reader(directory_, checkpoint_.size);
  const auto now = root_at(reader, checkpoint_.size);
  const auto then = root_at(reader, kept.size);
  if (!now || !then) return damaged_fault("tile");
  if (*now != checkpoint_.root) return damaged_fault("tile");
  if (*then != kept.root) return forked_fault(kept.size);
  return base::Done{};
}

base::Result<> AuditLog::Machine::replay(const Recovered& recovered) {
  for (const auto& entry : recovered.entries) {
    if (is_rotation(entry)) KENPO_TRY(replay_rotation(entry));
    tiles_.append(entry, leaf_hash(entry));
  }
  // The newest checkpoint is of the newest key, unless the journal holds the change of the key.
  const bool newest =
      checkpoint_.note.empty() || checkpoint_epoch_ + 1 == signer_.public_keys().size();
  if (!newest) return checkpoint_fault();
  return base::Done{};
}

// A rotation that was logged but perhaps not finished.
base::Result<> AuditLog::Machine::replay_rotation(std::string_view line) {
  const auto& keys = signer_.public_keys();
  if (checkpoint_epoch_ >= keys.size()) return keys_fault();
  const auto rotation = open_rotation(line, keys[checkpoint_epoch_]);
  const bool fits = rotation && rotation->before.size == tiles_.size() &&
                    rotation->before.root == tiles_.root();
  if (!fits) return damaged_fault("journal");
  if (signer_.next() == rotation->next) KENPO_TRY(signer_.promote());
  if (signer_.public_key() != rotation->next) return keys_fault();
  ++checkpoint_epoch_;
  return base::Done{};
}

}  // namespace kenpo::notice
