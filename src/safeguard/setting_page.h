// Screen of the thresholds and terms, and of whose family is whose: `/watch-settings`.
#pragma once

#include "desk/router.h"
#include "safeguard/alert_page.h"

namespace kenpo::safeguard {

void add_setting_routes(desk::Router& router, const AlertScreens& screens);

}  // namespace kenpo::safeguard
