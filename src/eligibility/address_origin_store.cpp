#include "eligibility/address_origin_store.h"

namespace kenpo::eligibility {

using base::Result;

AddressOrigin address_origin_from(const store::Record<address_origin_table>& record) {
  return {.person = record.subject(),
          .kind = record.get<AddressKind>("kind"),
          .source = record.get<AddressSource>("source"),
          .from = record.times().valid_from};
}

Result<> put(store::Transaction& transaction, const AddressOriginAccess& access,
             const AddressOrigin& origin, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<address_origin_table>(
      transaction, access, {"subject_id = $1 AND withdrawn_at = $2"},
      {origin.person, store::not_withdrawn},
      [&](const store::Record<address_origin_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<address_origin_table>(transaction, access, *old, now));
  store::Draft<address_origin_table> draft(
      origin.person, store::Times{.valid_from = origin.from, .decided_at = now});
  draft.set("kind", origin.kind).set("source", origin.source);
  KENPO_TRY(store::insert<address_origin_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<AddressOrigin>> address_origin_of(const store::View& view,
                                                       const AddressOriginAccess& access,
                                                       const base::PersonId& person) {
  return store::find<address_origin_table>(view, access,
                                           {"subject_id = $1 AND withdrawn_at = $2"},
                                           {person, store::not_withdrawn}, address_origin_from);
}

}  // namespace kenpo::eligibility
