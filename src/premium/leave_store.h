// Notified leaves in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "premium/leave.h"
#include "store/seal.h"

namespace kenpo::premium {

inline constexpr store::Table leave_table{
    .name = "premium_leave",
    .japanese = "産休・育休の申出",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,  // valid from the first to the last day of the leave
    .clear = {{"leave", store::Kind::id},
              {"kind", store::Kind::integer},
              {"applied_on", store::Kind::date}},
    .personal = {{"worked_days", store::Kind::integer},
                 {"due_on", store::Kind::date, store::Presence::optional},
                 {"born_on", store::Kind::date, store::Presence::optional},
                 {"birth_kind", store::Kind::integer, store::Presence::optional},
                 {"joined_after", store::Kind::date, store::Presence::optional}},
    .indexes = {{.columns = {"leave"}}, {.columns = {"decided_at"}}}};
using LeaveAccess = store::AccessTo<leave_table>;

/// Adds the leave, or decides it anew: the decision that stood is withdrawn.
base::Result<> put(store::Transaction& transaction, const LeaveAccess& access,
                   const LeaveFact& leave, base::Moment now);
/// Takes the leave back: it was notified in error. False when none stands.
base::Result<bool> withdraw_leave(store::Transaction& transaction, const LeaveAccess& access,
                                  const LeaveId& leave, base::Moment now);

/// The leave as it stands; nullopt when there is none.
base::Result<std::optional<LeaveFact>> find_leave(const store::View& view,
                                                  const LeaveAccess& access,
                                                  const LeaveId& leave);
/// The leaves of a person as they stand, in the order of their first days.
base::Result<std::vector<LeaveFact>> leaves_of(const store::View& view,
                                               const LeaveAccess& access,
                                               const base::PersonId& person);
/// The leaves that stand, the last applied first: `count` of them after the first `skipped`.
base::Result<std::vector<LeaveFact>> list_leaves(const store::View& view,
                                                 const LeaveAccess& access, std::int64_t skipped,
                                                 std::int64_t count);
base::Result<std::int64_t> count_leaves(const store::View& view, const LeaveAccess& access);

LeaveFact leave_from(const store::Record<leave_table>& record);

/// Calls `act(const LeaveFact&)` for every leave that touches the days from `first` on.
template <typename Act>
base::Result<std::size_t> each_leave(const store::View& view, const LeaveAccess& access,
                                     base::Date first, Act&& act) {
  return store::each<leave_table>(
      view, access, {"withdrawn_at = $1 AND valid_to >= $2"}, {store::not_withdrawn, first},
      [&](const store::Record<leave_table>& record) { act(leave_from(record)); });
}

/// Calls `act(person, first_day_touched)` for every decision made or withdrawn since the moment.
template <typename Act>
base::Result<> each_leave_change(const store::View& view, const LeaveAccess& access,
                                 base::Moment since, Act&& act) {
  const auto tell = [&](const store::Record<leave_table>& record) {
    // What it joins is one leave with it: the months of the leave before change too.
    const auto leave = leave_from(record);
    const bool childcare = leave.kind == Leave::childcare;
    act(leave.person, leave.joined_after.value_or(leave.days.from.plus_days(childcare ? -1 : 0)));
  };
  KENPO_TRY(store::each<leave_table>(view, access, {"decided_at >= $1"}, {since}, tell));
  // A leave that is taken back has no decision in its place; the table is small.
  KENPO_TRY(store::each<leave_table>(view, access, {"withdrawn_at >= $1 AND withdrawn_at < $2"},
                                     {since, store::not_withdrawn}, tell));
  return base::Done{};
}

}  // namespace kenpo::premium
