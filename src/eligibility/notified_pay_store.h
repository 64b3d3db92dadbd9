// Notified pay in the store.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/notified_pay.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table notified_pay_table{
    .name = "notified_pay",
    .japanese = "届け出られた報酬",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"notified", store::Kind::id},
              {"form", store::Kind::integer},
              {"state", store::Kind::integer},
              {"period", store::Kind::id},
              {"establishment", store::Kind::id},
              {"case_id", store::Kind::id},
              {"on_day", store::Kind::date}},
    .personal = {{"amount", store::Kind::yen},
                 {"month_1", store::Kind::integer},
                 {"days_1", store::Kind::integer},
                 {"pay_1", store::Kind::yen},
                 {"month_2", store::Kind::integer},
                 {"days_2", store::Kind::integer},
                 {"pay_2", store::Kind::yen},
                 {"month_3", store::Kind::integer},
                 {"days_3", store::Kind::integer},
                 {"pay_3", store::Kind::yen},
                 {"back_pay", store::Kind::yen},
                 {"back_pay_month", store::Kind::integer, store::Presence::optional},
                 {"change_month", store::Kind::integer, store::Presence::optional},
                 {"direction", store::Kind::integer},
                 {"flags", store::Kind::integer}},
    .indexes = {{.columns = {"subject_id", "form"}},
                {.columns = {"notified"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"state", "on_day"}},
                {.columns = {"case_id"}}}};
using NotifiedPayAccess = store::AccessTo<notified_pay_table>;

base::Result<> add(store::Transaction& transaction, const NotifiedPayAccess& access,
                   const NotifiedPay& pay);

/// Puts the notification into another state.
base::Result<> set_state(store::Transaction& transaction, const NotifiedPayAccess& access,
                         const NotifiedPay& pay, PayState state);

/// A notification that waits, and where it stands.
struct WaitingPay {
  store::RowId row;
  NotifiedPay pay;
};
base::Result<> set_state(store::Transaction& transaction, const NotifiedPayAccess& access,
                         const WaitingPay& waiting, PayState state);

WaitingPay waiting_from(const store::Record<notified_pay_table>& record);
/// Calls `act(WaitingPay)` for each notification that waits for a decision, in the order in which
/// they came; for at most `limit`.
template <typename Act>
base::Result<std::size_t> each_waiting_pay(const store::View& view,
                                           const NotifiedPayAccess& access, int limit, Act&& act) {
  return store::each<notified_pay_table>(
      view, access, {"state = $1", "ORDER BY on_day, row_id LIMIT $2"}, {PayState::waiting, limit},
      [&](const store::Record<notified_pay_table>& record) { return act(waiting_from(record)); });
}
base::Result<std::int64_t> count_waiting_pay(const store::View& view,
                                             const NotifiedPayAccess& access);

/// The notified pay of a case, in the order in which it came.
base::Result<std::vector<NotifiedPay>> pay_of_case(const store::View& view,
                                                   const NotifiedPayAccess& access,
                                                   const base::CaseId& case_id);

/// Everything about monthly pay that was told of the period and not cancelled: regular, revision
/// and reports, in the order in which it came.
base::Result<std::vector<NotifiedPay>> pay_told_of(const store::View& view,
                                                   const NotifiedPayAccess& access,
                                                   const base::PersonId& person,
                                                   const PeriodId& period);

/// Bonuses of the person paid from `from` to `to`, the oldest first.
base::Result<std::vector<NotifiedPay>> bonuses_of(const store::View& view,
                                                  const NotifiedPayAccess& access,
                                                  const base::PersonId& person, base::Date from,
                                                  base::Date to);
base::Result<std::optional<NotifiedPay>> find_notified_pay(const store::View& view,
                                                           const NotifiedPayAccess& access,
                                                           const NotifiedPayId& id);

}  // namespace kenpo::eligibility
