// Screen of a determination: `/remunerations/{id}`, by the notification it was made from.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "eligibility/notified_pay.h"

namespace kenpo::remuneration {

/// 「定時決定」
const char* wording(eligibility::PayForm form);

/// The ledger's parts outlive the router.
void add_determination_routes(desk::Router& router, const eligibility::Ledger& ledger);

}  // namespace kenpo::remuneration
