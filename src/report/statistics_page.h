// `/statistics`, `/statistics/{month}`, `/statistics/{month}/journal`: the month's figures, the age
// table and the levy journal, as pages, papers and files.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "premium/payment_notice.h"

namespace kenpo::report {

void add_statistics_routes(desk::Router& router, const eligibility::Ledger& ledger,
                           const premium::NoticeSender& sender);

}  // namespace kenpo::report
