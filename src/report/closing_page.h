// `/closings`, `/closings/{month}`, `/closings/{month}/differences`: the month's board, the
// differences that a second person releases, the closing.
#pragma once

#include <functional>
#include <string>

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "staff/approval_act.h"

namespace kenpo::report {

/// The parts outlive the router.
struct ClosingScreens {
  eligibility::Ledger ledger;
  staff::Approvals& approvals;
  std::function<std::string(const base::StaffId&)> staff_name;
};

void add_closing_routes(desk::Router& router, const ClosingScreens& screens);

}  // namespace kenpo::report
