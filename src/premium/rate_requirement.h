// The society's own setting: from which month on a rate needs a resolution of its assembly.
#pragma once

#include <cstdint>

#include "base/date.h"

namespace kenpo::premium {

/// Holds from its month until the month of the next row. Without a row no resolution is needed: a
/// society that begins with this program has rates whose minutes are on paper.
struct RateRequirement {
  enum class Resolution : std::uint8_t { not_needed = 1, needed = 2 };
  base::Month from = {};
  Resolution resolution = Resolution::not_needed;
};

}  // namespace kenpo::premium
