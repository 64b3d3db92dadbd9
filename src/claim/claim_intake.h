// One claims file that was taken in: what came and what the eligibility check said.
#pragma once

#include <array>
#include <cstdint>

#include "base/clock.h"
#include "base/date.h"
#include "claim/claim.h"

namespace kenpo::claim {

struct ClaimIntake {
  IntakeId id = IntakeId::draw();
  std::array<std::uint8_t, 32> sha256{};
  base::Moment taken_at;
  base::Month claimed_in;
  std::uint64_t receipts = 0;
  std::uint64_t corrected = 0;
  std::uint64_t with_findings = 0;
  std::array<std::uint64_t, standings_count> by_standing{};

  std::uint64_t to_decide() const { return receipts - by_standing[0]; }
};

}  // namespace kenpo::claim
