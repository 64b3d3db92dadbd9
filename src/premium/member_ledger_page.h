// Screen of one person's ledger: `/members/{id}`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::premium {

/// The ledger's parts and the router outlive the screen.
void add_member_ledger_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::premium
