#include "eligibility/person_merge_store.h"

#include <algorithm>

namespace kenpo::eligibility {

namespace {

using base::PersonId;
using base::Result;

PersonMerge merge_from(const store::Record<person_merge_table>& record) {
  return {.id = record.get<MergeId>("merge"),
          .kept = record.get<PersonId>("kept"),
          .merged = record.get<PersonId>("merged"),
          .decided_at = record.times().decided_at,
          .decided_by = record.get<std::optional<base::StaffId>>("decided_by")};
}

Result<> add_reversal(const store::View& view, PersonMerge& merge) {
  KENPO_TRY(store::each<merge_reversal_table>(
      view, store::no_personal_data, {"merge = $1"}, {merge.id},
      [&](const store::Record<merge_reversal_table>& record) {
        merge.reversed_at = record.get<base::Moment>("reversed_at");
        merge.reversed_by = record.get<std::optional<base::StaffId>>("reversed_by");
      }));
  return base::Done{};
}

}  // namespace

Result<> put(store::Transaction& transaction, const PersonMerge& merge) {
  store::Draft<person_merge_table> draft(
      store::Times{.valid_from = merge.decided_at.day(), .decided_at = merge.decided_at});
  draft.set("merge", merge.id)
      .set("kept", merge.kept)
      .set("merged", merge.merged)
      .set("decided_by", merge.decided_by);
  KENPO_TRY(store::insert<person_merge_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<bool> reverse(store::Transaction& transaction, const MergeId& id, base::Moment now,
                     std::optional<base::StaffId> by) {
  const auto row = KENPO_TRY(store::find<person_merge_table>(
      transaction, store::no_personal_data, {"merge = $1 AND withdrawn_at = $2"},
      {id, store::not_withdrawn},
      [](const store::Record<person_merge_table>& record) { return record.row(); }));
  if (!row) return false;
  KENPO_TRY(store::withdraw<person_merge_table>(transaction, store::no_personal_data, *row, now));
  store::Draft<merge_reversal_table> draft;
  draft.set("merge", id).set("reversed_at", now).set("reversed_by", by);
  KENPO_TRY(store::insert<merge_reversal_table>(transaction, store::no_personal_data, draft));
  return true;
}

Result<std::optional<PersonMerge>> find_merge(const store::View& view, const MergeId& id) {
  auto merge = KENPO_TRY(store::find<person_merge_table>(view, store::no_personal_data,
                                                         {"merge = $1"}, {id}, merge_from));
  if (merge) KENPO_TRY(add_reversal(view, *merge));
  return merge;
}

Result<std::vector<PersonMerge>> merges_of(const store::View& view, const PersonId& person) {
  auto merges = KENPO_TRY(store::list<person_merge_table>(
      view, store::no_personal_data, {"kept = $1 OR merged = $1", "ORDER BY row_id"}, {person},
      merge_from));
  for (auto& merge : merges) KENPO_TRY(add_reversal(view, merge));
  return merges;
}

Result<PersonId> kept_person(const store::View& view, const PersonId& person,
                             base::Moment known_at) {
  auto kept = person;
  for (std::size_t steps = 0; steps < identities_limit; ++steps) {
    const auto next = KENPO_TRY(store::find<person_merge_table>(
        view, store::no_personal_data, {"merged = $1 AND decided_at <= $2 AND withdrawn_at > $2"},
        {kept, known_at},
        [](const store::Record<person_merge_table>& record) {
          return record.get<PersonId>("kept");
        }));
    if (!next) break;
    kept = *next;
  }
  return kept;
}

Result<std::vector<PersonId>> identities_of(const store::View& view, const PersonId& person,
                                            base::Moment known_at) {
  std::vector<PersonId> all{KENPO_TRY(kept_person(view, person, known_at))};
  for (std::size_t at = 0; at < all.size() && all.size() < identities_limit; ++at) {
    for (const auto& merged : KENPO_TRY(store::list<person_merge_table>(
             view, store::no_personal_data,
             {"kept = $1 AND decided_at <= $2 AND withdrawn_at > $2", "ORDER BY row_id"},
             {all[at], known_at}, [](const store::Record<person_merge_table>& record) {
               return record.get<PersonId>("merged");
             }))) {
      if (std::ranges::find(all, merged) == all.end()) all.push_back(merged);
    }
  }
  return all;
}

Result<Identities> Identities::build(const store::View& view) {
  Identities made;
  KENPO_TRY(store::each<person_merge_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY row_id"},
      {store::not_withdrawn}, [&](const store::Record<person_merge_table>& record) {
        made.kept_by_merged_.insert_or_assign(record.get<PersonId>("merged"),
                                              record.get<PersonId>("kept"));
      }));
  return made;
}

PersonId Identities::kept(const PersonId& person) const {
  auto kept = person;
  for (std::size_t steps = 0; steps < identities_limit; ++steps) {
    const auto next = kept_by_merged_.find(kept);
    if (next == kept_by_merged_.end()) break;
    kept = next->second;
  }
  return kept;
}

std::vector<PersonId> Identities::all(const PersonId& person) const {
  std::vector<PersonId> people{kept(person)};
  for (const auto& [merged, into] : kept_by_merged_) {
    if (people.size() < identities_limit && kept(merged) == people.front()) {
      people.push_back(merged);
    }
  }
  return people;
}

}  // namespace kenpo::eligibility
