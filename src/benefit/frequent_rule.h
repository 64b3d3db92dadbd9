// From the fourth month on (多数回該当): Order art 42(1), proviso.
#pragma once

#include <span>

#include "base/date.h"
#include "base/result.h"
#include "benefit/treatment.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// Whether the lower limit holds for `treatment`: high-cost medical expense was paid in three or
/// more earlier months of the twelve that end with that month. `paid`: the months of treatment paid
/// so far to the household of this insured person by this society, in any order; months in which
/// people of 70 to 74 had a benefit of outpatient care alone are left out by the caller.
base::Result<law::Decision<Frequent>> frequent(base::Month treatment,
                                               std::span<const base::Month> paid);

}  // namespace kenpo::benefit
