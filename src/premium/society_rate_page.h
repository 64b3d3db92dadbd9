// Screen of the society's rates: `/society-rates`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::premium {

/// `/society-rates`, `/society-rates/checks`, `/society-rates/rounding`.
void add_society_rate_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::premium
