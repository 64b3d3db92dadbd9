// Which uses of the program are signs that law or rules may have been broken.
#pragma once

#include <vector>

#include "safeguard/sign.h"

namespace kenpo::safeguard {

/// 公表事項2「法や組合規程に違反している事実又は兆候」(O-4). The signs that this use makes. Counted
/// signs are told when their threshold is reached and are counted anew from there, so that what
/// goes on is told again.
std::vector<Sign> signs_of(const WatchedUse& use, const SignThresholds& thresholds,
                           SignCounters& counters);

/// 0 to 23, in Japan.
std::int64_t hour_of(base::Moment at);

}  // namespace kenpo::safeguard
