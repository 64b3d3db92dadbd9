// Setting off what was paid or notified too much: Health Insurance Act art 164(2), (3).
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::collection {

/// The last due date against which money that was notified or paid too much on `arose_on` may be
/// set off: premiums due within six months of the day after.
base::Result<law::Decision<base::Date>> set_off_until(base::Date arose_on);

}  // namespace kenpo::collection
