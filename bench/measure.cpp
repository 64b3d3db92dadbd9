#include "bench/measure.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace kenpo::bench {

namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

rusage usage() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used;
}

}  // namespace

double now_seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

double processor_seconds() {
  const auto used = usage();
  return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

double peak_megabytes() { return static_cast<double>(usage().ru_maxrss) / 1024; }

double load() {
  double loads[1] = {};
  return getloadavg(loads, 1) == 1 ? loads[0] : 0;
}

Taken measure(const std::function<void()>& work) {
  const double wall = now_seconds();
  const double processor = processor_seconds();
  work();
  return {now_seconds() - wall, processor_seconds() - processor};
}

double percentile(std::vector<double> samples, double share) {
  KENPO_REQUIRE(!samples.empty());
  const auto last = static_cast<double>(samples.size() - 1);
  const auto at = static_cast<std::ptrdiff_t>(std::ceil(last * share));
  std::nth_element(samples.begin(), samples.begin() + at, samples.end());
  return samples[static_cast<std::size_t>(at)];
}

void print(std::string_view what, double figure, std::string_view unit, std::string_view remark) {
  // Three figures that count: no more can be trusted on a shared machine.
  const int decimals = figure >= 100 ? 0 : figure >= 10 ? 1 : figure >= 1 ? 2 : 4;
  std::printf("  %-46.*s %12.*f %-8.*s %.*s\n", static_cast<int>(what.size()), what.data(),
              decimals, figure, static_cast<int>(unit.size()), unit.data(),
              static_cast<int>(remark.size()), remark.data());
  std::fflush(stdout);
}

void heading(std::string_view title) {
  std::printf("%.*s  [load %.1f]\n", static_cast<int>(title.size()), title.data(), load());
  std::fflush(stdout);
}

void stop(const base::Faults& faults) {
  for (const auto& fault : faults) {
    std::fprintf(stderr, "%s\n", base::tell(fault, base::Language::english).c_str());
  }
  std::exit(1);
}

}  // namespace kenpo::bench
