// The screen of ages reached: `/reaches`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

void add_reach_routes(desk::Router& router, const Ledger& ledger);

}  // namespace kenpo::eligibility
