// End of voluntary continuation (任意継続被保険者の資格喪失): Health Insurance Act art 38.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::eligibility {

/// The day on which the status is lost by lapse of time or by request: the earlier of the day after
/// two years and the 1st of the month after the one in which a request to leave was accepted.
/// `leave_accepted` none = no request. Refuses an acceptance before the start. The other causes of
/// art 38 (death, unpaid premium, other insurance) are facts of their own day and not asked here.
base::Result<law::Decision<base::Date>> voluntary_loss(base::Date acquired,
                                                       std::optional<base::Date> leave_accepted);

}  // namespace kenpo::eligibility
