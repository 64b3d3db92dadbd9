// The notice in force at a moment: what the gate needs to know of it.
#pragma once

#include <array>
#include <cstdint>

#include "notice/published.h"

namespace kenpo::notice {

/// Version, fingerprint and rows of the society's notice in force.
struct NoticeInForce {
  std::uint32_t version = 0;              // 0: no notice is in force, nothing may be used
  std::array<std::uint8_t, 32> sha256{};  // of the notice's text
  PairMask pairs = 0;                     // the rows in force
};

}  // namespace kenpo::notice
