// Screens of the signs of a breach: `/alerts`, `/alerts/{alert}`, `/watch-settings`; and what of it
// stands on the home board.
#pragma once

#include <functional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/components.h"
#include "desk/router.h"
#include "staff/handler.h"
#include "store/database.h"

namespace kenpo::safeguard {

struct AlertScreens {
  store::Database& database;
  std::function<std::vector<staff::NamedHandler>()> handlers;
};

void add_alert_routes(desk::Router& router, const AlertScreens& screens);

}  // namespace kenpo::safeguard
