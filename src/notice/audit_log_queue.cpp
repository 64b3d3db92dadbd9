// From a caller's leaf to the disk: group commit.
#include <sched.h>

#include <chrono>

#include "notice/audit_log_faults.h"
#include "notice/audit_log_machine.h"
#include "notice/audit_log_wait.h"

namespace kenpo::notice {

namespace {

// Callers that were woken together come back together; the committing thread waits this long for as
// many as came last time. A third of a sync on a fast disk.
constexpr auto gather_window = std::chrono::microseconds(50);
// With more callers than this, enough of them come during a sync anyway.
constexpr std::uint32_t gather_limit = 8;

// Durable leaves that are not in tiles yet stay in memory: at 400 bytes each, some 100 MB.
constexpr std::uint64_t backlog_limit = 1 << 18;

}  // namespace

base::Result<std::uint64_t> AuditLog::Machine::append(const Leaf& leaf,
                                                      std::span<const Commitment> subjects) {
  thread_local std::string line;
  line.clear();
  encode(leaf, line);
  return wait_for(enqueue({line, subjects, nullptr}));
}

void AuditLog::Machine::append_async(const Leaf& leaf, std::span<const Commitment> subjects,
                                     Appended done) {
  thread_local std::string line;
  line.clear();
  encode(leaf, line);
  const Place place = enqueue({line, subjects, &done});
  if (place.batch == nullptr) done(*place.fault);
}

bool AuditLog::Machine::must_wait(const LogBatch& batch) const {
  // A callback on the committing thread must not wait for that thread.
  if (std::this_thread::get_id() == committing_thread_) return false;
  return batch.bytes.size() >= batch_bytes_limit - batch_head_bytes - entry_bytes_limit - 2 ||
         durable_ - published_ > backlog_limit;
}

std::optional<base::Fault> AuditLog::Machine::refusal() const {
  if (stopping_) return closed_fault();
  if (ended_) return sync_failed_fault();
  if (publish_error_ != 0 && durable_ - published_ > backlog_limit) {
    return storage_fault(publish_error_);
  }
  return std::nullopt;
}

AuditLog::Machine::Place AuditLog::Machine::enqueue(const Incoming& leaf) {
  const TreeHash hash = leaf_hash(leaf.line);
  std::unique_lock lock(queue_mutex_);
  auto refused = refusal();
  while (!refused && must_wait(rotating_ ? *held_ : *pending_)) {
    room_.wait(lock);
    refused = refusal();
  }
  if (refused) return {nullptr, 0, std::move(refused)};
  Place place = put(rotating_ ? held_ : pending_, leaf, hash);
  const bool ring = committing_sleeps_ && !rotating_;
  if (ring) {
    committing_sleeps_ = false;
    bell_.fetch_add(1, std::memory_order_release);
  }
  lock.unlock();
  if (ring) wake_all(bell_);
  return place;
}

AuditLog::Machine::Place AuditLog::Machine::put(BatchPointer& batch, const Incoming& leaf,
                                                const TreeHash& hash) {
  const std::size_t at = batch->hashes.size();
  frame(batch->bytes, leaf.line);
  batch->hashes.push_back(hash);
  for (const Commitment& subject : leaf.subjects) batch->subjects.push_back({subject, at});
  if (leaf.done != nullptr) {
    batch->callbacks.emplace_back(at, std::move(*leaf.done));
  } else {
    ++batch->waiting;
  }
  if (batch == pending_) {
    pending_count_.store(static_cast<std::uint32_t>(at + 1), std::memory_order_release);
  }
  return {batch, at, std::nullopt};
}

base::Result<std::uint64_t> AuditLog::Machine::wait_for(const Place& place) {
  if (place.batch == nullptr) return *place.fault;
  wait_while(place.batch->done, 0);
  if (place.batch->fault) return *place.batch->fault;
  return place.batch->first_index + place.at;
}

// Gives the processor to the callers that were just woken, until as many have come as are expected.
void AuditLog::Machine::gather(std::uint32_t expected) const {
  if (expected > gather_limit) return;
  const auto end = std::chrono::steady_clock::now() + gather_window;
  while (pending_count_.load(std::memory_order_acquire) < expected &&
         std::chrono::steady_clock::now() < end) {
    ::sched_yield();
  }
}

// The pending batch, or nullptr at the end.
AuditLog::Machine::BatchPointer AuditLog::Machine::take_pending() {
  std::unique_lock lock(queue_mutex_);
  while (pending_->hashes.empty()) {
    if (stopping_) return nullptr;
    committing_sleeps_ = true;
    const auto before = bell_.load(std::memory_order_acquire);
    lock.unlock();
    wait_while(bell_, before);
    lock.lock();
  }
  BatchPointer batch = std::make_shared<LogBatch>();
  batch->bytes.reserve(pending_->bytes.size() + entry_bytes_limit);
  batch->hashes.reserve(pending_->hashes.size() + 1);
  std::swap(batch, pending_);
  pending_count_.store(0, std::memory_order_release);
  is_committing_ = true;
  lock.unlock();
  room_.notify_all();
  return batch;
}

void AuditLog::Machine::run_committing() {
  while (const BatchPointer batch = take_pending()) {
    commit(*batch);
    if (!batch->fault) {
      tell_observer(*batch);
      const std::lock_guard lock(unpublished_mutex_);
      unpublished_.push_back(batch);
    }
    if (durable_ - published_ >= options_.checkpoint_leaves) publish_now_.notify_one();
    const auto arrived = pending_count_.load(std::memory_order_acquire);
    const auto waited = static_cast<std::uint32_t>(batch->hashes.size());
    answer(*batch);
    {
      const std::lock_guard lock(queue_mutex_);
      is_committing_ = false;
      if (rotating_) idle_.notify_all();
    }
    gather(arrived + waited);
  }
}

void AuditLog::Machine::tell_observer(LogBatch& batch) {
  if (options_.observer == nullptr) return;
  for (auto& subject : batch.subjects) subject.leaf += batch.first_index;
  options_.observer->durable(batch.first_index, batch.first_index + batch.hashes.size(),
                             batch.subjects);
  batch.subjects = {};
}

void AuditLog::Machine::answer(LogBatch& batch) {
  batch.done.store(1, std::memory_order_release);
  if (batch.waiting != 0) wake_all(batch.done);
  for (auto& [at, done] : batch.callbacks) {
    if (batch.fault) {
      done(*batch.fault);
    } else {
      done(batch.first_index + at);
    }
  }
  batch.callbacks.clear();
}

void AuditLog::Machine::commit(LogBatch& batch) {
  batch.first_index = durable_;
  const int code = journal_.write(batch.bytes, batch.hashes);
  healthy_ = code == 0;
  if (code == 0) {
    durable_ += batch.hashes.size();
  } else if (journal_.sync_failed()) {
    end();
    batch.fault = sync_failed_fault();
  } else {
    batch.fault = storage_fault(code);
  }
}

// After a failed sync nobody knows what is on the disk, and the system may call the next one a
// success. The log answers nobody any more; the program is to end and to open it again.
void AuditLog::Machine::end() { ended_ = true; }

}  // namespace kenpo::notice
