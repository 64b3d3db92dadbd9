// The level of health guidance (特定保健指導の階層化): 高齢者の医療の確保に関する法律24条, standard
// programme of fiscal year 2024.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "checkup/findings.h"
#include "law/decision.h"

namespace kenpo::checkup {

enum class GuidanceLevel : std::uint8_t { information, motivational, active, undecidable };

struct GuidanceInput {
  base::Date on;  // of the check-up: it chooses the programme
  int age = 0;    // on the 31 March that ends the fiscal year
  Findings findings;
  std::optional<bool> smoker = {};
  std::optional<bool> medicated = {};  // for blood pressure, glucose or lipids
};

/// The level; undecidable exactly where a missing item could change it; nullopt outside 40 to 74.
base::Result<law::Decision<std::optional<GuidanceLevel>>> guidance_level(
    const GuidanceInput& input);

}  // namespace kenpo::checkup
