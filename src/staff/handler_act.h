// The dated list of handlers: reading it, changing it by two people, the succession of the
// responsible person, leaving, and the responsible person's signature under it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "staff/approval_act.h"
#include "staff/handler_rule.h"
#include "staff/handler_store.h"
#include "staff/staffing.h"
#include "staff/staffing_rule.h"
#include "staff/standing_rule.h"

namespace kenpo::staff {

/// 取扱者名簿の読込: what the gate decides by is read before anybody is let in.
inline constexpr notice::Operation load_handlers_operation{
    .name = "handler.load",
    .japanese = "取扱者名簿の読込",
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// 取扱者の登録: by the program for the first users, else as two people have decided.
inline constexpr notice::Operation appoint_handler_operation{
    .name = "handler.appoint",
    .japanese = "取扱者の登録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// 個人情報取扱責任者の交代 (O-1), as two people have decided.
inline constexpr notice::Operation change_responsible_operation{
    .name = "responsible_person.change",
    .japanese = "個人情報取扱責任者の交代",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// 退職による権限の終了: follows from the end of employment, so the program does it.
inline constexpr notice::Operation end_handler_operation{
    .name = "handler.end",
    .japanese = "退職による権限の終了",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control,
    .runner = notice::Runner::staff_or_program};

/// 取扱者名簿の閲覧: the responsible person and the auditor see who may handle what (24条).
inline constexpr notice::Operation show_handlers_operation{
    .name = "handler.show",
    .japanese = "取扱者名簿の閲覧",
    .statute = notice::Statute::supervision_of_handlers};

/// 取扱者名簿の確認 (O-3).
inline constexpr notice::Operation sign_list_operation{
    .name = "handler.sign_off",
    .japanese = "取扱者名簿の確認",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control};

inline constexpr std::string_view handler_kind_name = "handler_change";
inline constexpr std::string_view responsible_kind_name = "responsible_person";

base::Result<std::vector<NamedHandler>> load_handlers(notice::Gate& gate,
                                                      store::Database& database);
/// The list with the duties and the emergencies: what the policy is made of.
base::Result<Staffing> load_staffing(notice::Gate& gate, store::Database& database);

/// Enters the handler or decides anew on one, without a second person: for the first users of a
/// new data directory, which nobody can decide on yet. Only the program may.
base::Result<> appoint_handler(notice::Gate& gate, store::Database& database,
                               const NamedHandler& handler);

/// The list, the notice in force and the role table as the gate's policy at the moment.
notice::Policy policy_of(const Staffing& staffing, const notice::NoticeInForce& in_force,
                         const notice::RoleMatrix& roles, base::Moment now);

/// Role grants, limits and locks: proposed by the system operator, the executive director or the
/// responsible person, decided by another of them.
ApprovalKind handler_kind(const PeopleOffice& office);
base::Result<base::CaseId> propose_handler_change(const PeopleOffice& office,
                                                  const notice::Acting& acting,
                                                  const NamedHandler& before,
                                                  const NamedHandler& after, std::string reason);

/// The succession of the responsible person.
ApprovalKind responsible_kind(const PeopleOffice& office);
base::Result<base::CaseId> propose_responsible_person(const PeopleOffice& office,
                                                      const notice::Acting& acting,
                                                      const base::StaffId& successor,
                                                      base::Date from, std::string reason);

/// Ends every right of somebody who leaves: at once, or with the end of the last day. Somebody who
/// is not on the list has none. Refused when nobody would be the responsible person.
base::Result<> end_handler(const PeopleOffice& office, const base::StaffId& staff,
                           base::Date last_day, LeavesAt at);

/// The present list's text and its hash, and whether the last signature is under this very list.
struct SignedList {
  std::string text_sha256;
  int handlers_count = 0;
  std::optional<SignOff> last;
  bool holds() const { return last && last->list_sha256 == text_sha256; }
};
base::Result<SignedList> signed_list(const notice::Gate& gate, store::Database& database,
                                     std::span<const NamedHandler> kept);
/// Signs the list that was shown, named by its hash. Refused: anybody but the responsible person,
/// and a list that has changed since.
base::Result<> sign_list(const PeopleOffice& office, const notice::Acting& acting,
                         const std::string& shown_sha256);

}  // namespace kenpo::staff
