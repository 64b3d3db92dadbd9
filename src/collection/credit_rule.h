// Setting off what was paid or notified too much: Health Insurance Act art 164(2), (3).
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::collection {

/// The last due date against which money that was notified or paid too much on `arose_on` may be
/// set off: premiums due within six months of the day after.
base::Result<law::Decision<base::Date>> set_off_until(base::Date arose_on);

/// The day on which the payer's right to have it back has lapsed: the day after two years
/// (art 193(1)).
base::Result<law::Decision<base::Date>> refund_lapses_on(base::Date arose_on);

}  // namespace kenpo::collection
