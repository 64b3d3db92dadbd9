// Signs that law or rules may have been broken (notice section 2, O-4): what a leaf of the audit
// log says of them, the thresholds, and what was found.
#pragma once

#include <compare>
#include <cstdint>
#include <map>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::safeguard {

/// The defined signs. Kept in the store by their number.
enum class SignKind : std::uint8_t {
  refusals = 1,      // refused again and again
  volume = 2,        // data of unusually many people
  odd_hours = 3,     // outside the office's hours
  own_family = 4,    // the handler's own data, or the family's
  without_case = 5,  // many people looked up under no case
  break_glass = 6,   // an emergency permit was used
  absent = 7,        // by somebody who, by the doors, was in no area
};
inline constexpr int sign_kinds_count = 7;

/// 「拒否の繰り返し」
base::Words wording(SignKind kind);

/// One use of the program by a member of the staff, as the rule sees it.
struct WatchedUse {
  std::uint64_t leaf = 0;
  base::Moment at;
  base::StaffId staff;
  std::uint64_t persons = 0;  // whose data were read or written
  bool refused = false;
  bool in_case = false;     // under a case of the office
  bool own_family = false;  // one of the persons is the handler or of the family
  bool break_glass = false;
  bool day_off = false;  // the office is closed all day
};

/// What counts as a sign: settings of the society, dated.
struct SignThresholds {
  std::int64_t refusals_a_day = 1;      // from so many refusals of one handler on one day
  std::int64_t persons_a_day = 1;       // from so many persons of one handler on one day
  std::int64_t without_case_a_day = 1;  // from so many persons under no case
  std::int64_t opens_hour = 0;          // 0 to 23: uses before it are at odd hours
  std::int64_t closes_hour = 24;        // 1 to 24: uses from it on are at odd hours
};

/// What one handler has gathered on one day towards one sign, since the sign was last told.
struct SignCounterKey {
  SignKind kind = SignKind::refusals;
  base::StaffId staff;
  base::Date day;
  friend auto operator<=>(const SignCounterKey&, const SignCounterKey&) = default;
};
using SignCounters = std::map<SignCounterKey, std::int64_t>;

/// A sign that was found.
struct Sign {
  SignKind kind = SignKind::refusals;
  base::StaffId staff;
  base::Date day;
  std::uint64_t leaf = 0;  // the leaf that made it a sign
  std::int64_t count = 0;  // refusals, persons or uses
};

}  // namespace kenpo::safeguard
