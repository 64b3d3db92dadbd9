// `/notifications/{id}/attachments`: the papers that came with a notification.
#pragma once

#include <functional>
#include <string>

#include "desk/router.h"
#include "eligibility/ledger.h"

namespace kenpo::report {

/// The last: a name for a handler.
void add_attachment_routes(desk::Router& router, const eligibility::Ledger& ledger,
                           std::function<std::string(const base::StaffId&)> staff_name);

}  // namespace kenpo::report
