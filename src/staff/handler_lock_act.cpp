#include "staff/handler_lock_act.h"

#include <algorithm>

#include "base/utf8.h"
#include "staff/handler_act.h"
#include "staff/handler_lock_store.h"
#include "store/under.h"

namespace kenpo::staff {

namespace {

using base::Result;
using notice::Acting;
using notice::Permit;

Result<> check_lock_reason(const std::string& reason) {
  const auto length = base::count_code_points(reason);
  if (length > 0 && length <= reason_characters_limit) return base::Done{};
  return base::Fault{
      .what = {"理由は1文字から500文字までです。", "A reason has 1 to 500 characters."},
      .why = {},
      .mend = {"理由を書いてください。", "Write the reason."},
      .place = {}};
}

}  // namespace

Result<> lock_handler(const PeopleOffice& office, const Acting& acting,
                      const base::StaffId& staff, std::string reason) {
  KENPO_TRY(check_lock_reason(reason));
  const auto done = store::write_under<lock_handler_operation>(
      office, acting,
      [&](const Permit<lock_handler_operation>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const HandlerBasis basis(permit);
        const auto handlers = KENPO_TRY(read_handlers(transaction, basis));
        const auto locked = KENPO_TRY(with_lock(handlers, staff));
        KENPO_TRY(write_handler(transaction, basis, locked, now));
        const auto* by = std::get_if<base::StaffId>(&acting.actor);
        KENPO_REQUIRE(by != nullptr);  // the operation is for people only
        return add(transaction, basis, {staff, now, *by, std::move(reason)});
      });
  if (!done.ok()) return done;
  return office.policy_changed();
}

Result<base::CaseId> propose_release(const PeopleOffice& office, const Acting& acting,
                                     const base::StaffId& staff, std::string reason) {
  const auto handlers = KENPO_TRY(load_handlers(office.gate, office.database));
  const auto today = office.gate.clock().now().day();
  const auto released = KENPO_TRY(with_release(handlers, staff, today));
  auto before = released;
  before.handler.locked = true;
  return propose_handler_change(office, acting, before, released, std::move(reason));
}

Result<LockView> show_locks(const PeopleOffice& office, const Acting& acting) {
  return store::read_under<show_locks_operation>(
      office, acting,
      [&](const Permit<show_locks_operation>& permit, const store::View& view) -> Result<LockView> {
        return LockView{KENPO_TRY(read_handlers(view, HandlerBasis(permit))),
                        KENPO_TRY(list_handler_locks(view, HandlerBasis(permit)))};
      });
}

}  // namespace kenpo::staff
