// Screen of a person's premium of a month, line by line: `/premiums/{person}/{month}`; with it the
// screen of the rates that it rests on.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::premium {

/// The ledger's parts and the router outlive the screen.
void add_premium_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::premium
