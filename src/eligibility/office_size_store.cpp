#include "eligibility/office_size_store.h"

namespace kenpo::eligibility {

using base::Result;

Result<> put(store::Transaction& transaction, const OfficeSize& size, base::Moment now) {
  std::vector<store::RowId> old;
  KENPO_TRY(store::each<office_size_table>(
      transaction, store::no_personal_data,
      {"establishment = $1 AND valid_from = $2 AND withdrawn_at = $3"},
      {size.establishment, size.from, store::not_withdrawn},
      [&](const store::Record<office_size_table>& record) { old.push_back(record.row()); }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<office_size_table>(transaction, store::no_personal_data, row, now));
  }
  store::Draft<office_size_table> draft(
      store::Times{.valid_from = size.from, .decided_at = now});
  draft.set("establishment", size.establishment)
      .set("kind", size.kind)
      .set("persons", size.persons);
  KENPO_TRY(store::insert<office_size_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<OfficeSize>> sizes_of(const store::View& view,
                                         const base::EstablishmentId& establishment) {
  return store::list<office_size_table>(
      view, store::no_personal_data,
      {"establishment = $1 AND withdrawn_at = $2", "ORDER BY valid_from"},
      {establishment, store::not_withdrawn}, [](const store::Record<office_size_table>& record) {
        return OfficeSize{.establishment = record.get<base::EstablishmentId>("establishment"),
                          .from = record.times().valid_from,
                          .kind = record.get<OfficeKind>("kind"),
                          .persons = record.get<int>("persons")};
      });
}

}  // namespace kenpo::eligibility
