// Screens of the bonuses that are pay: `/bonus-pay/{year}`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::remuneration {

/// The ledger's parts outlive the router.
void add_bonus_pay_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::remuneration
