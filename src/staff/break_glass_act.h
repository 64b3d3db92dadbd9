// Break-glass: proposed by the person who needs it, agreed by a second one, ended by time or hand,
// reviewed afterwards. Its beginning is a leaf of its own that raises an alert.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "staff/approval_act.h"
#include "staff/break_glass.h"
#include "staff/break_glass_rule.h"
#include "store/database.h"

namespace kenpo::staff {

inline constexpr std::string_view break_glass_kind_name = "break_glass";

inline constexpr notice::Operation load_emergencies_operation{
    .name = "emergency.load",
    .japanese = "緊急時の利用の読込",
    .statute = notice::Statute::joint_decision,
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation show_emergencies_operation{
    .name = "emergency.show",
    .japanese = "緊急時の利用の表示",
    .statute = notice::Statute::joint_decision};
/// The sign for the responsible person: nothing else begins with `break_glass.`.
inline constexpr notice::Operation begin_break_glass_operation{
    .name = "break_glass.begin",
    .japanese = "緊急時の利用の開始",
    .verb = notice::Verb::write,
    .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation end_emergency_operation{
    .name = "emergency.end",
    .japanese = "緊急時の利用の終了",
    .verb = notice::Verb::write,
    .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation review_emergency_operation{
    .name = "emergency.review",
    .japanese = "緊急時の利用の点検",
    .verb = notice::Verb::write,
    .statute = notice::Statute::joint_decision};

/// What is asked for.
struct EmergencyRequest {
  notice::Role role = notice::Role::member_clerk;
  EmergencyGround ground = EmergencyGround::life;
  int minutes = 60;
  std::string reason;
};

/// 「2号 人の生命、身体又は財産の保護」
std::string_view wording(EmergencyGround ground);
std::string_view identifier(EmergencyGround ground);
std::optional<EmergencyGround> parse_ground(std::string_view identifier);

/// The kind for Approvals: anybody with a role proposes for himself; the responsible person or the
/// executive director agrees. Responsible person and auditor are no emergency roles.
ApprovalKind break_glass_kind(const PeopleOffice& office);

/// Proposes it for oneself.
base::Result<base::CaseId> propose_break_glass(const PeopleOffice& office,
                                               const notice::Acting& acting,
                                               const EmergencyRequest& request);

base::Result<std::vector<BreakGlass>> load_emergencies(notice::Gate& gate,
                                                       store::Database& database);
/// One's own uses; all of them for the responsible person, the executive director and the auditor.
base::Result<std::vector<BreakGlass>> show_emergencies(const PeopleOffice& office,
                                                       const notice::Acting& acting);
/// By the person who uses it or by the responsible person.
base::Result<> end_emergency(const PeopleOffice& office, const notice::Acting& acting,
                             const base::CaseId& id);
/// By the responsible person or the executive director, never by the person who used it.
base::Result<> review_emergency(const PeopleOffice& office, const notice::Acting& acting,
                                const base::CaseId& id, EmergencyFinding finding,
                                std::string words);

}  // namespace kenpo::staff
