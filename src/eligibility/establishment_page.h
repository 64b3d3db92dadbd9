// Screens of establishments: `/establishments`, one of them with the size of its employer.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

void add_establishment_routes(desk::Router& router, const Ledger& ledger);

}  // namespace kenpo::eligibility
