// The notice in force at a moment: what the gate needs to know of it, and which data was acquired
// while a row was not published.
#pragma once

#include <array>
#include <cstdint>

#include "base/clock.h"
#include "notice/published.h"

namespace kenpo::notice {

/// Version, fingerprint and rows of the society's notice in force.
struct NoticeInForce {
  std::uint32_t version = 0;              // 0: no notice is in force, nothing may be used
  std::array<std::uint8_t, 32> sha256{};  // of the notice's text
  PairMask pairs = 0;                     // the rows in force
};

/// Data acquired in this time may not be used under these rows: they were added later for new data
/// only, and neither relatedness, consent nor law was recorded (privacy property 8).
struct AcquisitionGap {
  PairMask pairs = 0;
  base::Moment from;   // the first moment that belongs to it
  base::Moment until;  // the first moment that does not

  bool holds(base::Moment acquired) const { return from <= acquired && acquired < until; }
  friend bool operator==(const AcquisitionGap&, const AcquisitionGap&) = default;
};

}  // namespace kenpo::notice
