// The routes of the watch over the society's own work: signs, self-inspection, audits, reviews,
// incidents and complaints; and what of it stands on the home board.
#pragma once

#include <vector>

#include "app/office.h"
#include "desk/components.h"
#include "desk/router.h"

namespace kenpo::app {

void add_watch_routes(desk::Router& router, Office& office);

/// Counts and dates only. What the staff member may not open has no link: a look would be refused
/// and counted as a sign.
base::Result<std::vector<desk::Task>> watch_board_tasks(Office& office, base::Moment now,
                                                        const base::StaffId& staff);

}  // namespace kenpo::app
