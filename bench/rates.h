// The rates of the measured society.
#pragma once

#include <vector>

#include "base/date.h"
#include "premium/society_rate.h"

namespace kenpo::bench {

/// 45.6 + 32.8 + 1.3, care 18, child 2.3 of a thousand; half each. All from the month on, the
/// child's not before it is levied.
std::vector<premium::SocietyRate> society_rates(base::Month from);

}  // namespace kenpo::bench
