// The facts that the premiums of a month rest on, read for everybody or for some people.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/assessment_rule.h"
#include "store/database.h"

namespace kenpo::premium {

/// Periods in the order of people, then of acquisition.
using LevyFacts = std::vector<PeriodFacts>;

/// Everybody employed in the month or the month before it. Bonuses of both months.
base::Result<LevyFacts> load_facts(const store::View& view,
                                   const eligibility::MemberAccess& access, base::Month month);

/// All periods and bonuses of the people.
base::Result<LevyFacts> load_facts_of(const store::View& view,
                                      const eligibility::MemberAccess& access,
                                      const std::vector<base::PersonId>& people,
                                      base::Moment now);

}  // namespace kenpo::premium
