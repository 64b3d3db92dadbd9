// Screens of a protected person: `/members/{id}/protection`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "eligibility/protection_act.h"
#include "eligibility/work_item_page.h"

namespace kenpo::eligibility {

void add_protection_routes(desk::Router& router, const Ledger& ledger,
                           const StaffName& staff_name, const MayUncover& may_uncover);

}  // namespace kenpo::eligibility
