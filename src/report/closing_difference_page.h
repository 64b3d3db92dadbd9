// `/closings/{month}/differences`, `/closings/{month}/release`.
#pragma once

#include "report/closing_page.h"

namespace kenpo::report {

/// Used by add_closing_routes.
void add_closing_difference_routes(desk::Router& router, const ClosingScreens& screens);

}  // namespace kenpo::report
