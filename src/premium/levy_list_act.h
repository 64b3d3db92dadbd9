// The months that were levied, with what was billed. No personal data.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/levy_ledger.h"

namespace kenpo::premium {

inline constexpr notice::Operation levy_list{
    .name = "levy.list",
    .japanese = "調定した月の一覧の表示",
    .statute = notice::Statute::no_personal_data,
    .runner = notice::Runner::staff_or_program};

/// A month that was levied: its run, the sum of all bills, and how many notices went out.
struct LeviedMonth {
  LevyRun run;
  base::Yen billed = {};
  std::int64_t notices = 0;
};

/// The newest first. Sums are of the whole society.
base::Result<std::vector<LeviedMonth>> list_levies(eligibility::Ledger& ledger,
                                                   const notice::Acting& acting);

}  // namespace kenpo::premium
