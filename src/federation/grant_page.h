// 高額医療交付金: the year's cases, one case, the application, the federation's answers.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "safeguard/export_act.h"
#include "staff/approval_act.h"

namespace kenpo::federation {

/// The parts outlive the router.
struct GrantScreens {
  eligibility::Ledger ledger;
  safeguard::RegisterOffice office;
  staff::Approvals& approvals;
  safeguard::ProvisionLedger provisions;
};

void add_grant_routes(desk::Router& router, const GrantScreens& screens);

}  // namespace kenpo::federation
