// Days on which somebody between 40 and 64 is no second-class insured person of the care insurance
// (介護保険の適用除外: abroad, in an excluded institution), as notified (健康保険法施行規則40条).
#pragma once

#include <optional>

#include "base/date.h"
#include "base/id.h"

namespace kenpo::premium {

struct CareExclusion {
  base::Date from = {};                  // the first day outside
  std::optional<base::Date> until = {};  // the last day outside; none = still
  friend bool operator==(const CareExclusion&, const CareExclusion&) = default;
};

using CareExclusionId = base::Id<struct CareExclusionKind>;

/// A decided time outside the care insurance.
struct CareExclusionFact {
  CareExclusionId id = CareExclusionId::draw();
  base::PersonId person;
  CareExclusion days = {};
  friend bool operator==(const CareExclusionFact&, const CareExclusionFact&) = default;
};

}  // namespace kenpo::premium
