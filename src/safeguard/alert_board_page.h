// What of the safety measures stands on the home board: counts and dates, no personal data.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/components.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::safeguard {

/// Open alerts, self-inspection, reviews and incidents, each with what is overdue.
base::Result<std::vector<desk::Task>> watch_tasks(store::Database& database,
                                                  const std::string& log_directory,
                                                  notice::Gate& gate, base::Moment now);

}  // namespace kenpo::safeguard
