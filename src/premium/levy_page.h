// Screens of the levy: `/levies`, `/levies/{month}`, `/levies/{month}/{establishment}` with its
// payment notice, and what differs from last month.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "premium/payment_notice.h"

namespace kenpo::premium {

/// The ledger's parts outlive the router. `sender` stands on the payment notices.
void add_levy_routes(desk::Router& router, const eligibility::Ledger& ledger,
                     const NoticeSender& sender);

}  // namespace kenpo::premium
