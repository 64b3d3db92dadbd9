// The routes of the watch over the society's own work: signs, self-inspection, audits, reviews,
// incidents and complaints; and what of it stands on the home board.
#pragma once

#include <vector>

#include "app/office.h"
#include "desk/components.h"
#include "desk/router.h"

namespace kenpo::app {

void add_watch_routes(desk::Router& router, Office& office);

/// Counts and dates only.
base::Result<std::vector<desk::Task>> watch_board_tasks(Office& office, base::Moment now);

}  // namespace kenpo::app
