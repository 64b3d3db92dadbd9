#include "assembly/contact_erasure_store.h"

namespace kenpo::assembly {

using base::Result;

Result<std::int64_t> erase_contacts(store::Transaction& transaction, const AssemblyAccess& access,
                                    const Membership& membership, base::Moment now) {
  const auto rows = KENPO_TRY(store::list<assembly_member_table>(
      transaction, access, {"membership = $1"}, {membership.id},
      [](const store::Record<assembly_member_table>& record) { return record.row(); }));
  for (const auto row : rows) {
    KENPO_TRY(store::remove<assembly_member_table>(transaction, access, row));
  }
  auto kept = membership;
  kept.postal_code.clear();
  kept.address.clear();
  kept.telephone.clear();
  kept.mail.clear();
  KENPO_TRY(put(transaction, access, kept, now));
  return static_cast<std::int64_t>(rows.size());
}

Result<> add(store::Transaction& transaction, const ContactErasure& erasure) {
  store::Draft<contact_erasure_table> draft;
  draft.set("membership", erasure.membership)
      .set("kept_until", erasure.kept_until)
      .set("rows_erased", erasure.rows)
      .set("erased_by", erasure.by)
      .set("erased_at", erasure.at);
  KENPO_TRY(store::insert<contact_erasure_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<ContactErasure>> list_erasures(const store::View& view) {
  return store::list<contact_erasure_table>(
      view, store::no_personal_data, {"", "ORDER BY row_id DESC"}, {},
      [](const store::Record<contact_erasure_table>& record) {
        return ContactErasure{.membership = record.get<MembershipId>("membership"),
                              .kept_until = record.get<base::Date>("kept_until"),
                              .rows = record.get<std::int64_t>("rows_erased"),
                              .by = record.get<base::StaffId>("erased_by"),
                              .at = record.get<base::Moment>("erased_at")};
      });
}

}  // namespace kenpo::assembly
