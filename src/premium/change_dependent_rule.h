// 被扶養者になった日・でなくなった日の訂正 and 認定の取消し. Pure.
#pragma once

#include "base/result.h"
#include "law/decision.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

/// The link with the days as they shall be (健康保険法3条7項). Refused: a link that the ledger does not
/// have, an end before the beginning, a day before the birth, from 75 on, days on which the insured
/// person has no status, days as somebody's dependent already.
base::Result<law::Decision<ChangedFacts>> decide_dependent_change(
    const KnownFacts& known, const DependentCorrection& proposed);

/// The person never was this dependent. Refused: a link that the ledger does not have.
base::Result<law::Decision<ChangedFacts>> decide_dependent_cancellation(
    const KnownFacts& known, const DependentCancellation& proposed);

/// 健康保険法3条7項: who is a dependent belongs to an insured person on every day. Where the periods of
/// the insured person change, the links that began or ended with them follow; a link of which
/// nothing is left is cancelled.
void fit_dependents(const KnownFacts& known, law::Decision<ChangedFacts>& decision);

}  // namespace kenpo::premium
