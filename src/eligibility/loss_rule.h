// The day on which the status of an insured person is lost: Health Insurance Act art 36, and of
// voluntary continuation: art 38.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "eligibility/insured_period.h"
#include "law/decision.h"

namespace kenpo::eligibility {

/// `event` is the last day of employment, the day of death, the day of recognition, the day from
/// which the person is employed at another of our establishments; for 75 years it is the birth
/// date. Refuses a reason that ends voluntary continuation only.
base::Result<law::Decision<base::Date>> loss_day(EndReason reason, base::Date event);

/// The same for voluntary continuation and special retirees. `event`: the day of the cause (death,
/// the due day of the unpaid premium, the first day of the other insurance, the acceptance of the
/// request); the birth date for 75 years; not used for the end of two years. Refuses a reason that
/// art 38 does not have, two years for special retirees (附則3条6項 leaves item 1 out), and an event
/// before the acquisition.
base::Result<law::Decision<base::Date>> voluntary_loss_day(Status status, EndReason reason,
                                                           base::Date acquired, base::Date event);

}  // namespace kenpo::eligibility
