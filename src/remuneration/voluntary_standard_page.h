// Screens of the standard remunerations of voluntary members: `/voluntary-standards/{year}`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::remuneration {

/// The ledger's parts outlive the router.
void add_voluntary_standard_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::remuneration
