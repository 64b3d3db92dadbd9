// Points of active support (積極的支援の評価): fourth period of the specific health guidance.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::guidance {

/// A loss in thousandths of a cm or kg, exact; negative for a gain.
struct Loss {
  std::int64_t thousandths = 0;
};

enum class FirstInterview : std::uint8_t { later, same_day };

/// What came of the support and what was done; counts from 0.
struct Support {
  Loss waist_cm;
  Loss weight_kg;
  int behaviour_changes = 0;
  int individual = 0;  // sessions
  int group = 0;       // sessions
  int telephone = 0;   // calls
  int mail = 0;        // exchanges
  FirstInterview first_interview = FirstInterview::later;
};

struct Points {
  int points = 0;
  bool completed = false;
  friend bool operator==(const Points&, const Points&) = default;
};

/// The points of outcome and process, and whether they are enough. `on`: first day of the support.
base::Result<law::Decision<Points>> support_points(base::Date on, const Support& support);

}  // namespace kenpo::guidance
