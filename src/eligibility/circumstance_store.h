// Circumstances in the store.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/circumstance.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table circumstance_table{
    .name = "circumstance",
    .japanese = "二以上勤務・118条・長期休職・短時間労働者・海外特例",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,
    .clear = {{"circumstance", store::Kind::id}, {"period", store::Kind::id}},
    .personal = {{"kind", store::Kind::integer}, {"detail", store::Kind::text},
                 {"reason", store::Kind::integer, store::Presence::optional}},
    .indexes = {{.columns = {"circumstance"}}, {.columns = {"decided_at"}}}};
using CircumstanceAccess = store::AccessTo<circumstance_table>;

/// For readers of the table only.
Circumstance circumstance_from(const store::Record<circumstance_table>& record);

/// Adds the circumstance, or decides it anew: the decision that stood is withdrawn.
base::Result<> put(store::Transaction& transaction, const CircumstanceAccess& access,
                   const Circumstance& circumstance, base::Moment now);

/// The circumstances of a person as known at the moment, the oldest first.
base::Result<std::vector<Circumstance>> circumstances_of(const store::View& view,
                                                         const CircumstanceAccess& access,
                                                         const base::PersonId& person,
                                                         base::Moment known_at);

/// Calls `act(const Circumstance&)` for every circumstance that stands.
template <typename Act>
base::Result<std::size_t> each_circumstance(const store::View& view,
                                            const CircumstanceAccess& access, Act&& act) {
  return store::each<circumstance_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY row_id"}, {store::not_withdrawn},
      [&](const store::Record<circumstance_table>& record) { act(circumstance_from(record)); });
}

/// Calls `act(person, first_day_touched)` for every decision made or withdrawn since the moment.
template <typename Act>
base::Result<> each_circumstance_change(const store::View& view,
                                        const CircumstanceAccess& access, base::Moment since,
                                        Act&& act) {
  // A few hundred rows in the largest society: no index is needed.
  KENPO_TRY(store::each<circumstance_table>(
      view, access, {"(decided_at >= $1 OR (withdrawn_at >= $1 AND withdrawn_at < $2))"},
      {since, store::not_withdrawn},
      [&](const store::Record<circumstance_table>& record) {
        act(record.subject(), record.times().valid_from);
      }));
  return base::Done{};
}

}  // namespace kenpo::eligibility
