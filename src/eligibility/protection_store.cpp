#include "eligibility/protection_store.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

Protection protection_from(const store::Record<protection_table>& record) {
  Protection protection{.id = record.get<ProtectionId>("protection"),
                        .person = record.subject(),
                        .ground = record.get<ProtectionGround>("ground"),
                        .from = record.times().valid_from,
                        .until = std::nullopt,
                        .evidence = record.get<std::string>("evidence"),
                        .postal_code = record.get<std::string>("postal_code"),
                        .address = record.get<std::string>("address"),
                        .address_kana = record.get<std::string>("address_kana")};
  if (record.times().valid_to != store::no_end) protection.until = record.times().valid_to;
  return protection;
}

}  // namespace

Result<> add(store::Transaction& transaction, const ProtectionAccess& access,
             const base::PersonId& person, const UncoveringLook& look) {
  store::Draft<protection_look_table> draft(person);
  draft.set("looked_at", look.at).set("looked_by", look.by).set("reason", look.reason);
  KENPO_TRY(store::insert<protection_look_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<UncoveringLook>> looks_at(const store::View& view,
                                             const ProtectionAccess& access,
                                             const base::PersonId& person) {
  return store::list<protection_look_table>(
      view, access, {"subject_id = $1", "ORDER BY row_id"}, {person},
      [](const store::Record<protection_look_table>& record) {
        return UncoveringLook{.at = record.get<base::Moment>("looked_at"),
                              .by = record.get<base::StaffId>("looked_by"),
                              .reason = record.get<std::string>("reason")};
      });
}

Result<> put(store::Transaction& transaction, const ProtectionAccess& access,
             const Protection& protection, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<protection_table>(
      transaction, access, {"protection = $1 AND withdrawn_at = $2"},
      {protection.id, store::not_withdrawn},
      [&](const store::Record<protection_table>& record) { old = record.row(); }));
  if (old) KENPO_TRY(store::withdraw<protection_table>(transaction, access, *old, now));
  store::Draft<protection_table> draft(
      protection.person, store::Times{.valid_from = protection.from,
                                      .valid_to = protection.until.value_or(store::no_end),
                                      .decided_at = now});
  draft.set("protection", protection.id)
      .set("ground", protection.ground)
      .set("evidence", protection.evidence)
      .set("postal_code", protection.postal_code)
      .set("address", protection.address)
      .set("address_kana", protection.address_kana);
  KENPO_TRY(store::insert<protection_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::optional<Protection>> standing_protection(const store::View& view,
                                                      const ProtectionAccess& access,
                                                      const base::PersonId& person) {
  return store::find<protection_table>(
      view, access, {"subject_id = $1 AND withdrawn_at = $2 AND valid_to = $3"},
      {person, store::not_withdrawn, store::no_end}, protection_from);
}

Result<std::vector<Protection>> protections_of(const store::View& view,
                                               const ProtectionAccess& access,
                                               const base::PersonId& person) {
  return store::list<protection_table>(view, access,
                                       {"subject_id = $1 AND withdrawn_at = $2",
                                        "ORDER BY valid_from, row_id"},
                                       {person, store::not_withdrawn}, protection_from);
}

Result<std::vector<base::PersonId>> protected_people(const store::View& view,
                                                     const ProtectionAccess& access) {
  return store::list<protection_table>(
      view, access, {"withdrawn_at = $1 AND valid_to = $2"}, {store::not_withdrawn, store::no_end},
      [](const store::Record<protection_table>& record) { return record.subject(); });
}

}  // namespace kenpo::eligibility
