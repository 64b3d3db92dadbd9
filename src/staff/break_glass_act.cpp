#include "staff/break_glass_act.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "staff/break_glass_rule.h"
#include "staff/break_glass_store.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;
using notice::Role;
using notice::RoleMask;

constexpr std::int64_t milliseconds_of_minute = 60'000;
constexpr auto agrees =
    static_cast<RoleMask>(mask_of(Role::responsible_person) | mask_of(Role::executive_director));
constexpr auto oversees = static_cast<RoleMask>(agrees | mask_of(Role::auditor));
constexpr auto anybody = static_cast<RoleMask>((RoleMask{1} << notice::roles_count) - 1);
constexpr std::array<std::string_view, 4> ground_identifiers = {"law", "life", "public_health",
                                                                "public_body"};
constexpr std::array<std::string_view, 4> ground_wordings = {
    "1号 法令に基づく場合", "2号 人の生命、身体又は財産の保護",
    "3号 公衆衛生の向上、児童の健全な育成", "4号 国の機関等への協力"};

base::Fault emergency_refusal(base::Words why, base::Words mend) {
  return {.what = {"緊急時の利用はできません。", "Break-glass is refused."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

base::Fault not_yours() {
  return emergency_refusal({"あなたの役割ではできません。", "None of your roles may do this."},
                           {"個人情報取扱責任者に頼んでください。", "Ask the responsible person."});
}

std::optional<int> parse_minutes(std::string_view text) {
  int minutes = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, minutes);
  return read.ec == std::errc() && read.ptr == end ? std::optional(minutes) : std::nullopt;
}

/// The change as it was proposed, read back.
Result<EmergencyRequest> request_of(const Change& change, base::Date day) {
  const auto role = notice::parse_role(change.after("role"));
  const auto ground = parse_ground(change.after("ground"));
  const auto minutes = parse_minutes(change.after("minutes"));
  const bool fit = role && *role != Role::responsible_person && *role != Role::auditor;
  if (!fit || !ground || !minutes) {
    return emergency_refusal(
        {"役割、根拠、時間のどれかが違います。", "Role, ground or time is not right."},
        {"申込みをやり直してください。", "Ask anew."});
  }
  KENPO_TRY(check_minutes(*minutes, day));
  return EmergencyRequest{*role, *ground, *minutes, {}};
}

Result<> begin(const Execution& execution) {
  const auto now = execution.gate.clock().now();
  const auto asked = KENPO_TRY(request_of(execution.change, now.day()));
  const auto staff = base::StaffId::parse(execution.change.subject);
  const auto* approver = std::get_if<base::StaffId>(&execution.acting.actor);
  if (!staff || *staff != execution.approval.proposer || approver == nullptr) return not_yours();
  const BreakGlass use{.id = execution.approval.id,
                       .staff = *staff,
                       .role = asked.role,
                       .ground = asked.ground,
                       .reason = execution.approval.reason,
                       .begins_at = now,
                       .ends_at = now.plus_milliseconds(asked.minutes * milliseconds_of_minute),
                       .approver = *approver,
                       .ended_at = {},
                       .review = {}};
  return execution.gate.perform<begin_break_glass_operation>(
      execution.acting, [&](const Permit<begin_break_glass_operation>& permit) -> Result<> {
        const EmergencyBasis basis(permit);
        const auto uses = KENPO_TRY(read_uses(execution.transaction, basis));
        KENPO_TRY(may_begin(uses));
        return insert_use(execution.transaction, basis, use);
      });
}

const BreakGlass* find_use(const std::vector<BreakGlass>& uses, const base::CaseId& id) {
  const auto at = std::ranges::find(uses, id, &BreakGlass::id);
  return at == uses.end() ? nullptr : &*at;
}

base::Fault no_such_use() {
  return emergency_refusal({"この番号の利用はありません。", "There is no such use."},
                           {"一覧から開いてください。", "Open it from the list."});
}

}  // namespace

std::string_view wording(EmergencyGround ground) {
  return ground_wordings[static_cast<std::size_t>(ground) - 1];
}
std::string_view identifier(EmergencyGround ground) {
  return ground_identifiers[static_cast<std::size_t>(ground) - 1];
}
std::optional<EmergencyGround> parse_ground(std::string_view text) {
  const auto at = std::ranges::find(ground_identifiers, text);
  if (at == ground_identifiers.end()) return std::nullopt;
  return static_cast<EmergencyGround>(at - ground_identifiers.begin() + 1);
}

ApprovalKind break_glass_kind(const PeopleOffice& office) {
  return {.name = break_glass_kind_name,
          .japanese = "緊急時の利用",
          .proposers = anybody,
          .approvers = agrees,
          .expires = "staff.break_glass.proposal_expires",
          .check = [office](const Change& change, const Acting& acting) -> Result<> {
            KENPO_TRY(request_of(change, office.gate.clock().now().day()));
            const auto* actor = std::get_if<base::StaffId>(&acting.actor);
            if (actor == nullptr || change.subject != actor->text()) return not_yours();
            const auto uses = KENPO_TRY(load_emergencies(office.gate, office.database));
            return may_begin(uses);
          },
          .within = begin,
          .after = [office](const Approval&, const Change&,
                            const Acting&) { return office.policy_changed(); },
          .label = [](std::string_view field) -> std::string {
            if (field == "role") return "役割";
            if (field == "ground") return "根拠(個人情報保護法18条3項)";
            return "時間(分)";
          },
          .words = [](std::string_view field, std::string_view value) -> std::string {
            if (const auto role = notice::parse_role(value); field == "role" && role) {
              return std::string(notice::wording(*role));
            }
            if (const auto ground = parse_ground(value); field == "ground" && ground) {
              return std::string(wording(*ground));
            }
            return std::string(value);
          }};
}

Result<base::CaseId> propose_break_glass(const PeopleOffice& office, const Acting& acting,
                                         const EmergencyRequest& request) {
  const auto* actor = std::get_if<base::StaffId>(&acting.actor);
  if (actor == nullptr) return not_yours();
  return office.approvals.propose(
      acting, {.kind = break_glass_kind_name,
               .reason = request.reason,
               .change = {std::string(actor->text()),
                          {{"role", "", std::string(notice::identifier(request.role))},
                           {"ground", "", std::string(identifier(request.ground))},
                           {"minutes", "", std::to_string(request.minutes)}}}});
}

Result<std::vector<BreakGlass>> load_emergencies(notice::Gate& gate, store::Database& database) {
  return gate.perform<load_emergencies_operation>(
      Acting{notice::ProgramActor::command_line},
      [&](const Permit<load_emergencies_operation>& permit) -> Result<std::vector<BreakGlass>> {
        const auto view = KENPO_TRY(database.read());
        return read_uses(view, EmergencyBasis(permit));
      });
}

Result<std::vector<BreakGlass>> show_emergencies(const PeopleOffice& office, const Acting& acting) {
  return office.gate.perform<show_emergencies_operation>(
      acting,
      [&](const Permit<show_emergencies_operation>& permit) -> Result<std::vector<BreakGlass>> {
        const auto* actor = std::get_if<base::StaffId>(&acting.actor);
        if (actor == nullptr) return not_yours();
        const auto view = KENPO_TRY(office.database.read());
        auto uses = KENPO_TRY(read_uses(view, EmergencyBasis(permit)));
        if ((roles_now(office.gate, *actor) & oversees) == 0) {
          std::erase_if(uses, [&](const BreakGlass& use) { return use.staff != *actor; });
        }
        return uses;
      });
}

Result<> end_emergency(const PeopleOffice& office, const Acting& acting, const base::CaseId& id) {
  const auto work = [&](const Permit<end_emergency_operation>& permit) -> Result<> {
    auto transaction = KENPO_TRY(office.database.write());
    const auto uses = KENPO_TRY(read_uses(transaction, EmergencyBasis(permit)));
    const auto* use = find_use(uses, id);
    if (use == nullptr) return no_such_use();
    const auto* actor = std::get_if<base::StaffId>(&acting.actor);
    const bool allowed = actor != nullptr &&
                         (*actor == use->staff || (roles_now(office.gate, *actor) & agrees) != 0);
    if (!allowed) return not_yours();
    const auto now = office.gate.clock().now();
    if (!holds_at(*use, now)) {
      return emergency_refusal({"すでに終わっています。", "It has ended already."},
                               {"点検に進んでください。", "Go on to the review."});
    }
    KENPO_TRY(insert_end(transaction, EmergencyBasis(permit), *use, *actor, now));
    return transaction.commit(permit.recorder());
  };
  KENPO_TRY(office.gate.perform<end_emergency_operation>({acting.actor, id}, work));
  return office.policy_changed();
}

Result<> review_emergency(const PeopleOffice& office, const Acting& acting, const base::CaseId& id,
                          EmergencyFinding finding, std::string words) {
  const auto* actor = std::get_if<base::StaffId>(&acting.actor);
  if (actor == nullptr) return not_yours();
  return office.gate.perform<review_emergency_operation>(
      {acting.actor, id}, [&](const Permit<review_emergency_operation>& permit) -> Result<> {
        if ((roles_now(office.gate, *actor) & agrees) == 0) return not_yours();
        auto transaction = KENPO_TRY(office.database.write());
        const auto uses = KENPO_TRY(read_uses(transaction, EmergencyBasis(permit)));
        const auto* use = find_use(uses, id);
        if (use == nullptr) return no_such_use();
        const EmergencyReview review{*actor, office.gate.clock().now(), finding, std::move(words)};
        KENPO_TRY(may_review(*use, review));
        KENPO_TRY(insert_review(transaction, EmergencyBasis(permit), *use, review));
        return transaction.commit(permit.recorder());
      });
}

}  // namespace kenpo::staff
