#include "eligibility/establishment_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;
using store::Values;

Establishment establishment_from(const store::Record<establishment_table>& record) {
  Establishment made{.id = record.get<base::EstablishmentId>("establishment"),
                     .prefecture = record.get<std::string>("prefecture"),
                     .county = record.get<std::string>("county"),
                     .office_symbol = record.get<std::string>("office_symbol"),
                     .symbol = record.get<std::string>("symbol"),
                     .name = record.get<std::string>("name"),
                     .postal_code = record.get<std::string>("postal_code"),
                     .address = record.get<std::string>("address"),
                     .from = record.times().valid_from,
                     .until = std::nullopt};
  if (record.times().valid_to != store::no_end) made.until = record.times().valid_to;
  return made;
}

}  // namespace

Result<> put(store::Transaction& transaction, const Establishment& establishment,
             base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<establishment_table>(
      transaction, store::no_personal_data, {"establishment = $1 AND withdrawn_at = $2"},
      {establishment.id, store::not_withdrawn},
      [&](const store::Record<establishment_table>& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<establishment_table>(transaction, store::no_personal_data, *old,
                                                   now));
  }
  store::Draft<establishment_table> draft(
      store::Times{.valid_from = establishment.from,
                   .valid_to = establishment.until.value_or(store::no_end),
                   .decided_at = now});
  draft.set("establishment", establishment.id)
      .set("prefecture", establishment.prefecture)
      .set("county", establishment.county)
      .set("office_symbol", establishment.office_symbol)
      .set("symbol", establishment.symbol)
      .set("name", establishment.name)
      .set("postal_code", establishment.postal_code)
      .set("address", establishment.address);
  KENPO_TRY(store::insert<establishment_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<Establishment>> find_establishment(const store::View& view,
                                                        const base::EstablishmentId& id) {
  return store::find<establishment_table>(view, store::no_personal_data,
                                          {"establishment = $1 AND withdrawn_at = $2"},
                                          {id, store::not_withdrawn}, establishment_from);
}

Result<std::optional<Establishment>> find_establishment(const store::View& view,
                                                        const std::string& prefecture,
                                                        const std::string& county,
                                                        const std::string& office_symbol) {
  return store::find<establishment_table>(
      view, store::no_personal_data,
      {"office_symbol = $1 AND prefecture = $2 AND county = $3 AND withdrawn_at = $4"},
      {office_symbol, prefecture, county, store::not_withdrawn}, establishment_from);
}

Result<std::vector<Establishment>> list_establishments(const store::View& view) {
  return store::list<establishment_table>(
      view, store::no_personal_data, {"withdrawn_at = $1", "ORDER BY symbol, establishment"},
      {store::not_withdrawn}, establishment_from);
}

}  // namespace kenpo::eligibility
