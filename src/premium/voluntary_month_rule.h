// A month's premium of a voluntary member, who bears it alone (健康保険法161条1項ただし書).
#pragma once

#include "base/result.h"
#include "premium/assessment_rule.h"

namespace kenpo::premium {

/// The month whose rates hold for a voluntary member: their rate year begins in April, that of
/// employed persons in March.
base::Result<base::Month> voluntary_rate_month(base::Month month);

/// The rates for the standard added up, the whole of each the member's.
Rates borne_alone(const SocietyRates& rates, base::Yen standard);

/// What the period of a voluntary member owes for the month at the rates of its rate month: no
/// bonus, no leave, no detention.
base::Result<OwedMonth> owed_alone_in(const PeriodFacts& facts, base::Month month,
                                      const SocietyRates& rates);

}  // namespace kenpo::premium
