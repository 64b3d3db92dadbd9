// Screens of the self-inspection and the reviews: `/inspection`, `/reviews`; of the auditor:
// `/audit/ledgers`.
#pragma once

#include <functional>
#include <vector>

#include "desk/router.h"
#include "safeguard/sign_act.h"
#include "staff/handler.h"

namespace kenpo::safeguard {

struct InspectionScreens {
  Watchtower tower;
  std::function<std::vector<staff::NamedHandler>()> handlers;
};

/// `/inspection` and its signature; the other two are added with it.
void add_inspection_routes(desk::Router& router, const InspectionScreens& screens);
void add_review_routes(desk::Router& router, const InspectionScreens& screens);
void add_audit_record_routes(desk::Router& router, const InspectionScreens& screens);

}  // namespace kenpo::safeguard
