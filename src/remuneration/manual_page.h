// Screens of determinations that a clerk enters: `/members/{id}/determinations` with a form for
// each kind, `/determinations` and one of them with its approval.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::remuneration {

/// The ledger's parts outlive the router.
void add_manual_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::remuneration
