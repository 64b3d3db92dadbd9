// Every screen of the desk and every address of the public notice: one list.
#pragma once

#include "app/office.h"
#include "desk/desk.h"
#include "desk/router.h"

namespace kenpo::app {

/// Adds all routes. The office outlives the router.
void add_routes(desk::Router& router, Office& office);

/// Has the desk enter every paper about people in the register of papers before it leaves. Both
/// outlive each other's last answer.
void register_papers(desk::Desk& desk, Office& office);

/// The public notice: `/notice`, `/notice.pdf`, `/notice.jsonld`. No sign-in, no personal data.
void add_notice_routes(desk::Router& router, Office& office);

}  // namespace kenpo::app
