// A change of fixed pay and the pay of the months from it on, or the pay of months alone, as an
// employer told them: no notification that decides anything, but what a candidate for a revision is
// found in. Used by pay_entry_act and pay_report_file_act only.
#pragma once

#include "base/result.h"
#include "eligibility/establishment.h"
#include "eligibility/ledger.h"
#include "eligibility/pay_entry_act.h"

namespace kenpo::eligibility {

/// Keeps the report; one of the same month of change, told before with fewer months, is cancelled.
/// Direction 0: no change, the pay alone; it fills the months of other reports and notifications.
/// Hands back about whom it is. Refused: an unknown number, another birth date, a person without
/// status in the month of the change, an unknown direction, a month to come, no pay of the first
/// month, a month left out before another.
base::Result<base::PersonId> keep_pay_report(store::Transaction& transaction,
                                             const MemberAccess& access,
                                             const Establishment& establishment,
                                             const PayEntry& entry, base::Moment now);

}  // namespace kenpo::eligibility
