#include "eligibility/dependent_link_store.h"

#include <algorithm>

namespace kenpo::eligibility {

using base::Result;

DependentLink link_from(const store::Record<dependent_link_table>& record) {
  DependentLink link{.id = record.get<DependentLinkId>("link"),
                     .dependent = record.subject(),
                     .insured = record.get<base::PersonId>("insured"),
                     .branch = record.get<int>("branch"),
                     .relation = record.get<Relation>("relation"),
                     .from = record.times().valid_from,
                     .until = std::nullopt};
  if (record.times().valid_to != store::no_end) link.until = record.times().valid_to;
  return link;
}

Result<> put(store::Transaction& transaction, const DependentAccess& access,
             const DependentLink& link, base::Moment now) {
  KENPO_REQUIRE(link.branch >= 1 && link.branch <= branch_limit);
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<dependent_link_table>(
      transaction, access, {"link = $1 AND withdrawn_at = $2"}, {link.id, store::not_withdrawn},
      [&](const store::Record<dependent_link_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<dependent_link_table>(transaction, access, *old, now));
  store::Draft<dependent_link_table> draft(
      link.dependent, store::Times{.valid_from = link.from,
                                   .valid_to = link.until.value_or(store::no_end),
                                   .decided_at = now});
  draft.set("link", link.id)
      .set("insured", link.insured)
      .set("branch", link.branch)
      .set("relation", link.relation);
  KENPO_TRY(store::insert<dependent_link_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<DependentLink>> dependents_of(const store::View& view,
                                                 const DependentAccess& access,
                                                 const base::PersonId& insured,
                                                 base::Moment known_at) {
  auto links = KENPO_TRY(store::list<dependent_link_table>(
      view, access, {"insured = $1 AND decided_at <= $2 AND withdrawn_at > $2"},
      {insured, known_at}, link_from));
  std::ranges::sort(links, {}, [](const DependentLink& link) {
    return std::pair(link.branch, link.from);
  });
  return links;
}

Result<std::vector<DependentLink>> links_of(const store::View& view,
                                            const DependentAccess& access,
                                            const base::PersonId& dependent,
                                            base::Moment known_at) {
  return store::list<dependent_link_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2",
       "ORDER BY valid_from, row_id"},
      {dependent, known_at}, link_from);
}

}  // namespace kenpo::eligibility
