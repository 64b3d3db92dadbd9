#include "staff/handler_store.h"

#include <algorithm>

#include "store/seal.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Assignment;
using notice::Role;
using store::Clause;

constexpr Clause standing("withdrawn_at = $1");
constexpr Clause standing_of_one("subject_id = $1 and withdrawn_at = $2");

NamedHandler* find(std::vector<NamedHandler>& handlers, const base::StaffId& staff) {
  const auto at = std::ranges::find_if(
      handlers, [&](const NamedHandler& each) { return each.handler.staff == staff; });
  return at == handlers.end() ? nullptr : &*at;
}

std::optional<base::Date> open_end(base::Date valid_to) {
  return valid_to == store::no_end ? std::nullopt : std::optional(valid_to);
}

/// Withdraws every standing row of the staff member in one table.
template <const store::Table& table>
Result<> withdraw_all(store::Transaction& transaction, const HandlerBasis& basis,
                      const base::StaffId& staff, base::Moment now) {
  const auto rows = KENPO_TRY(
      store::list<table>(transaction, basis, standing_of_one, {staff, store::not_withdrawn},
                         [](const store::Record<table>& record) { return record.row(); }));
  for (const auto row : rows) {
    KENPO_TRY(store::withdraw<table>(transaction, basis, row, now));
  }
  return base::Done{};
}

Result<> insert_handler(store::Transaction& transaction, const HandlerBasis& basis,
                        const NamedHandler& named, base::Moment now) {
  const auto& handler = named.handler;
  store::Draft<handler_table> draft(handler.staff,
                                    store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("leaves_on", named.leaves_on)
      .set("locked", handler.locked ? 1 : 0)
      .set("name", named.name);
  KENPO_TRY(store::insert<handler_table>(transaction, basis, draft));
  return base::Done{};
}

}  // namespace

Result<std::vector<NamedHandler>> read_handlers(const store::View& view,
                                                const HandlerBasis& basis) {
  auto handlers = KENPO_TRY(store::list<handler_table>(
      view, basis, standing, {store::not_withdrawn},
      [](const store::Record<handler_table>& record) {
        return NamedHandler{.handler = {.staff = record.subject(),
                                        .assignments = {},
                                        .undertaking_on = {},
                                        .trained_until = {},
                                        .locked = record.get<int>("locked") != 0,
                                        .establishments = {}},
                            .name = record.get<std::string>("name"),
                            .leaves_on = record.get<std::optional<base::Date>>("leaves_on")};
      }));
  KENPO_TRY(store::each<role_assignment_table>(
      view, basis, standing, {store::not_withdrawn},
      [&](const store::Record<role_assignment_table>& record) {
        if (auto* named = find(handlers, record.subject())) {
          named->handler.assignments.push_back({record.get<Role>("role"), record.times().valid_from,
                                                open_end(record.times().valid_to)});
        }
      }));
  KENPO_TRY(
      store::each<handler_scope_table>(view, basis, standing, {store::not_withdrawn},
                                       [&](const store::Record<handler_scope_table>& record) {
                                         if (auto* named = find(handlers, record.subject())) {
                                           named->handler.establishments.push_back(
                                               record.get<base::EstablishmentId>("establishment"));
                                         }
                                       }));
  std::ranges::sort(handlers, {}, [](const NamedHandler& each) { return each.handler.staff; });
  return handlers;
}

Result<std::optional<SignOff>> last_sign_off(const store::View& view) {
  return store::find<list_sign_off_table>(
      view, store::no_personal_data, {"signed_at > 0", "ORDER BY signed_at DESC LIMIT 1"}, {},
      [](const store::Record<list_sign_off_table>& record) {
        return SignOff{record.get<base::Moment>("signed_at"),
                       record.get<base::StaffId>("signed_by"), record.get<int>("handlers_count"),
                       record.get<std::string>("list_sha256")};
      });
}

Result<> insert_sign_off(store::Transaction& transaction, const SignOff& sign_off) {
  store::Draft<list_sign_off_table> draft;
  draft.set("signed_at", sign_off.signed_at)
      .set("signed_by", sign_off.signed_by)
      .set("handlers_count", sign_off.handlers_count)
      .set("list_sha256", sign_off.list_sha256);
  KENPO_TRY(store::insert<list_sign_off_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> write_handler(store::Transaction& transaction, const HandlerBasis& basis,
                       const NamedHandler& named, base::Moment now) {
  const auto& handler = named.handler;
  KENPO_TRY(withdraw_all<handler_table>(transaction, basis, handler.staff, now));
  KENPO_TRY(withdraw_all<role_assignment_table>(transaction, basis, handler.staff, now));
  KENPO_TRY(withdraw_all<handler_scope_table>(transaction, basis, handler.staff, now));
  KENPO_TRY(insert_handler(transaction, basis, named, now));
  for (const auto& assignment : handler.assignments) {
    store::Draft<role_assignment_table> draft(
        handler.staff, store::Times{.valid_from = assignment.from,
                                    .valid_to = assignment.to.value_or(store::no_end),
                                    .decided_at = now});
    draft.set("role", assignment.role);
    KENPO_TRY(store::insert<role_assignment_table>(transaction, basis, draft));
  }
  for (const auto& establishment : handler.establishments) {
    store::Draft<handler_scope_table> draft(
        handler.staff, store::Times{.valid_from = now.day(), .decided_at = now});
    draft.set("establishment", establishment);
    KENPO_TRY(store::insert<handler_scope_table>(transaction, basis, draft));
  }
  return base::Done{};
}

}  // namespace kenpo::staff
