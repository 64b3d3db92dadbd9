// Work of the open desk that comes round again: due at the start, and then once a period.
#pragma once

#include <cstdint>
#include <optional>

namespace kenpo::app {

class Recurring {
 public:
  explicit Recurring(std::int64_t period_milliseconds) : period_(period_milliseconds) {}

  /// Whether it is due at the time of a clock that never goes back, wherever that clock began to
  /// count: Linux counts from the machine's own start. Counts as done when it says yes.
  bool is_due(std::int64_t now_milliseconds) {
    if (last_ && now_milliseconds - *last_ < period_) return false;
    last_ = now_milliseconds;
    return true;
  }

 private:
  std::int64_t period_;
  std::optional<std::int64_t> last_;
};

}  // namespace kenpo::app
