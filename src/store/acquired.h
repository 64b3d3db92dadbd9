// Data that a row of the notice does not reach because it was acquired before the row was published
// (個人情報保護法17条2項・18条1項, privacy property 8).
//
// When a row was acquired: `decided_at` of a timed table, the column that the table declares as
// `acquired`, or not known. Not known counts as acquired too early: no row, no access.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "notice/in_force.h"
#include "store/seal.h"
#include "store/table.h"

namespace kenpo::store {

/// Who consented to the use of their older data, and under which pairs (18条1項): for those people
/// the gap of the pair is none. A value: a reading keeps the one it began with.
class ConsentTable {
 public:
  void add(const base::PersonId& person, notice::PairMask pairs) { pairs_[person] |= pairs; }
  bool given(const base::PersonId& person, notice::PairMask pair) const {
    const auto at = pairs_.find(person);
    return at != pairs_.end() && (at->second & pair) != 0;
  }
  bool empty() const { return pairs_.empty(); }

 private:
  std::unordered_map<base::PersonId, notice::PairMask> pairs_;
};

/// The gaps that hold now. Changed when the notice changes; asked at the beginning of each reading.
class AcquisitionGaps {
 public:
  void set(std::span<const notice::AcquisitionGap> gaps);
  /// nullptr while every row reaches all data: one atomic read without a lock.
  std::shared_ptr<const std::vector<notice::AcquisitionGap>> now() const;

  /// The consents that stand; changed with each consent and each withdrawal of one.
  void set_consents(ConsentTable consents);
  /// nullptr while nobody consented.
  std::shared_ptr<const ConsentTable> consents() const;

 private:
  std::atomic<bool> any_{false};
  std::atomic<std::shared_ptr<const std::vector<notice::AcquisitionGap>>> gaps_;
  std::atomic<std::shared_ptr<const ConsentTable>> consents_;
};

/// When the row was acquired; nullopt when its table does not say.
std::optional<base::Moment> acquired_at(const Table& table, const detail::RawRecord& record);

/// Whether the pair may not reach the row. `consents`: nullptr when nobody consented.
bool is_out_of_reach(std::span<const notice::AcquisitionGap> gaps, const ConsentTable* consents,
                     notice::PairMask pair, const Table& table, const detail::RawRecord& record);

/// The fault in place of rows that were all acquired too early.
base::Fault acquired_before_fault();

}  // namespace kenpo::store
