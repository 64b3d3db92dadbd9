// Saved changes of past facts and their reversals in the store, times outside the care insurance,
// and the writing of a change's decisions.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "premium/change_fact.h"
#include "store/seal.h"

namespace kenpo::premium {

/// Only added to: a reversal is a row of its own that names what it reverses.
inline constexpr store::Table saved_change_table{
    .name = "premium_change",
    .japanese = "過去の事実の訂正",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .untimed = store::Untimed::event,
    .clear = {{"change", store::Kind::id},
              {"kind", store::Kind::integer},
              {"first_month", store::Kind::month},
              {"saved_at", store::Kind::moment},
              {"decided_by", store::Kind::id, store::Presence::optional},
              {"reverses", store::Kind::id, store::Presence::optional}},
    .personal = {{"reason", store::Kind::text},
                 {"detail", store::Kind::text},
                 {"expected", store::Kind::yen}},
    .indexes = {{.columns = {"change"}, .uniqueness = store::Uniqueness::one},
                {.columns = {"saved_at"}},
                {.columns = {"reverses"}}},
    .acquired = "saved_at"};

inline constexpr store::Table care_exclusion_table{
    .name = "care_exclusion",
    .japanese = "介護保険の適用除外",
    .subject = store::Subject::person,
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,
    .clear = {{"exclusion", store::Kind::id}},
    .indexes = {{.columns = {"exclusion"}}}};
using ChangeAccess = store::AccessTo<saved_change_table>;

base::Result<> add(store::Transaction& transaction, const ChangeAccess& access,
                   const SavedChange& change);
base::Result<std::optional<SavedChange>> find_change(const store::View& view,
                                                     const ChangeAccess& access,
                                                     const ChangeId& id);
/// The reversal of the change; nullopt while it stands.
base::Result<std::optional<SavedChange>> find_reversal(const store::View& view,
                                                       const ChangeAccess& access,
                                                       const ChangeId& id);
/// The changes about a person and their reversals, the newest first.
base::Result<std::vector<SavedChange>> changes_of(const store::View& view,
                                                  const ChangeAccess& access,
                                                  const base::PersonId& person);
/// The changes of everybody, the newest first: `count` after the first `skipped`.
base::Result<std::vector<SavedChange>> list_changes(const store::View& view,
                                                    const ChangeAccess& access,
                                                    std::int64_t skipped, std::int64_t count);
base::Result<std::int64_t> count_changes(const store::View& view, const ChangeAccess& access);
/// Whether anything about the person was changed after the moment.
base::Result<bool> changed_after(const store::View& view, const ChangeAccess& access,
                                 const base::PersonId& person, base::Moment moment);

/// Everything that is known about the people at the moment.
base::Result<KnownFacts> known_facts(const store::View& view, const ChangeAccess& access,
                                     const std::vector<base::PersonId>& people,
                                     base::Moment known_at);
/// Writes the decisions of a change. Leaves are not among them.
base::Result<> put(store::Transaction& transaction, const ChangeAccess& access,
                   const ChangedFacts& changed, base::Moment now);

base::Result<std::vector<CareExclusionFact>> exclusions_of(const store::View& view,
                                                           const ChangeAccess& access,
                                                           const base::PersonId& person,
                                                           base::Moment known_at);
/// Calls `act(const CareExclusionFact&)` for every one that stands.
template <typename Act>
base::Result<std::size_t> each_exclusion(const store::View& view, const ChangeAccess& access,
                                         Act&& act);

/// Calls `act(person, first_day_touched)` for every change saved at the moment or later: also where
/// decisions only ended, which nothing else tells.
template <typename Act>
base::Result<std::size_t> each_change(const store::View& view, const ChangeAccess& access,
                                      base::Moment since, Act&& act) {
  return store::each<saved_change_table>(
      view, access, {"saved_at >= $1"}, {since},
      [&](const store::Record<saved_change_table>& record) {
        act(record.subject(), record.get<base::Month>("first_month").first_day());
      });
}

/// For each_exclusion only.
CareExclusionFact exclusion_from(const store::Record<care_exclusion_table>& record);

template <typename Act>
base::Result<std::size_t> each_exclusion(const store::View& view, const ChangeAccess& access,
                                         Act&& act) {
  return store::each<care_exclusion_table>(
      view, access, {"withdrawn_at = $1"}, {store::not_withdrawn},
      [&](const store::Record<care_exclusion_table>& record) { act(exclusion_from(record)); });
}

}  // namespace kenpo::premium
