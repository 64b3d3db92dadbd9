// Screens of the registers: their first page, devices, media and paper, stock checks.
#pragma once

#include "desk/router.h"
#include "safeguard/register_layout_page.h"

namespace kenpo::safeguard {

/// `/registers`, `/kept-items`, `/kept-items/{item}`, `/stock-checks`.
void add_register_routes(desk::Router& router, const RegisterScreens& screens);

}  // namespace kenpo::safeguard
