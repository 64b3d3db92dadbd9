// The decision that two people of the ledger are one (名寄せ), and its reversal.
#pragma once

#include <optional>

#include "base/clock.h"
#include "base/id.h"

namespace kenpo::eligibility {

using MergeId = base::Id<struct MergeKind>;

/// A decision stands from `decided_at` until it is reversed. The ledgers of both stay as they are;
/// while it stands, whoever asks for one of them is shown both.
struct PersonMerge {
  MergeId id = MergeId::draw();
  base::PersonId kept;    // under whose name both are shown
  base::PersonId merged;  // whose ledger is shown under the other's
  base::Moment decided_at = {};
  std::optional<base::StaffId> decided_by = {};
  std::optional<base::Moment> reversed_at = {};
  std::optional<base::StaffId> reversed_by = {};

  friend bool operator==(const PersonMerge&, const PersonMerge&) = default;
};

}  // namespace kenpo::eligibility
