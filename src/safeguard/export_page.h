// Screens of what leaves the office: the ledger, one hand-over, making a roster, objections.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "safeguard/export_act.h"
#include "safeguard/register_layout_page.h"
#include "staff/approval_act.h"

namespace kenpo::safeguard {

/// `/exports`, `/exports/{export}`, `/exports/{export}/archive.zip`, `/exports/{export}/deletion`,
/// `/rosters`. `approvals` outlives the router.
void add_export_routes(desk::Router& router, const RegisterScreens& screens,
                       staff::Approvals& approvals, const eligibility::Ledger& ledger,
                       const ProvisionLedger& provisions);

}  // namespace kenpo::safeguard
