// Screen of the papers that the program had printed.
#pragma once

#include "desk/router.h"
#include "safeguard/register_layout_page.h"

namespace kenpo::safeguard {

/// `/printed-papers`, `/printed-screens`.
void add_paper_routes(desk::Router& router, const RegisterScreens& screens);

}  // namespace kenpo::safeguard
