// Invented members, put straight into the store: the measured acts read them as they would read
// members who came through notifications.
#pragma once

#include <cstddef>
#include <vector>

#include "base/id.h"
#include "bench/society.h"

namespace kenpo::bench {

struct PopulationPlan {
  std::size_t insured = 0;
  std::size_t dependents = 0;      // given to the insured one after the other
  std::size_t establishments = 1;  // the insured are spread over them evenly
};

struct Population {
  std::vector<base::PersonId> insured;
  std::vector<base::PersonId> dependents;
};

/// Every insured person has a period and a standard remuneration; names are drawn from the lists of
/// the synthetic society. The same plan gives the same names; ids and keys are drawn anew.
Population populate(Society& society, const PopulationPlan& plan);

/// The month that is levied: the last one that is over.
base::Month last_month(const Society& society);

}  // namespace kenpo::bench
