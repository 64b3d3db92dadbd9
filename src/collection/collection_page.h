// Screens of the collection: receipts, arrears, credits and refunds, voluntary members, leaves,
// trials of rates.
#pragma once

#include <functional>
#include <string>

#include "desk/router.h"
#include "desk/visit.h"
#include "eligibility/ledger.h"
#include "premium/payment_notice.h"
#include "safeguard/register_office.h"
#include "staff/approval_act.h"

namespace kenpo::collection {

struct CollectionScreens {
  eligibility::Ledger ledger;
  premium::NoticeSender sender;
  staff::Approvals& approvals;
  std::function<std::string(const base::StaffId&)> staff_name;
  safeguard::RegisterOffice office;  // whence transfer files leave
};

/// `/receipts`, `/receipt-files`, `/receipt-lists`, `/certain-allocations`, `/arrears`, `/credits`,
/// `/refunds`, `/voluntary-members`, `/voluntary-slips`,
/// `/voluntary-differences`, `/leaves`, `/rate-trials`.
void add_collection_routes(desk::Router& router, const CollectionScreens& screens);

/// The same routes, one file a screen.
void add_receipt_routes(desk::Router& router, const CollectionScreens& screens);
void add_receipt_sheet_routes(desk::Router& router, const CollectionScreens& screens);
void add_allocation_routes(desk::Router& router, const CollectionScreens& screens);
void add_arrears_routes(desk::Router& router, const CollectionScreens& screens);
void add_late_charge_routes(desk::Router& router, const CollectionScreens& screens);
void add_early_collection_routes(desk::Router& router, const CollectionScreens& screens);
void add_pledge_routes(desk::Router& router, const CollectionScreens& screens);
void add_credit_routes(desk::Router& router, const CollectionScreens& screens);
void add_refund_routes(desk::Router& router, const CollectionScreens& screens);
void add_voluntary_routes(desk::Router& router, const CollectionScreens& screens);
void add_voluntary_slip_routes(desk::Router& router, const CollectionScreens& screens);
void add_slip_release_routes(desk::Router& router, const CollectionScreens& screens);
void add_leave_routes(desk::Router& router, const CollectionScreens& screens);
void add_rate_trial_routes(desk::Router& router, const CollectionScreens& screens);

}  // namespace kenpo::collection
