#include "eligibility/circumstance_store.h"

namespace kenpo::eligibility {

using base::Result;

Circumstance circumstance_from(const store::Record<circumstance_table>& record) {
  Circumstance circumstance{.id = record.get<CircumstanceId>("circumstance"),
                            .kind = record.get<CircumstanceKind>("kind"),
                            .person = record.subject(),
                            .period = record.get<PeriodId>("period"),
                            .from = record.times().valid_from,
                            .until = std::nullopt,
                            .detail = record.get<std::string>("detail"),
                            .reason = record.get<std::optional<int>>("reason")};
  if (record.times().valid_to != store::no_end) circumstance.until = record.times().valid_to;
  return circumstance;
}

Result<> put(store::Transaction& transaction, const CircumstanceAccess& access,
             const Circumstance& circumstance, base::Moment now) {
  KENPO_REQUIRE(!circumstance.until || circumstance.from <= *circumstance.until);
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<circumstance_table>(
      transaction, access, {"circumstance = $1 AND withdrawn_at = $2"},
      {circumstance.id, store::not_withdrawn},
      [&](const store::Record<circumstance_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<circumstance_table>(transaction, access, *old, now));
  store::Draft<circumstance_table> draft(
      circumstance.person, store::Times{.valid_from = circumstance.from,
                                        .valid_to = circumstance.until.value_or(store::no_end),
                                        .decided_at = now});
  draft.set("circumstance", circumstance.id)
      .set("period", circumstance.period)
      .set("kind", circumstance.kind)
      .set("detail", circumstance.detail)
      .set("reason", circumstance.reason);
  KENPO_TRY(store::insert<circumstance_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Circumstance>> circumstances_of(const store::View& view,
                                                   const CircumstanceAccess& access,
                                                   const base::PersonId& person,
                                                   base::Moment known_at) {
  return store::list<circumstance_table>(
      view, access,
      {"subject_id = $1 AND decided_at <= $2 AND withdrawn_at > $2",
       "ORDER BY valid_from, row_id"},
      {person, known_at}, circumstance_from);
}

}  // namespace kenpo::eligibility
