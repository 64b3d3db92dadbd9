// Screen of the carrying log.
#pragma once

#include "desk/router.h"
#include "safeguard/register_layout_page.h"

namespace kenpo::safeguard {

/// `/carryings`, `/carrying-returns`.
void add_carrying_routes(desk::Router& router, const RegisterScreens& screens);

}  // namespace kenpo::safeguard
