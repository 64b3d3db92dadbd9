#include "safeguard/sign_rule.h"

namespace kenpo::safeguard {

namespace {

constexpr std::int64_t sign_hour_milliseconds = 3'600'000;

Sign sign_of(SignKind kind, const WatchedUse& use, std::int64_t count) {
  return {.kind = kind, .staff = use.staff, .day = use.at.day(), .leaf = use.leaf, .count = count};
}

/// Adds to the day's count; a sign when it reaches the threshold.
void count_up(SignKind kind, std::int64_t more, std::int64_t threshold, const WatchedUse& use,
              SignCounters& counters, std::vector<Sign>& signs) {
  if (more == 0) return;
  auto& count = counters[{kind, use.staff, use.at.day()}];
  count += more;
  if (count < threshold) return;
  signs.push_back(sign_of(kind, use, count));
  count = 0;
}

bool at_odd_hours(const WatchedUse& use, const SignThresholds& thresholds) {
  const auto hour = hour_of(use.at);
  return use.day_off || hour < thresholds.opens_hour || thresholds.closes_hour <= hour;
}

}  // namespace

std::int64_t hour_of(base::Moment at) {
  return (at.milliseconds - base::start_of(at.day()).milliseconds) / sign_hour_milliseconds;
}

std::vector<Sign> signs_of(const WatchedUse& use, const SignThresholds& thresholds,
                           SignCounters& counters) {
  std::vector<Sign> signs;
  const auto persons = static_cast<std::int64_t>(use.persons);
  // 1 Refused again and again.
  count_up(SignKind::refusals, use.refused ? 1 : 0, thresholds.refusals_a_day, use, counters,
           signs);
  // 2 Data of unusually many people.
  count_up(SignKind::volume, persons, thresholds.persons_a_day, use, counters, signs);
  // 3 People's data outside the office's hours.
  if (persons > 0 && at_odd_hours(use, thresholds)) {
    signs.push_back(sign_of(SignKind::odd_hours, use, 1));
  }
  // 4 The handler's own data, or the family's.
  if (use.own_family) signs.push_back(sign_of(SignKind::own_family, use, 1));
  // 5 Many people under no case of the office.
  count_up(SignKind::without_case, use.in_case ? 0 : persons, thresholds.without_case_a_day, use,
           counters, signs);
  // 6 An emergency permit.
  if (use.break_glass) signs.push_back(sign_of(SignKind::break_glass, use, 1));
  return signs;
}

}  // namespace kenpo::safeguard
