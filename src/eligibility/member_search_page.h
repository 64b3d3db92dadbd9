// Screen of the search for members: `/members`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

/// The ledger's parts outlive the router.
void add_member_search_routes(desk::Router& router, const Ledger& ledger);

}  // namespace kenpo::eligibility
