// Invented members, put straight into the store: the measured acts read them as they would read
// members who came through notifications.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "bench/society.h"

namespace kenpo::bench {

struct PopulationPlan {
  std::size_t insured = 0;
  std::size_t dependents = 0;      // given to the insured one after the other
  std::size_t establishments = 1;  // the insured are spread over them evenly
};

/// What stands on a claim of an insured person.
struct OnClaims {
  std::string symbol;
  std::string number;
  base::Date born;
  bool male = true;
};

struct Population {
  std::vector<base::PersonId> insured;
  std::vector<OnClaims> on_claims;  // of the insured, in the same order
  std::vector<base::PersonId> dependents;
};

/// Every insured person has a period and a standard remuneration; names are drawn from the lists of
/// the synthetic society. The same plan gives the same names; ids and keys are drawn anew.
Population populate(Society& society, const PopulationPlan& plan);

/// The month that is levied: the last one that is over.
base::Month last_month(const Society& society);

}  // namespace kenpo::bench
