// When a claim of the society lapses, and what may be entered about it. Civil Code arts 152, 166,
// 703, 724, 724-2; Health Insurance Act arts 57, 58, 193.
#pragma once

#include "base/result.h"
#include "law/decision.h"
#include "recourse/recovery.h"

namespace kenpo::recourse {

/// The day on which the claim lapses: the earlier of the two periods, from the latest demand that
/// was acknowledged on.
base::Result<law::Decision<base::Date>> lapses_on(const Recovery& recovery);

/// Refused: an amount not above zero, days out of order, a debtor without a name.
base::Result<> check_recovery(const Recovery& recovery, base::Date today);

/// Refused: a day before it arose or to come, an amount above what is owed (a payment, a waiver) or
/// was paid (a reversal), a plan whose instalments do not add up to the rest, nothing left to pay.
base::Result<> check_entry(const Recovery& recovery, const Entry& entry, base::Date today);

/// The instalments of the standing plan against what was paid since it was made.
base::Result<std::vector<PlanLine>> plan_lines(const Recovery& recovery, base::Date today);

}  // namespace kenpo::recourse
