// The clock of the office. Rules never read it; acts are handed its time.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/date.h"

namespace kenpo::base {

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
struct Moment {
  std::int64_t milliseconds = 0;

  /// The civil day in Japan (UTC+9, no summer time).
  Date day() const;
  /// `2026-11-23T09:41:00.123+09:00`.
  std::string iso() const;
  /// `2026/11/23 09:41` for people.
  std::string short_text() const;

  Moment plus_milliseconds(std::int64_t more) const { return {milliseconds + more}; }
  friend constexpr auto operator<=>(const Moment&, const Moment&) = default;
};

/// Midnight in Japan at the beginning of the day.
Moment start_of(Date day);

/// Where the time comes from. Tests and the month's run of a past month set it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Moment now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  Moment now() const override;
};

/// A clock that stands until it is moved.
class SetClock final : public Clock {
 public:
  explicit SetClock(Moment moment) : moment_(moment) {}
  Moment now() const override { return moment_; }
  void set(Moment moment) { moment_ = moment; }

 private:
  Moment moment_;
};

}  // namespace kenpo::base
