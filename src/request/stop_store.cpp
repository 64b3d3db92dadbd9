#include "request/stop_store.h"

#include "eligibility/person_merge_store.h"

namespace kenpo::request {

namespace {

using base::Result;

UseStop stop_from(const store::Record<use_stop_table>& record) {
  return {.person = record.subject(),
          .id = record.get<base::CaseId>("case_id"),
          .purpose = record.get<notice::Purpose>("purpose"),
          .by = record.get<base::StaffId>("by"),
          .decided_at = record.times().decided_at,
          .standing = record.get<UseStop::Standing>("standing")};
}

Provision provision_from(const store::Record<provision_table>& record) {
  return {.person = record.subject(),
          .provided = record.get<base::Date>("provided"),
          .recipient = record.get<Recipient>("recipient"),
          .basis = record.get<ProvisionBasis>("basis"),
          .recipient_name = record.get<std::string>("recipient_name"),
          .items = record.get<std::string>("items"),
          .consent = record.get<std::string>("consent")};
}

store::Times from_now(base::Moment now) { return {.valid_from = now.day(), .decided_at = now}; }

}  // namespace

namespace detail {

store::detail::RawDraft provision_draft(const Provision& provision) {
  store::Draft<provision_table> draft(provision.person);
  draft.set("provided", provision.provided)
      .set("recipient", provision.recipient)
      .set("basis", provision.basis)
      .set("recipient_name", provision.recipient_name)
      .set("items", provision.items)
      .set("consent", provision.consent);
  return draft.raw();
}

Result<bool> provision_stopped(const store::View& view, const store::AnyAccess& access,
                               const base::PersonId& person, Recipient recipient) {
  // Whoever was decided to be the same person (名寄せ) objected, too; the decisions that stand count.
  constexpr base::Moment as_it_stands{store::not_withdrawn.milliseconds - 1};
  for (const auto& id : KENPO_TRY(eligibility::identities_of(view, person, as_it_stands))) {
    const auto objections = KENPO_TRY(store::detail::count(
        view, access, provision_stop_table,
        "subject_id = $1 AND recipient = $2 AND withdrawn_at = $3",
        {id, recipient, store::not_withdrawn}));
    if (objections > 0) return true;
  }
  return false;
}

}  // namespace detail

Result<std::vector<Provision>> provisions_of(const store::View& view, const RequestAccess& access,
                                             const base::PersonId& person) {
  return store::list<provision_table>(view, access, {"subject_id = $1", "ORDER BY provided"},
                                      {person}, provision_from);
}

Result<> add(store::Transaction& transaction, const RequestAccess& access, const UseStop& stop) {
  store::Draft<use_stop_table> draft(stop.person, from_now(stop.decided_at));
  draft.set("case_id", stop.id)
      .set("purpose", stop.purpose)
      .set("standing", stop.standing)
      .set("by", stop.by);
  KENPO_TRY(store::insert<use_stop_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::size_t> end_stops(store::Transaction& transaction, const RequestAccess& access,
                              const base::CaseId& id, base::Moment now) {
  const auto rows = KENPO_TRY(store::list<use_stop_table>(
      transaction, access, "case_id = $1 AND withdrawn_at = $2", {id, store::not_withdrawn},
      [](const store::Record<use_stop_table>& record) { return record.row(); }));
  for (const auto& row : rows) {
    KENPO_TRY(store::withdraw<use_stop_table>(transaction, access, row, now));
  }
  return rows.size();
}

Result<std::vector<UseStop>> standing_stops(const store::View& view, const RequestAccess& access) {
  return store::list<use_stop_table>(view, access, "withdrawn_at = $1", {store::not_withdrawn},
                                     stop_from);
}

Result<std::vector<UseStop>> stops_of_case(const store::View& view, const RequestAccess& access,
                                           const base::CaseId& id) {
  return store::list<use_stop_table>(view, access, "case_id = $1 AND withdrawn_at = $2",
                                     {id, store::not_withdrawn}, stop_from);
}

Result<> add_provision_stop(store::Transaction& transaction, const RequestAccess& access,
                            const base::PersonId& person, const base::CaseId& id,
                            Recipient recipient, const base::StaffId& by, base::Moment now) {
  store::Draft<provision_stop_table> draft(person, from_now(now));
  draft.set("case_id", id).set("recipient", recipient).set("by", by);
  KENPO_TRY(store::insert<provision_stop_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<Recipient>> provision_stops_of(const store::View& view,
                                                  const RequestAccess& access,
                                                  const base::PersonId& person) {
  return store::list<provision_stop_table>(view, access, "subject_id = $1 AND withdrawn_at = $2",
                                           {person, store::not_withdrawn},
                                           [](const store::Record<provision_stop_table>& record) {
                                             return record.get<Recipient>("recipient");
                                           });
}

}  // namespace kenpo::request
