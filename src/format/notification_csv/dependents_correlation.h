// What the items of 被扶養者（異動）届 must say together.
#pragma once

#include <vector>

#include "base/date.h"
#include "format/notification_csv/correlation.h"

namespace kenpo::format::notification_csv {

std::vector<ItemFault> check_dependents(const Dependents& record, base::Date today);

}  // namespace kenpo::format::notification_csv
