// Links between dependents and insured people in the store.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/dependent_link.h"
#include "store/seal.h"

namespace kenpo::eligibility {

inline constexpr store::Table dependent_link_table{
    .name = "dependent_link",
    .japanese = "被扶養者",
    .subject = store::Subject::person,  // the dependent
    .category = notice::Category::eligibility,
    .timed = store::Timed::yes,
    .clear = {{"link", store::Kind::id}, {"insured", store::Kind::id}},
    .personal = {{"branch", store::Kind::integer}, {"relation", store::Kind::integer}},
    .indexes = {{.columns = {"link"}}, {.columns = {"insured"}}}};
using DependentAccess = store::AccessTo<dependent_link_table>;

/// Adds the link, or decides it anew: the decision that stood is withdrawn.
base::Result<> put(store::Transaction& transaction, const DependentAccess& access,
                   const DependentLink& link, base::Moment now);

/// The dependents of an insured person as known at the moment, by branch number.
base::Result<std::vector<DependentLink>> dependents_of(const store::View& view,
                                                       const DependentAccess& access,
                                                       const base::PersonId& insured,
                                                       base::Moment known_at);

/// The links by which the person is or was a dependent, as known at the moment.
base::Result<std::vector<DependentLink>> links_of(const store::View& view,
                                                  const DependentAccess& access,
                                                  const base::PersonId& dependent,
                                                  base::Moment known_at);

/// Calls `act(const DependentLink&)` for every link that stands.
template <typename Act>
base::Result<std::size_t> each_dependent(const store::View& view, const DependentAccess& access,
                                         Act&& act);

/// Calls `act(const DependentLink&)` for links decided or withdrawn at the moment or later.
template <typename Act>
base::Result<> each_dependent_change(const store::View& view, const DependentAccess& access,
                                     base::Moment since, Act&& act);

DependentLink link_from(const store::Record<dependent_link_table>& record);

template <typename Act>
base::Result<std::size_t> each_dependent(const store::View& view, const DependentAccess& access,
                                         Act&& act) {
  return store::each<dependent_link_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY row_id"}, {store::not_withdrawn},
      [&](const store::Record<dependent_link_table>& record) { act(link_from(record)); });
}

template <typename Act>
base::Result<> each_dependent_change(const store::View& view, const DependentAccess& access,
                                     base::Moment since, Act&& act) {
  const auto tell = [&](const store::Record<dependent_link_table>& record) {
    act(link_from(record));
  };
  KENPO_TRY(store::each<dependent_link_table>(view, access, {"decided_at >= $1"}, {since}, tell));
  KENPO_TRY(store::each<dependent_link_table>(view, access,
                                              {"withdrawn_at >= $1 AND withdrawn_at < $2"},
                                              {since, store::not_withdrawn}, tell));
  return base::Done{};
}

}  // namespace kenpo::eligibility
