#include "account/lockout.h"

#include <algorithm>

namespace kenpo::account {

base::Moment next_attempt_after(int failures_in_a_row, base::Moment last_failure) {
  if (failures_in_a_row <= free_failures_count) return {};
  constexpr int doublings_limit = 30;  // beyond it the wait has long reached its limit
  const int doublings = std::min(failures_in_a_row - free_failures_count - 1, doublings_limit);
  const auto wait = std::min(first_wait_milliseconds << doublings, wait_limit_milliseconds);
  return last_failure.plus_milliseconds(wait);
}

}  // namespace kenpo::account
