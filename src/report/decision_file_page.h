// `/decision-files`: the file of a month's decisions for an employer is made and laid before a
// second person.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "safeguard/export_act.h"
#include "staff/approval_act.h"

namespace kenpo::report {

/// The parts outlive the router.
struct DecisionFileScreens {
  safeguard::RegisterOffice office;
  staff::Approvals& approvals;
  eligibility::Ledger ledger;
  safeguard::ProvisionLedger provisions;
};

void add_decision_file_routes(desk::Router& router, const DecisionFileScreens& screens);

}  // namespace kenpo::report
