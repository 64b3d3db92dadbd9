// Screens of work items: `/work`, `/work/{id}` with its steps.
#pragma once

#include <functional>
#include <string>

#include "base/id.h"
#include "desk/components.h"
#include "desk/router.h"
#include "eligibility/ledger.h"
#include "eligibility/work_item.h"

namespace kenpo::eligibility {

/// 「健保 花子」: the name of a member of the staff.
using StaffName = std::function<std::string(const base::StaffId&)>;

desk::ChipKind chip_kind(WorkState state);
std::string work_address(const WorkItemId& id);
/// 「健保 花子」, the program, or the act that settled the item.
std::string mover_words(const WorkMove& move, const StaffName& staff_name);

void add_work_item_routes(desk::Router& router, const Ledger& ledger, const StaffName& staff_name);

}  // namespace kenpo::eligibility
