// Wall clock, processor time, memory and percentiles, and how a line of figures is printed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kenpo::bench {

/// What a piece of work took.
struct Taken {
  double wall_seconds = 0;
  double processor_seconds = 0;  // of all threads of this process, user and system
};
Taken measure(const std::function<void()>& work);

/// Seconds on a clock that only goes forward.
double now_seconds();
/// Processor seconds of this process so far, user and system.
double processor_seconds();
/// The most memory that this process has held so far.
double peak_megabytes();
/// The one-minute load of the machine.
double load();

/// The value that `share` (0 to 1) of the samples do not exceed. At least one sample.
double percentile(std::vector<double> samples, double share);

/// One aligned line: what was measured, the figure with its unit, and a remark.
void print(std::string_view what, double figure, std::string_view unit,
           std::string_view remark = {});
/// A heading with the load of the machine beside it.
void heading(std::string_view title);

/// Ends the program with the fault's words: a benchmark that fails has no figure.
[[noreturn]] void stop(const base::Faults& faults);
template <typename Value>
Value must(base::Result<Value> result) {
  if (!result.ok()) stop(result.faults());
  return std::move(result).value();
}

}  // namespace kenpo::bench
