// From durable leaves to tiles and checkpoints.
#include <chrono>

#include "notice/audit_log_faults.h"
#include "notice/audit_log_io.h"
#include "notice/audit_log_machine.h"
#include "notice/audit_log_wait.h"
#include "notice/checkpoint_rotation.h"

namespace kenpo::notice {

namespace {
constexpr std::size_t full_files_at_once = 64;  // half a MiB of tiles and their bundles
}  // namespace

void AuditLog::Machine::run_publishing() {
  const std::chrono::milliseconds interval(options_.checkpoint_milliseconds);
  for (;;) {
    {
      std::unique_lock lock(unpublished_mutex_);
      publish_now_.wait_for(lock, interval, [this] {
        return publishing_ends_ || durable_ - published_ >= options_.checkpoint_leaves;
      });
      if (publishing_ends_) return;
    }
    bool failed = false;
    {
      const std::lock_guard lock(publish_mutex_);
      failed = !publish().ok();
    }
    {
      const std::lock_guard lock(queue_mutex_);  // nobody is between asking for room and waiting
    }
    room_.notify_all();
    if (!failed) continue;
    // A full disk is asked again at the next interval, not at once.
    std::unique_lock lock(unpublished_mutex_);
    publish_now_.wait_for(lock, interval, [this] { return publishing_ends_; });
  }
}

int AuditLog::Machine::bring_into_tiles() {
  std::deque<BatchPointer> batches;
  {
    const std::lock_guard lock(unpublished_mutex_);
    batches.swap(unpublished_);
  }
  int code = 0;
  for (const auto& batch : batches) {
    const auto entries = entries_of(std::string_view(batch->bytes).substr(batch_head_bytes));
    KENPO_REQUIRE(entries && entries->size() == batch->hashes.size());
    for (std::size_t at = 0; at < entries->size(); ++at) {
      tiles_.append((*entries)[at], batch->hashes[at]);
    }
    if (code == 0 && tiles_.waiting() >= full_files_at_once) code = tiles_.write_full();
  }
  return code;
}

base::Result<> AuditLog::Machine::publish() {
  // No checkpoint over tiles that may be lost, and no end of the journal that still has their
  // leaves: the next opening writes them anew.
  if (tiles_.sync_failed()) return sync_failed_fault();
  int code = bring_into_tiles();
  const bool unchanged =
      tiles_.size() == published_ && tiles_.waiting() == 0 && !checkpoint_.note.empty();
  if (unchanged) return base::Done{};
  if (code == 0) code = tiles_.write_all();
  publish_error_ = code;
  if (tiles_.sync_failed()) {
    end();
    return sync_failed_fault();
  }
  if (code != 0) return storage_fault(code);
  KENPO_TRY(sign());
  tiles_.remove_superseded();
  journal_.drop_below(tiles_.size());
  return base::Done{};
}

base::Result<> AuditLog::Machine::sign() {
  // The old key never signs over the leaf that ends its epoch.
  if (promotion_waits_) {
    KENPO_TRY(signer_.promote());
    promotion_waits_ = false;
  }
  const Checkpoint checkpoint{signer_.origin(), tiles_.size(), tiles_.root(), {}};
  const std::string note = signer_.sign(text_of(checkpoint));
  const int code = replace_file(io_, directory_, "checkpoint", note);
  publish_error_ = code;
  if (code != 0) return storage_fault(code);
  const std::lock_guard lock(state_mutex_);
  checkpoint_ = {checkpoint.size, checkpoint.root, note};
  published_ = checkpoint.size;
  return base::Done{};
}

base::Result<Remembered> AuditLog::Machine::checkpoint() {
  const std::lock_guard control(control_mutex_);
  if (stopped_) return closed_fault();
  const std::lock_guard lock(publish_mutex_);
  KENPO_TRY(publish());
  return state().checkpoint;
}

// The rotation's leaf comes directly after the tree that its note speaks of: whatever is appended
// meanwhile is held back.
base::Result<PublicKey> AuditLog::Machine::rotate() {
  const std::lock_guard control(control_mutex_);
  if (stopped_) return closed_fault();
  {
    std::unique_lock lock(queue_mutex_);
    rotating_ = true;
    idle_.wait(lock, [this] { return pending_->hashes.empty() && !is_committing_; });
  }
  const auto changed = [this]() -> base::Result<PublicKey> {
    const std::lock_guard lock(publish_mutex_);
    KENPO_TRY(publish());
    KENPO_TRY(append_rotation(state().checkpoint));
    promotion_waits_ = true;
    KENPO_TRY(publish());
    return signer_.public_key();
  }();
  bool ring = false;
  {
    const std::lock_guard lock(queue_mutex_);
    rotating_ = false;
    std::swap(pending_, held_);
    pending_count_ = static_cast<std::uint32_t>(pending_->hashes.size());
    ring = std::exchange(committing_sleeps_, false);
    bell_.fetch_add(1, std::memory_order_release);
  }
  if (ring) wake_all(bell_);
  return changed;
}

base::Result<std::uint64_t> AuditLog::Machine::append_rotation(const Remembered& before) {
  const auto next = KENPO_TRY(signer_.draw_next());
  const Checkpoint fixed{signer_.origin(), before.size, before.root, {}};
  const std::string line = rotation_line(signer_.sign(rotation_text(fixed, next)));
  Place place;
  {
    const std::lock_guard lock(queue_mutex_);
    place = put(pending_, {line, {}, nullptr}, leaf_hash(line));
    committing_sleeps_ = false;
    bell_.fetch_add(1, std::memory_order_release);
  }
  wake_all(bell_);
  const auto index = KENPO_TRY(wait_for(place));
  KENPO_REQUIRE(index == before.size);
  return index;
}

AuditLogState AuditLog::Machine::state() const {
  const std::lock_guard lock(state_mutex_);
  return {.healthy = healthy_ && !ended_,
          .ended = ended_,
          .durable = durable_,
          .published = published_,
          .checkpoint = checkpoint_};
}

base::Result<Proof> AuditLog::Machine::prove(std::uint64_t index) const {
  const auto under = state().checkpoint.size;
  if (index >= under) return not_in_log_fault(index);
  const TileReader reader(directory_, under);
  auto proof = inclusion_proof(reader, index, under);
  if (!proof) return damaged_fault("tile");
  return std::move(*proof);
}

base::Result<> AuditLog::Machine::stop() {
  const std::lock_guard control(control_mutex_);
  if (std::exchange(stopped_, true)) return base::Done{};
  {
    const std::lock_guard lock(queue_mutex_);
    stopping_ = true;
    committing_sleeps_ = false;
    bell_.fetch_add(1, std::memory_order_release);
  }
  wake_all(bell_);
  room_.notify_all();
  committing_.join();
  healthy_ = false;
  {
    const std::lock_guard lock(unpublished_mutex_);
    publishing_ends_ = true;
  }
  publish_now_.notify_all();
  publishing_.join();
  const std::lock_guard lock(publish_mutex_);
  KENPO_TRY(publish());
  // Everything is in tiles now; the journal is no part of the published log.
  if (const int code = journal_.remove_all(); code != 0) return storage_fault(code);
  return base::Done{};
}

}  // namespace kenpo::notice
