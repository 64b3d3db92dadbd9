// The standard bonuses of a fiscal year after the bonus of one month was corrected: what the yearly
// limit leaves to the later months moves with it (Health Insurance Act art 45(1)).
#pragma once

#include "base/result.h"
#include "law/decision.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

base::Result<law::Decision<ChangedFacts>> decide_bonus_change(
    const KnownFacts& known, const eligibility::InsuredPeriod& period,
    const BonusCorrection& proposed);

}  // namespace kenpo::premium
