// Every screen of the desk and every address of the public notice: one list.
#pragma once

#include "app/office.h"
#include "desk/router.h"

namespace kenpo::app {

/// Adds all routes. The office outlives the router.
void add_routes(desk::Router& router, Office& office);

/// The public notice: `/notice`, `/notice.pdf`, `/notice.jsonld`. No sign-in, no personal data.
void add_notice_routes(desk::Router& router, Office& office);

}  // namespace kenpo::app
