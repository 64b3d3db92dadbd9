// Screens of typed notifications: `/notifications`, `/notifications/new/{kind}`,
// `/notifications/{id}` with its decision and its reversal.
#pragma once

#include <memory>

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "eligibility/postal_book.h"
#include "eligibility/work_item_page.h"

namespace kenpo::eligibility {

/// An empty book means that addresses are typed by hand.
void add_notification_routes(desk::Router& router, const Ledger& ledger,
                             const StaffName& staff_name,
                             std::shared_ptr<const PostalBook> postal);

/// The entry of notifications and the list, for add_notification_routes only.
void add_notification_entry_routes(desk::Router& router, const Ledger& ledger,
                                   std::shared_ptr<const PostalBook> postal);

}  // namespace kenpo::eligibility
