// How long a former member's contact data is kept.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::assembly {

/// The last day on which the contact data of a member whose last day it is may be kept.
base::Result<law::Decision<base::Date>> contact_until(base::Date last_day);

}  // namespace kenpo::assembly
