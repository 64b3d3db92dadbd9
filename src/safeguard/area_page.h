// Screens of the areas: register, cards, passages, the comparison with the audit log.
#pragma once

#include <string>

#include "desk/router.h"
#include "notice/audit_log.h"
#include "safeguard/register_layout_page.h"

namespace kenpo::safeguard {

/// `/areas`, `/door-cards`, `/passages`, `/passage-files`, `/passage-comparisons`. `log` outlives
/// the router.
void add_area_routes(desk::Router& router, const RegisterScreens& screens, notice::AuditLog& log,
                     const std::string& log_directory);

}  // namespace kenpo::safeguard
