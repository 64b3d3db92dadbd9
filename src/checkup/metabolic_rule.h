// Judgement of the metabolic syndrome (メタボリックシンドローム判定): standard programme of fiscal
// year 2024.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "checkup/findings.h"
#include "law/decision.h"

namespace kenpo::checkup {

/// 基準該当, 予備群該当, 非該当, 判定不能.
enum class Metabolic : std::uint8_t { present, reserve, absent, undecidable };

struct MetabolicInput {
  base::Date on;  // of the check-up
  Findings findings;
  std::optional<bool> medicated_pressure = {};
  std::optional<bool> medicated_lipid = {};
  std::optional<bool> medicated_glucose = {};
};

/// Waist needed, then two of three items: present; one: reserve. Medication counts as its item.
/// Undecidable exactly where a missing item could change the judgement.
base::Result<law::Decision<Metabolic>> metabolic_judgement(const MetabolicInput& input);

}  // namespace kenpo::checkup
