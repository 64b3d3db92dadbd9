// Repeated failures make the wait grow. Pure.
#pragma once

#include "base/clock.h"

namespace kenpo::account {

/// Failures without any wait: mistyping is human.
inline constexpr int free_failures_count = 4;
inline constexpr std::int64_t first_wait_milliseconds = 30'000;
/// The wait doubles with each failure up to this; an office must be able to open on the same day.
inline constexpr std::int64_t wait_limit_milliseconds = 3'600'000;

/// The moment before which no attempt is taken, after so many failures in a row.
base::Moment next_attempt_after(int failures_in_a_row, base::Moment last_failure);

}  // namespace kenpo::account
