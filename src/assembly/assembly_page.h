// Screens of the assembly: members and officers, meetings, resolutions, elections, trainings.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "assembly/assembly_office.h"
#include "assembly/meeting_print.h"
#include "desk/form.h"
#include "desk/router.h"
#include "staff/approval_act.h"
#include "staff/handler.h"

namespace kenpo::assembly {

struct AssemblyScreens {
  AssemblyOffice office;
  AssemblySender sender;
  std::function<std::vector<staff::NamedHandler>()> handlers;
  staff::Approvals& approvals;
};

/// `/assembly-members`, `/meetings`, `/resolutions`, `/bylaws`, `/elections`, `/seat-balance`,
/// `/assembly-trainings`.
void add_assembly_routes(desk::Router& router, const AssemblyScreens& screens);

/// The same routes, one file a screen.
void add_member_routes(desk::Router& router, const AssemblyScreens& screens);
void add_meeting_routes(desk::Router& router, const AssemblyScreens& screens);
void add_election_routes(desk::Router& router, const AssemblyScreens& screens);
void add_former_member_routes(desk::Router& router, const AssemblyScreens& screens);
void add_resolution_routes(desk::Router& router, const AssemblyScreens& screens);
void add_seat_balance_routes(desk::Router& router, const AssemblyScreens& screens);
void add_bylaw_routes(desk::Router& router, const AssemblyScreens& screens);
void add_training_routes(desk::Router& router, const AssemblyScreens& screens);

/// The name of a member of staff; the id of one who left the list.
std::string staff_name(const base::StaffId& staff,
                       const std::vector<staff::NamedHandler>& handlers);

}  // namespace kenpo::assembly
