// Who needs a regular determination in a year (定時決定の対象者): Health Insurance Act art 41(1), (3).
#pragma once

#include "eligibility/insured_period.h"
#include "remuneration/standard_remuneration.h"

namespace kenpo::remuneration {

/// Employed on 1 July, and acquired before 1 June.
bool employed_for_regular(const eligibility::InsuredPeriod& period, int year);
/// Whether the decision takes the place of the regular one: a revision from July to September. An
/// insurer's determination counts as one in July and August; in September it is the regular one.
bool replaces_regular(const StandardRemuneration& decision, int year);
/// Whether the decision is the one of September, of whatever kind.
bool is_of_september(const StandardRemuneration& decision, int year);

}  // namespace kenpo::remuneration
