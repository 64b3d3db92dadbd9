#include "staff/handler_act.h"

#include <algorithm>

#include "base/utf8.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Gate;
using notice::Permit;

constexpr std::size_t name_characters_limit = 40;  // names on screens and in watermarks

base::Fault list_fault(base::Words what, base::Words mend) {
  return {.what = std::move(what), .why = {}, .mend = std::move(mend), .place = {}};
}

Result<> check(const NamedHandler& named) {
  const auto length = base::count_code_points(named.name);
  if (length == 0 || length > name_characters_limit) {
    return list_fault({"取扱者の氏名は1文字から40文字までです。", "A name has 1 to 40 characters."},
                      {"氏名を入れ直してください。", "Enter the name again."});
  }
  for (const auto& assignment : named.handler.assignments) {
    if (assignment.to && *assignment.to < assignment.from) {
      return list_fault(
          {"役割の終わりの日が始まりの日より前です。", "A role ends before it begins."},
          {"役割の期間を直してください。", "Mend the period of the role."});
    }
  }
  return base::Done{};
}

}  // namespace

Result<std::vector<NamedHandler>> load_handlers(Gate& gate, store::Database& database) {
  return gate.perform<load_handlers_operation>(
      Acting{notice::ProgramActor::command_line},
      [&](const Permit<load_handlers_operation>& permit) -> Result<std::vector<NamedHandler>> {
        const auto view = KENPO_TRY(database.read());
        return read_handlers(view, HandlerBasis(permit));
      });
}

Result<> appoint_handler(Gate& gate, store::Database& database, const Acting& acting,
                         const NamedHandler& handler) {
  KENPO_TRY(check(handler));
  return gate.perform<appoint_handler_operation>(
      acting, [&](const Permit<appoint_handler_operation>& permit) -> Result<> {
        auto transaction = KENPO_TRY(database.write());
        KENPO_TRY(write_handler(transaction, HandlerBasis(permit), handler, gate.clock().now()));
        return transaction.commit(permit.recorder());
      });
}

notice::Policy policy_of(const std::vector<NamedHandler>& handlers,
                         const notice::NoticeInForce& in_force, const notice::RoleMatrix& roles,
                         base::Date day) {
  notice::Policy policy{
      .notice = in_force, .roles = roles, .handlers = {}, .responsible_person = {}};
  std::size_t responsible = 0;
  for (const auto& named : handlers) {
    policy.handlers.push_back(named.handler);
    const bool holds =
        std::ranges::any_of(named.handler.assignments, [&](const notice::Assignment& each) {
          return each.role == notice::Role::responsible_person && each.holds_on(day);
        });
    if (!holds || named.handler.locked) continue;
    ++responsible;
    policy.responsible_person = named.handler.staff;
  }
  if (responsible != 1) policy.responsible_person.reset();
  return policy;
}

}  // namespace kenpo::staff
