#include "staff/handler_lock_store.h"

namespace kenpo::staff {

using base::Result;

Result<> add(store::Transaction& transaction, const HandlerBasis& basis, const HandlerLock& lock) {
  store::Draft<handler_lock_table> draft(lock.staff);
  draft.set("locked_at", lock.at).set("locked_by", lock.by).set("reason", lock.reason);
  KENPO_TRY(store::insert<handler_lock_table>(transaction, basis, draft));
  return base::Done{};
}

Result<std::vector<HandlerLock>> list_handler_locks(const store::View& view,
                                                    const HandlerBasis& basis) {
  return store::list<handler_lock_table>(
      view, basis, {"locked_at > $1", "ORDER BY locked_at DESC LIMIT $2"},
      {base::Moment{0}, handler_locks_shown_limit},
      [](const store::Record<handler_lock_table>& record) {
        return HandlerLock{record.subject(), record.get<base::Moment>("locked_at"),
                           record.get<base::StaffId>("locked_by"),
                           record.get<std::string>("reason")};
      });
}

}  // namespace kenpo::staff
