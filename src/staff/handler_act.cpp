#include "staff/handler_act.h"

#include <algorithm>

#include "base/hash.h"
#include "staff/break_glass_act.h"
#include "staff/duty_act.h"
#include "staff/staffing_rule.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Gate;
using notice::Permit;
using notice::Role;
using notice::RoleMask;

constexpr auto decides_on_rights =
    static_cast<RoleMask>(mask_of(Role::responsible_person) | mask_of(Role::executive_director));
constexpr auto proposes_rights = static_cast<RoleMask>(
    decides_on_rights | mask_of(Role::system_operator) | mask_of(Role::general_affairs_clerk));
constexpr Acting by_program{notice::ProgramActor::command_line};

base::Fault handler_fault(base::Words why, base::Words mend) {
  return {.what = {"取扱者名簿を変えられません。", "The list of handlers is not changed."},
          .why = std::move(why),
          .mend = std::move(mend),
          .place = {}};
}

/// The entry of the list, or an empty one for somebody new.
NamedHandler entry_of(const std::vector<NamedHandler>& handlers, const base::StaffId& staff) {
  const auto at = std::ranges::find_if(
      handlers, [&](const NamedHandler& each) { return each.handler.staff == staff; });
  if (at != handlers.end()) return *at;
  return {.handler = {.staff = staff,
                      .assignments = {},
                      .undertaking_on = {},
                      .trained_until = {},
                      .locked = false,
                      .establishments = {}},
          .name = {},
          .leaves_on = {}};
}

/// The role whose field `role_…` is.
std::string field_label(std::string_view field) {
  if (field == "name") return "氏名";
  if (field == "state") return "状態";
  if (field == "establishments") return "事業所(空は全部)";
  const auto role = notice::parse_role(field.substr(std::min<std::size_t>(field.size(), 5)));
  return role ? "役割：" + std::string(notice::wording(*role)) : std::string(field);
}

std::string field_words(std::string_view field, std::string_view value) {
  if (field == "state") return value == "locked" ? "停止" : "有効";
  if (!field.starts_with("role_") || value.empty()) return std::string(value);
  std::string words;
  for (const char each : value) {
    if (each == ' ') {
      words += " 〜 ";
    } else if (each == ';') {
      words += "、";
    } else if (each != '-' || !words.ends_with(" 〜 ")) {
      words += each;
    }
  }
  return words;
}

/// Nobody decides on his own rights, also when somebody else proposed them.
Result<> check_not_own(const Execution& execution, const base::StaffId& subject) {
  const auto* actor = std::get_if<base::StaffId>(&execution.acting.actor);
  if (actor != nullptr && *actor != subject) return base::Done{};
  return handler_fault(
      {"自分の権限は、自分では決められません。", "Nobody decides on his own rights."},
      {"もう一人に決めてもらってください。", "Ask another person."});
}

/// Writes the change as it was proposed; the entry must still be what it was then.
Result<> write_change(const Execution& execution) {
  return execution.gate.perform<appoint_handler_operation>(
      Acting{notice::ProgramActor::command_line, execution.approval.id},
      [&](const Permit<appoint_handler_operation>& permit) -> Result<> {
        const HandlerBasis basis(permit);
        const auto staff = base::StaffId::parse(execution.change.subject);
        if (!staff) {
          return handler_fault({"対象の人が読めません。", "The subject does not read."},
                               {"もう一度提案してください。", "Propose it anew."});
        }
        KENPO_TRY(check_not_own(execution, *staff));
        const auto handlers = KENPO_TRY(read_handlers(execution.transaction, basis));
        const auto now = execution.gate.clock().now();
        if (execution.change.after("state") == "open") {
          KENPO_TRY(with_release(handlers, *staff, now.day()));
        }
        const auto changed = KENPO_TRY(with_change(entry_of(handlers, *staff), execution.change));
        return write_handler(execution.transaction, basis, changed, now);
      });
}

struct Succession {
  base::StaffId successor;
  base::Date from;
};

Result<Succession> succession_of(const Change& change) {
  const auto successor = base::StaffId::parse(change.after("person"));
  const auto from = base::Date::parse(change.after("from"));
  if (successor && from) return Succession{*successor, *from};
  return handler_fault({"後任か日が読めません。", "Successor or day does not read."},
                       {"もう一度提案してください。", "Propose it anew."});
}

std::string responsible_text(const std::vector<NamedHandler>& handlers, base::Date day) {
  const auto held = responsible_person_on(handlers, day);
  return held ? std::string(held->text()) : std::string();
}

Result<> write_succession(const Execution& execution) {
  const auto asked = KENPO_TRY(succession_of(execution.change));
  KENPO_TRY(check_not_own(execution, asked.successor));
  return execution.gate.perform<change_responsible_operation>(
      Acting{notice::ProgramActor::command_line, execution.approval.id},
      [&](const Permit<change_responsible_operation>& permit) -> Result<> {
        const HandlerBasis basis(permit);
        const auto now = execution.gate.clock().now();
        const auto handlers = KENPO_TRY(read_handlers(execution.transaction, basis));
        if (responsible_text(handlers, now.day()) != execution.change.before("person")) {
          return handler_fault(
              {"提案の後に、責任者が替わっています。", "Another one holds the role now."},
              {"もう一度提案してください。", "Propose it anew."});
        }
        const auto changed =
            KENPO_TRY(with_successor(handlers, asked.successor, asked.from, now.day()));
        for (const auto& each : changed) {
          KENPO_TRY(write_handler(execution.transaction, basis, each, now));
        }
        return base::Done{};
      });
}

ApprovalKind kind_on_rights(const PeopleOffice& office) {
  return {.name = {},
          .japanese = {},
          .proposers = proposes_rights,
          .approvers = decides_on_rights,
          .within = {},
          .after = [office](const Approval&, const Change&, const Acting&) {
            return office.policy_changed();
          }};
}

std::string present_list_sha256(const Gate& gate, std::span<const NamedHandler> kept) {
  const auto policy = gate.policy();
  return base::sha256_hex(list_text(kept, policy->roles, policy->notice.pairs));
}

}  // namespace

Result<std::vector<NamedHandler>> load_handlers(Gate& gate, store::Database& database) {
  return gate.perform<load_handlers_operation>(
      by_program,
      [&](const Permit<load_handlers_operation>& permit) -> Result<std::vector<NamedHandler>> {
        const auto view = KENPO_TRY(database.read());
        return read_handlers(view, HandlerBasis(permit));
      });
}

Result<Staffing> load_staffing(Gate& gate, store::Database& database) {
  Staffing staffing;
  staffing.handlers = KENPO_TRY(load_handlers(gate, database));
  staffing.duties = KENPO_TRY(load_duties({gate, database}));
  staffing.emergencies = KENPO_TRY(load_emergencies(gate, database));
  return staffing;
}

Result<> appoint_handler(Gate& gate, store::Database& database, const NamedHandler& handler) {
  KENPO_TRY(check_handler(handler));
  return gate.perform<appoint_handler_operation>(
      by_program, [&](const Permit<appoint_handler_operation>& permit) -> Result<> {
        auto transaction = KENPO_TRY(database.write());
        KENPO_TRY(write_handler(transaction, HandlerBasis(permit), handler, gate.clock().now()));
        return transaction.commit(permit.recorder());
      });
}

notice::Policy policy_of(const Staffing& staffing, const notice::NoticeInForce& in_force,
                         const notice::RoleMatrix& roles, base::Moment now) {
  const auto handlers = handlers_at(staffing, now);
  notice::Policy policy{.notice = in_force,
                        .roles = roles,
                        .handlers = {},
                        .responsible_person = responsible_person_on(handlers, now.day())};
  for (const auto& named : handlers) policy.handlers.push_back(named.handler);
  return policy;
}

ApprovalKind handler_kind(const PeopleOffice& office) {
  auto kind = kind_on_rights(office);
  kind.name = handler_kind_name;
  kind.japanese = "役割と範囲の変更";
  kind.within = write_change;
  kind.label = field_label;
  kind.words = field_words;
  return kind;
}

Result<base::CaseId> propose_handler_change(const PeopleOffice& office, const Acting& acting,
                                            const NamedHandler& before, const NamedHandler& after,
                                            std::string reason) {
  KENPO_TRY(check_handler(after));
  auto change = change_of(before, after);
  return office.approvals.propose(
      acting,
      {.kind = handler_kind_name, .reason = std::move(reason), .change = std::move(change)});
}

ApprovalKind responsible_kind(const PeopleOffice& office) {
  auto kind = kind_on_rights(office);
  kind.name = responsible_kind_name;
  kind.japanese = "個人情報取扱責任者の交代";
  kind.within = write_succession;
  kind.label = [](std::string_view field) -> std::string {
    return field == "person" ? "個人情報取扱責任者" : "交代の日";
  };
  return kind;
}

Result<base::CaseId> propose_responsible_person(const PeopleOffice& office, const Acting& acting,
                                                const base::StaffId& successor, base::Date from,
                                                std::string reason) {
  const auto today = office.gate.clock().now().day();
  const auto handlers = KENPO_TRY(load_handlers(office.gate, office.database));
  KENPO_TRY(with_successor(handlers, successor, from, today));
  return office.approvals.propose(
      acting,
      {.kind = responsible_kind_name,
       .reason = std::move(reason),
       .change = {"responsible_person",
                  {{"person", responsible_text(handlers, today), std::string(successor.text())},
                   {"from", "", from.iso()}}}});
}

Result<> end_handler(const PeopleOffice& office, const base::StaffId& staff, base::Date last_day,
                     LeavesAt at) {
  const auto work = [&](const Permit<end_handler_operation>& permit) -> Result<> {
    const HandlerBasis basis(permit);
    auto transaction = KENPO_TRY(office.database.write());
    const auto handlers = KENPO_TRY(read_handlers(transaction, basis));
    const bool listed = std::ranges::any_of(
        handlers, [&](const NamedHandler& each) { return each.handler.staff == staff; });
    if (!listed) return base::Done{};
    const auto changed =
        KENPO_TRY(with_leaving(handlers, staff, last_day, at, office.gate.clock().now().day()));
    KENPO_TRY(write_handler(transaction, basis, changed, office.gate.clock().now()));
    return transaction.commit(permit.recorder());
  };
  KENPO_TRY(office.gate.perform<end_handler_operation>(by_program, work));
  return office.policy_changed();
}

Result<SignedList> signed_list(const Gate& gate, store::Database& database,
                               std::span<const NamedHandler> kept) {
  const auto view = KENPO_TRY(database.read());
  return SignedList{.text_sha256 = present_list_sha256(gate, kept),
                    .handlers_count = static_cast<int>(kept.size()),
                    .last = KENPO_TRY(last_sign_off(view))};
}

Result<> sign_list(const PeopleOffice& office, const Acting& acting,
                   const std::string& shown_sha256) {
  const auto kept = KENPO_TRY(load_handlers(office.gate, office.database));
  return office.gate.perform<sign_list_operation>(
      acting, [&](const Permit<sign_list_operation>&) -> Result<> {
        const auto* actor = std::get_if<base::StaffId>(&acting.actor);
        if (actor == nullptr || office.gate.policy()->responsible_person != *actor) {
          return handler_fault(
              {"確認できるのは個人情報取扱責任者だけです。", "Only the responsible person signs."},
              {"責任者に頼んでください。", "Ask the responsible person."});
        }
        const auto present = present_list_sha256(office.gate, kept);
        if (present != shown_sha256) {
          return handler_fault(
              {"表示した後に、名簿が変わりました。", "The list has changed since."},
              {"いまの名簿を見てから、確認してください。", "Read the list again."});
        }
        auto transaction = KENPO_TRY(office.database.write());
        KENPO_TRY(insert_sign_off(transaction, {.signed_at = office.gate.clock().now(),
                                                .signed_by = *actor,
                                                .handlers_count = static_cast<int>(kept.size()),
                                                .list_sha256 = present}));
        return transaction.commit_without_personal_data();
      });
}

}  // namespace kenpo::staff
