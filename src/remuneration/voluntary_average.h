// The average standard remuneration of all insured on a 30 September (健康保険法47条1項2号・附則3条).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/id.h"
#include "base/yen.h"

namespace kenpo::remuneration {

/// Whose average it is.
enum class AveragePopulation : std::uint8_t {
  all = 1,             // 全被保険者 (任意継続)
  without_special = 2  // 特例退職被保険者以外の全被保険者 (特例退職)
};

/// Where it was taken from.
enum class AverageOrigin : std::uint8_t { ledger = 1, entered = 2 };

/// One figure for everybody of the fiscal year. A later one about the same day takes its place;
/// what was decided before stays as it was decided.
struct VoluntaryAverage {
  int year = 0;  // of the 30 September
  AveragePopulation population = AveragePopulation::all;
  base::Yen amount = {};      // cut to the yen: every grade begins at a whole one
  std::int64_t persons = 0;   // of the ledger; 0 for one that was entered
  AverageOrigin origin = AverageOrigin::ledger;
  std::string basis = {};     // what it was entered from; empty for the ledger
  base::Moment decided_at = {};
  std::optional<base::StaffId> decided_by = {};
};

inline constexpr std::size_t average_basis_limit_characters = 200;  // a line of the form

}  // namespace kenpo::remuneration
