// Screen on which a roster is made.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "safeguard/export_act.h"
#include "safeguard/register_layout_page.h"
#include "staff/approval_act.h"

namespace kenpo::safeguard {

/// `/rosters`
void add_roster_routes(desk::Router& router, const RegisterScreens& screens,
                       staff::Approvals& approvals, const eligibility::Ledger& ledger,
                       const ProvisionLedger& provisions);

}  // namespace kenpo::safeguard
