#include "app/strange_rows.h"

#include <algorithm>

#include "staff/approval_store.h"
#include "staff/handler_lock_store.h"
#include "staff/handler_store.h"
#include "store/seal.h"

namespace kenpo::app {

namespace {

using base::Result;

base::Moment earlier(base::Moment moment) {
  return moment.plus_milliseconds(-clock_tolerance_milliseconds);
}
base::Moment later(base::Moment moment) {
  return moment.plus_milliseconds(clock_tolerance_milliseconds);
}

/// Rows about handlers that no leaf of the log stands for: written, or taken back, behind the
/// program's back.
template <const store::Table& table>
Result<std::uint64_t> rows_without_leaf(const store::View& view, const staff::HandlerBasis& basis,
                                        const std::vector<base::Moment>& writes,
                                        const Unread& unread) {
  std::uint64_t found = 0;
  KENPO_TRY(store::each<table>(view, basis, {"1 = 1"}, {}, [&](const store::Record<table>& record) {
    const auto has_leaf = [&](base::Moment moment) {
      if (unread.after < moment && moment <= later(unread.now)) return true;
      const auto at = std::ranges::lower_bound(writes, earlier(moment));
      return at != writes.end() && *at <= later(moment);
    };
    const auto times = record.times();
    const bool stands = times.withdrawn_at == store::not_withdrawn;
    if (!has_leaf(times.decided_at) || (!stands && !has_leaf(times.withdrawn_at))) ++found;
  }));
  return found;
}

/// Leaves that say that a handler was locked, and no row of a lock beside them: somebody took the
/// lock back behind the program's back. Each row stands for one leaf.
Result<std::uint64_t> leaves_without_lock(const store::View& view,
                                          const staff::HandlerBasis& basis,
                                          const std::vector<base::Moment>& leaves) {
  std::vector<base::Moment> rows;
  KENPO_TRY(store::each<staff::handler_lock_table>(
      view, basis, {"1 = 1", "ORDER BY locked_at"}, {},
      [&](const store::Record<staff::handler_lock_table>& record) {
        rows.push_back(record.get<base::Moment>("locked_at"));
      }));
  std::uint64_t missing = 0;
  for (const auto& leaf : leaves) {
    const auto at = std::ranges::lower_bound(rows, earlier(leaf));
    if (at == rows.end() || later(leaf) < *at) {
      ++missing;
    } else {
      rows.erase(at);
    }
  }
  return missing;
}

}  // namespace

Result<Strange> strange_rows(Office& office, notice::ProgramActor actor,
                             const LogFindings& leaves, const Unread& unread) {
  return office.gate().perform<self_check_operation>(
      notice::Acting{actor},
      [&](const notice::Permit<self_check_operation>& permit) -> Result<Strange> {
        const auto view = KENPO_TRY(office.database().read());
        const staff::HandlerBasis basis(permit);
        const auto handlers = KENPO_TRY(rows_without_leaf<staff::handler_table>(
            view, basis, leaves.handler_writes, unread));
        const auto roles = KENPO_TRY(rows_without_leaf<staff::role_assignment_table>(
            view, basis, leaves.handler_writes, unread));
        const auto locks = KENPO_TRY(leaves_without_lock(view, basis, leaves.handler_locks));
        return Strange{handlers + roles, locks};
      });
}

Result<std::uint64_t> decisions_of_one(Office& office, notice::ProgramActor actor) {
  return office.gate().perform<compare_decisions_operation>(
      notice::Acting{actor},
      [&](const notice::Permit<compare_decisions_operation>& permit) -> Result<std::uint64_t> {
        const auto view = KENPO_TRY(office.database().read());
        std::uint64_t alone = 0;
        KENPO_TRY(store::each<staff::approval_step_table>(
            view, staff::ApprovalBasis(permit), {"step = $1"},
            {staff::ApprovalStepKind::approved},
            [&](const store::Record<staff::approval_step_table>& record) {
              if (record.get<base::StaffId>("decided_by") == record.subject()) ++alone;
            }));
        return alone;
      });
}

}  // namespace kenpo::app
