// What the gate decides by: the notice in force, the role table, and who may handle what. A policy
// is a value; the gate swaps in a new one when any of it changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "notice/in_force.h"
#include "notice/operation.h"
#include "notice/role.h"
#include "notice/sensitive.h"

namespace kenpo::notice {

/// A role held from a day to a day (inclusive; open when empty).
struct Assignment {
  Role role;
  base::Date from;
  std::optional<base::Date> to;

  bool holds_on(base::Date day) const { return from <= day && (!to || day <= *to); }
};

/// One entry of the dated list of handlers (取扱者): notice section 2, statements O-2, O-3, H-1,
/// H-2.
struct Handler {
  base::StaffId staff;
  std::vector<Assignment> assignments;
  /// 誓約: no role is usable without a confidentiality undertaking.
  std::optional<base::Date> undertaking_on;
  /// 研修: rights stop on the day after.
  std::optional<base::Date> trained_until;
  bool locked = false;
  /// The establishments the handler is limited to; empty: all of the society.
  std::vector<base::EstablishmentId> establishments;
};

struct Policy {
  NoticeInForce notice;
  RoleMatrix roles;
  std::vector<Handler> handlers;  // sorted by staff id
  /// 個人情報取扱責任者: without one nobody is granted access (O-1).
  std::optional<base::StaffId> responsible_person;
  /// 持ち込む機器等の制限 (P-2): whether sensitive categories need a registered terminal.
  TerminalRule terminals = TerminalRule::not_demanded;

  const Handler* find(const base::StaffId& staff) const;
};

/// Why the gate refuses. The words stand in refusal.cpp.
enum class Refusal : std::uint8_t {
  none,
  not_a_handler,          // not on the list of handlers
  locked,                 // the handler is locked
  no_undertaking,         // no confidentiality undertaking
  not_trained,            // training missing or run out
  no_role,                // no role of the handler has the pair
  not_in_force,           // the notice in force does not publish the pair (withdrawn, not yet)
  no_notice,              // no notice is in force
  no_responsible_person,  // 個人情報取扱責任者 is not appointed
  out_of_scope,           // the subject is outside the handler's establishments
  statute_not_for_role,   // the statutory operation is not for this role
  not_for_program,        // the program may not run this by itself
  log_unwritable,         // the audit log cannot be written
  no_terminal,            // a sensitive category away from a registered terminal (P-2)
};

/// The gate's answer before anything is read.
struct Ruling {
  Refusal refusal = Refusal::none;
  RoleMask roles = 0;    // the roles the operation runs under
  PairMask missing = 0;  // for no_role and not_in_force: the pairs that are missing
};

/// Roles that may run an operation resting on a statute.
RoleMask roles_for(Statute statute);
/// The same for one operation: what the auditor reads besides is in it.
RoleMask roles_for(const Operation& operation);

/// Decides whether the staff member may run the operation on the day. Pure: the policy, the
/// operation and the day decide, nothing else.
Ruling rule_on(const Policy& policy, const Operation& operation, const base::StaffId& staff,
               base::Date day);

/// What the place adds to a ruling: sensitive categories open on a registered terminal only, once
/// the society demands it. The program acts on the machine itself.
Ruling rule_on_place(const Policy& policy, const Operation& operation, Place place, Ruling ruling);

/// The same for the program by itself: only operations that say so, and only under the notice.
Ruling rule_on_program(const Policy& policy, const Operation& operation);

/// The refusal in plain words: what, why with the row of the notice or the article, how to mend.
base::Fault refusal_fault(const Ruling& ruling);

}  // namespace kenpo::notice
