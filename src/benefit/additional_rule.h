// Additional benefit of a society on a patient's burden (付加給付): Health Insurance Act art 53.
// The amounts are the society's own (規約) and no figures of law.
#pragma once

#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// What the society's rules say.
struct AdditionalTerms {
  base::Yen threshold;  // stays with the member
  base::Yen unit{1};    // the amount is cut to it; 1 yen or more
  base::Yen minimum;    // less than this is not paid
  int percent = 100;    // of what is above the threshold, 1 to 100
};

/// The society's part of burden less high-cost benefit less threshold, cut to the unit, nothing
/// under the minimum.
law::Decision<base::Yen> additional_benefit(base::Yen burden, base::Yen high_cost_benefit,
                                            const AdditionalTerms& terms);

}  // namespace kenpo::benefit
