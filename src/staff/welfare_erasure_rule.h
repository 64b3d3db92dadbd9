// How long a benefit stays on record. Pure.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"
#include "staff/employee.h"

namespace kenpo::staff {

/// The last day on which the record of a benefit given `on` a day may be kept: months of the
/// society's own rule as it stands on `today`, counted from the end of that fiscal year.
base::Result<law::Decision<base::Date>> welfare_until(WelfareKind kind, base::Date on,
                                                      base::Date today);

}  // namespace kenpo::staff
