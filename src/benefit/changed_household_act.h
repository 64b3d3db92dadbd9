// Which households and months are to be computed: what has come or changed since the last run.
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/result.h"
#include "benefit/additional_store.h"
#include "benefit/high_cost_store.h"
#include "benefit/household_act.h"
#include "eligibility/person_merge_store.h"

namespace kenpo::benefit {

/// The keys of the calculation.
struct BenefitKeys {
  BenefitAccess facts;
  ResultAccess results;
  AwardAccess awards;
};

/// Insured persons with the months that are to be computed, in their order.
using DirtyHouseholds = std::set<std::pair<base::PersonId, base::Month>>;

/// Claims of files that came, 療養費 that was entered or cancelled, people about whom something was
/// decided (eligibility, remuneration, certificates, checks, results, 名寄せ), months of rules that
/// were entered. Nothing: nothing to do. `last` none: everything there is.
base::Result<DirtyHouseholds> dirty_since(const store::View& view, const BenefitKeys& keys,
                                          const std::optional<HighCostRun>& last,
                                          const std::vector<AdditionalTermsRow>& additional,
                                          const eligibility::Identities& identities,
                                          base::Moment now);

}  // namespace kenpo::benefit
