// Screen of what a notification under review will do: `/notifications/{id}/effects`.
#pragma once

#include "desk/router.h"
#include "eligibility/ledger.h"
#include "premium/change_effect_act.h"

namespace kenpo::premium {

/// The ledger's parts outlive the router.
void add_notification_preview_routes(desk::Router& router, const eligibility::Ledger& ledger,
                                     const ChangeNeighbours& neighbours);

}  // namespace kenpo::premium
