// A trial of rates over the whole society, worked out by the levy's own functions. Nothing is
// posted.
#pragma once

#include "base/result.h"
#include "collection/rate_trial.h"
#include "collection/receipt_act.h"

namespace kenpo::collection {

inline constexpr notice::Operation rate_trial{.name = "rate.try",
                                              .japanese = "保険料率の試算",
                                              .pairs = for_collection};

/// The rates of the last month that was levied, to begin a trial with; and that month.
struct TrialStart {
  base::Month last = {};
  premium::SocietyRates rates = {};
};
base::Result<TrialStart> start_trial(eligibility::Ledger& ledger, const notice::Acting& acting);

/// The last `months` months that were levied, as their facts stand now, at the rates of each month
/// and at `rates`; voluntary members and special retirees at those of their rate month, in a line
/// of their own. Refused: no month was levied, more months than were, months outside 1 to
/// trial_months_limit, an insured share above half, general rates outside art 160; a handler whose
/// range is not the whole society.
base::Result<RateTrial> try_rates(eligibility::Ledger& ledger, const notice::Acting& acting,
                                  const premium::SocietyRates& rates, int months);

}  // namespace kenpo::collection
