#include "premium/leave_store.h"

namespace kenpo::premium {

using base::Result;

LeaveFact leave_from(const store::Record<leave_table>& record) {
  return {.id = record.get<LeaveId>("leave"),
          .person = record.subject(),
          .kind = record.get<Leave>("kind"),
          .days = {record.times().valid_from, record.times().valid_to},
          .worked_days = record.get<int>("worked_days"),
          .applied_on = record.get<base::Date>("applied_on"),
          .due_on = record.get<std::optional<base::Date>>("due_on"),
          .born_on = record.get<std::optional<base::Date>>("born_on"),
          .expected = record.get<std::optional<Expected>>("birth_kind").value_or(Expected::single),
          .joined_after = record.get<std::optional<base::Date>>("joined_after")};
}

Result<bool> withdraw_leave(store::Transaction& transaction, const LeaveAccess& access,
                            const LeaveId& leave, base::Moment now) {
  std::optional<store::RowId> standing;
  KENPO_TRY(store::each<leave_table>(
      transaction, access, {"leave = $1 AND withdrawn_at = $2"}, {leave, store::not_withdrawn},
      [&](const store::Record<leave_table>& record) { standing = record.row(); }));
  if (!standing) return false;
  KENPO_TRY(store::withdraw<leave_table>(transaction, access, *standing, now));
  return true;
}

Result<> put(store::Transaction& transaction, const LeaveAccess& access, const LeaveFact& leave,
             base::Moment now) {
  KENPO_TRY(withdraw_leave(transaction, access, leave.id, now));
  store::Draft<leave_table> draft(
      leave.person, store::Times{.valid_from = leave.days.from,
                                 .valid_to = leave.days.to,
                                 .decided_at = now});
  draft.set("leave", leave.id)
      .set("kind", leave.kind)
      .set("applied_on", leave.applied_on)
      .set("worked_days", leave.worked_days)
      .set("due_on", leave.due_on)
      .set("born_on", leave.born_on)
      .set("birth_kind", std::optional(leave.expected))
      .set("joined_after", leave.joined_after);
  KENPO_TRY(store::insert<leave_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<LeaveFact>> find_leave(const store::View& view, const LeaveAccess& access,
                                            const LeaveId& leave) {
  return store::find<leave_table>(view, access, {"leave = $1 AND withdrawn_at = $2"},
                                  {leave, store::not_withdrawn}, leave_from);
}

Result<std::vector<LeaveFact>> leaves_of(const store::View& view, const LeaveAccess& access,
                                         const base::PersonId& person) {
  return store::list<leave_table>(
      view, access, {"subject_id = $1 AND withdrawn_at = $2", "ORDER BY valid_from"},
      {person, store::not_withdrawn}, leave_from);
}

Result<std::vector<LeaveFact>> list_leaves(const store::View& view, const LeaveAccess& access,
                                           std::int64_t skipped, std::int64_t count) {
  return store::list<leave_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY decided_at DESC, row_id LIMIT $2 OFFSET $3"},
      {store::not_withdrawn, count, skipped}, leave_from);
}

Result<std::int64_t> count_leaves(const store::View& view, const LeaveAccess& access) {
  return store::count<leave_table>(view, access, {"withdrawn_at = $1"}, {store::not_withdrawn});
}

}  // namespace kenpo::premium
