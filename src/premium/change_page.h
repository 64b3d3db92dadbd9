// Screens of corrections of past facts: `/members/{id}/changes` with a form for each kind, the
// effects before saving, `/premium-changes` and one saved change with its reversal.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "premium/change_effect_act.h"

namespace kenpo::premium {

/// The ledger's parts outlive the router.
void add_change_routes(desk::Router& router, const eligibility::Ledger& ledger,
                       const ChangeNeighbours& neighbours);

}  // namespace kenpo::premium
