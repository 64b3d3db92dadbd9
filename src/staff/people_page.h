// What the screens of this folder need of the office, and words they share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "desk/components.h"
#include "desk/form.h"
#include "desk/router.h"
#include "notice/audit_log.h"
#include "print/sender.h"
#include "staff/approval_act.h"
#include "staff/staffing.h"

namespace kenpo::staff {

/// An establishment with the name people read.
struct Place {
  base::EstablishmentId id;
  std::string name;
};

/// The parts outlive the router.
struct PeopleScreens {
  PeopleOffice office;
  std::function<std::vector<NamedHandler>()> handlers;  // as of now
  std::function<Staffing()> staffing;                   // as kept
  notice::AuditLog& log;
  std::string log_directory;
  std::function<base::Result<std::vector<Place>>(const notice::Acting&)> places;
  print::Sender sender;  // of the list on paper
};

/// 「健保 花子」; the id itself when it is on no list.
std::string name_of(const std::vector<NamedHandler>& handlers, const base::StaffId& staff);
/// 「2026-04-01 〜」
std::string period_words(base::Date from, const std::optional<base::Date>& to);
/// Every role but that of the responsible person, as choices of a form.
const std::vector<desk::Choice>& grantable_roles();

/// The kinds of contracts, by their number in the record.
const std::vector<desk::Choice>& contract_kinds();

void add_approval_routes(desk::Router& router, const PeopleScreens& screens);
void add_handler_routes(desk::Router& router, const PeopleScreens& screens);
void add_handler_lock_routes(desk::Router& router, const PeopleScreens& screens);
void add_scope_routes(desk::Router& router, const PeopleScreens& screens);
void add_duty_routes(desk::Router& router, const PeopleScreens& screens);
void add_course_routes(desk::Router& router, const PeopleScreens& screens);
void add_effect_routes(desk::Router& router, const PeopleScreens& screens);
void add_emergency_routes(desk::Router& router, const PeopleScreens& screens);
void add_employee_routes(desk::Router& router, const PeopleScreens& screens);
void add_employee_change_routes(desk::Router& router, const PeopleScreens& screens);
void add_welfare_erasure_routes(desk::Router& router, const PeopleScreens& screens);
void add_employee_ledger_routes(desk::Router& router, const PeopleScreens& screens);

/// All of them.
void add_people_routes(desk::Router& router, const PeopleScreens& screens);

}  // namespace kenpo::staff
