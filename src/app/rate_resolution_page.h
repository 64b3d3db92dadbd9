// Rates and the resolutions of the assembly under which they stand: the premium's rates beside the
// assembly's minutes, which do not know each other.
#pragma once

#include "app/office.h"
#include "desk/router.h"

namespace kenpo::app {

/// `/rate-resolutions`
void add_rate_resolution_routes(desk::Router& router, Office& office);

}  // namespace kenpo::app
