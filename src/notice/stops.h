// Uses that people had stopped: person × purpose (個人情報保護法35条, privacy property 22). The
// gate asks here for every row about a person; with no stop in the society it asks nothing.
#pragma once

#include <atomic>
#include <memory>
#include <span>
#include <unordered_map>

#include "base/id.h"
#include "base/result.h"
#include "notice/published.h"

namespace kenpo::notice {

/// One purpose that may no longer be served with one person's data.
struct Stop {
  base::PersonId person;
  Purpose purpose;
};

/// The pairs of the notice with this purpose.
PairMask pairs_of(Purpose purpose);

/// People and the pairs stopped for them. A value: a run keeps the one it began with.
class StopTable {
 public:
  explicit StopTable(std::span<const Stop> stops);
  bool stopped(const base::PersonId& person, PairMask pair) const;
  bool empty() const { return pairs_.empty(); }
  /// What was stopped for either of the two is stopped for both.
  void join(const base::PersonId& one, const base::PersonId& other);

 private:
  std::unordered_map<base::PersonId, PairMask> pairs_;
};

/// The stops that hold now. Changed rarely, asked at the beginning of each run; a run that begins
/// after `set` returned sees the new stops.
class Stops {
 public:
  void set(std::span<const Stop> stops);
  /// Two people were decided to be one (名寄せ): from the next run on a stop of one holds for both.
  void join(const base::PersonId& one, const base::PersonId& other);
  /// nullptr while nobody has stopped anything: one atomic read without a lock.
  std::shared_ptr<const StopTable> now() const;

 private:
  std::atomic<bool> any_{false};
  std::atomic<std::shared_ptr<const StopTable>> table_;
};

/// The fault in place of what the person had stopped.
base::Fault stopped_fault();

}  // namespace kenpo::notice
