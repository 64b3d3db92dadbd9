#include "assembly/member_store.h"

#include <algorithm>

namespace kenpo::assembly {

namespace {

using base::Result;
using MemberRecord = store::Record<assembly_member_table>;
using OfficerRecord = store::Record<assembly_officer_table>;
using CharterRecord = store::Record<assembly_charter_table>;

Membership membership_from(const MemberRecord& record) {
  return {.id = record.get<MembershipId>("membership"),
          .person = record.subject(),
          .kind = record.get<MemberKind>("kind"),
          .from = record.times().valid_from,
          .until = record.times().valid_to,
          .end = record.get<std::optional<MembershipEnd>>("ended"),
          .substitute_for = record.get<std::optional<MembershipId>>("substitute_for"),
          .name = record.get<std::string>("name"),
          .name_kana = record.get<std::string>("name_kana"),
          .workplace = record.get<std::string>("workplace"),
          .postal_code = record.get<std::string>("postal_code"),
          .address = record.get<std::string>("address"),
          .telephone = record.get<std::string>("telephone"),
          .mail = record.get<std::string>("mail")};
}

Officer officer_from(const OfficerRecord& record) {
  const auto until = record.times().valid_to;
  return {.membership = record.get<MembershipId>("membership"),
          .person = record.subject(),
          .post = record.get<Post>("post"),
          .from = record.times().valid_from,
          .until = until == store::no_end ? std::nullopt : std::optional(until)};
}

}  // namespace

Result<> put(store::Transaction& transaction, const AssemblyAccess& access,
             const Membership& membership, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<assembly_member_table>(
      transaction, access, {"membership = $1 AND withdrawn_at = $2"},
      {membership.id, store::not_withdrawn},
      [&](const MemberRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<assembly_member_table>(transaction, access, *old, now));
  }
  store::Draft<assembly_member_table> draft(
      membership.person,
      store::Times{.valid_from = membership.from, .valid_to = membership.until, .decided_at = now});
  draft.set("membership", membership.id)
      .set("kind", membership.kind)
      .set("ended", membership.end)
      .set("substitute_for", membership.substitute_for)
      .set("name", membership.name)
      .set("name_kana", membership.name_kana)
      .set("workplace", membership.workplace)
      .set("postal_code", membership.postal_code)
      .set("address", membership.address)
      .set("telephone", membership.telephone)
      .set("mail", membership.mail);
  KENPO_TRY(store::insert<assembly_member_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Membership>> list_members(const store::View& view,
                                             const AssemblyAccess& access) {
  return store::list<assembly_member_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY kind, valid_from, row_id"},
      {store::not_withdrawn}, membership_from);
}

Result<std::optional<Membership>> find_member(const store::View& view, const AssemblyAccess& access,
                                              const MembershipId& id) {
  return store::find<assembly_member_table>(view, access, {"membership = $1 AND withdrawn_at = $2"},
                                            {id, store::not_withdrawn}, membership_from);
}

Result<> put(store::Transaction& transaction, const AssemblyAccess& access, const Officer& officer,
             base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<assembly_officer_table>(
      transaction, access,
      {"membership = $1 AND post = $2 AND valid_from = $3 AND withdrawn_at = $4"},
      {officer.membership, officer.post, officer.from, store::not_withdrawn},
      [&](const OfficerRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(store::withdraw<assembly_officer_table>(transaction, access, *old, now));
  }
  store::Draft<assembly_officer_table> draft(
      officer.person, store::Times{.valid_from = officer.from,
                                   .valid_to = officer.until.value_or(store::no_end),
                                   .decided_at = now});
  draft.set("membership", officer.membership).set("post", officer.post);
  KENPO_TRY(store::insert<assembly_officer_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Officer>> list_officers(const store::View& view, const AssemblyAccess& access) {
  return store::list<assembly_officer_table>(
      view, access, {"withdrawn_at = $1", "ORDER BY post, valid_from, row_id"},
      {store::not_withdrawn}, officer_from);
}

Result<> put(store::Transaction& transaction, const Charter& charter, base::Moment now) {
  std::optional<store::RowId> old;
  KENPO_TRY(store::each<assembly_charter_table>(
      transaction, store::no_personal_data, {"valid_from = $1 AND withdrawn_at = $2"},
      {charter.from, store::not_withdrawn},
      [&](const CharterRecord& record) { old = record.row(); }));
  if (old) {
    KENPO_TRY(
        store::withdraw<assembly_charter_table>(transaction, store::no_personal_data, *old, now));
  }
  store::Draft<assembly_charter_table> draft(
      store::Times{.valid_from = charter.from, .decided_at = now});
  draft.set("fixed_number", charter.fixed_number)
      .set("term_years", charter.term_years)
      .set("written_vote", charter.written_vote);
  KENPO_TRY(store::insert<assembly_charter_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<Charter>> charter_on(const store::View& view, base::Date day) {
  return store::find<assembly_charter_table>(
      view, store::no_personal_data,
      {"valid_from <= $1 AND withdrawn_at = $2", "ORDER BY valid_from DESC"},
      {day, store::not_withdrawn}, [](const CharterRecord& record) {
        return Charter{.from = record.times().valid_from,
                       .fixed_number = record.get<int>("fixed_number"),
                       .term_years = record.get<int>("term_years"),
                       .written_vote = record.get<Charter::WrittenVote>("written_vote")};
      });
}

}  // namespace kenpo::assembly
