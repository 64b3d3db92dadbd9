// What the home board tells of the registers: carryings that are not back, the stock check, and
// erasures by recipients. Counts and dates only: the board rests on no personal data.
#pragma once

#include <vector>

#include "base/result.h"
#include "desk/components.h"
#include "store/database.h"

namespace kenpo::safeguard {

base::Result<std::vector<desk::Task>> register_tasks(store::Database& database, base::Moment now);

}  // namespace kenpo::safeguard
