// Screen of the people whose premium differs from last month's:
// `/levies/{month}/{establishment}/differences`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::premium {

/// The ledger's parts and the router outlive the screen.
void add_difference_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::premium
