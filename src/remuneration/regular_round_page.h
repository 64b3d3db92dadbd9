// Screens of the yearly determination: `/regular-determinations/{year}`, the missing people of an
// establishment, and candidates for a revision, `/revision-candidates/{year}`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::remuneration {

/// The ledger's parts outlive the router.
void add_regular_round_routes(desk::Router& router, const eligibility::Ledger& ledger);
void add_candidate_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::remuneration
