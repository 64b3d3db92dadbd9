// Merges in the store, and the question every reader of a ledger asks: who are all one person?
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/person_merge.h"
#include "store/seal.h"

namespace kenpo::eligibility {

/// Random ids and times only. The row that is not withdrawn stands; a reversal withdraws it and
/// says by whom in a row of its own.
inline constexpr store::Table person_merge_table{
    .name = "person_merge",
    .japanese = "名寄せの決定",
    .timed = store::Timed::yes,
    .clear = {{"merge", store::Kind::id},
              {"kept", store::Kind::id},
              {"merged", store::Kind::id},
              {"decided_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"merge"}}, {.columns = {"kept"}}, {.columns = {"merged"}}}};

inline constexpr store::Table merge_reversal_table{
    .name = "merge_reversal",
    .japanese = "名寄せの取消し",
    .untimed = store::Untimed::event,
    .clear = {{"merge", store::Kind::id},
              {"reversed_at", store::Kind::moment},
              {"reversed_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"merge"}, .uniqueness = store::Uniqueness::one}}};

/// More merges into one person than this are a mistake of the office.
inline constexpr std::size_t identities_limit = 16;

base::Result<> put(store::Transaction& transaction, const PersonMerge& merge);
/// The decision ends at the moment; its row stays. False: no such decision, or reversed before.
base::Result<bool> reverse(store::Transaction& transaction, const MergeId& id, base::Moment now,
                           std::optional<base::StaffId> by);

base::Result<std::optional<PersonMerge>> find_merge(const store::View& view, const MergeId& id);
/// Every decision that the person was ever part of, the oldest first, reversed ones with them.
base::Result<std::vector<PersonMerge>> merges_of(const store::View& view,
                                                 const base::PersonId& person);

/// Under whom the person was shown at the moment: the person themselves when never merged.
base::Result<base::PersonId> kept_person(const store::View& view, const base::PersonId& person,
                                         base::Moment known_at);
/// Everybody who was one with the person at the moment, the kept one first.
base::Result<std::vector<base::PersonId>> identities_of(const store::View& view,
                                                        const base::PersonId& person,
                                                        base::Moment known_at);

/// Who is one person with whom, for a run over many: the merges that stand at the moment of
/// building.
class Identities {
 public:
  static base::Result<Identities> build(const store::View& view);
  /// Under whom the person is shown: themselves when not merged.
  base::PersonId kept(const base::PersonId& person) const;
  /// Everybody who is one with the person, the kept one first.
  std::vector<base::PersonId> all(const base::PersonId& person) const;

 private:
  std::map<base::PersonId, base::PersonId> kept_by_merged_;
};

/// Calls `act(kept, merged)` for every merge that was decided or reversed at the moment or later.
template <typename Act>
base::Result<std::size_t> each_merge_change(const store::View& view, base::Moment since,
                                            Act&& act) {
  return store::each<person_merge_table>(
      view, store::no_personal_data,
      {"decided_at >= $1 OR (withdrawn_at >= $1 AND withdrawn_at < $2)"},
      {since, store::not_withdrawn}, [&](const store::Record<person_merge_table>& record) {
        act(record.get<base::PersonId>("kept"), record.get<base::PersonId>("merged"));
      });
}

/// The rows of all identities one after another: `rows(const base::PersonId&)` reads those of one.
template <typename Rows>
auto of_all(const std::vector<base::PersonId>& identities, Rows&& rows)
    -> decltype(rows(identities.front())) {
  auto all = KENPO_TRY(rows(identities.front()));
  for (std::size_t at = 1; at < identities.size(); ++at) {
    for (auto& row : KENPO_TRY(rows(identities[at]))) all.push_back(std::move(row));
  }
  return all;
}

}  // namespace kenpo::eligibility
