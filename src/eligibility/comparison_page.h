// Screen of two people who look alike: `/work/{id}/comparison`, with the decision that they are one
// (`/work/{id}/merges`) and its reversal (`/work/{id}/merges/{merge}/reversals`).
#pragma once

#include "eligibility/work_item_page.h"

namespace kenpo::eligibility {

void add_comparison_routes(desk::Router& router, const Ledger& ledger,
                           const StaffName& staff_name);

}  // namespace kenpo::eligibility
