// Screen of the ledger of processors.
#pragma once

#include "desk/router.h"
#include "safeguard/register_layout_page.h"

namespace kenpo::safeguard {

/// `/processors`, `/processor-checks`.
void add_processor_routes(desk::Router& router, const RegisterScreens& screens);

}  // namespace kenpo::safeguard
