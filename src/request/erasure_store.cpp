#include "request/erasure_store.h"

namespace kenpo::request {

namespace {

using base::Result;

Hold hold_from(const store::Record<hold_table>& record) {
  return {.id = record.get<base::CaseId>("hold"),
          .person = record.subject(),
          .reason = record.get<std::string>("reason"),
          .by = record.get<base::StaffId>("by"),
          .decided_at = record.times().decided_at};
}

Certificate certificate_from(const store::Record<certificate_table>& record) {
  return {.id = record.get<base::CaseId>("certificate"),
          .request = record.get<std::optional<base::CaseId>>("request"),
          .cause = record.get<ErasureCause>("cause"),
          .commitment = record.get<store::Bytes>("commitment").bytes,
          .erased_at = record.get<base::Moment>("erased_at"),
          .proposed_by = record.get<base::StaffId>("proposed_by"),
          .approved_by = record.get<base::StaffId>("approved_by"),
          .people = record.get<std::int64_t>("people"),
          .rows = record.get<std::int64_t>("row_count"),
          .keys = record.get<std::int64_t>("key_count"),
          .tables = record.get<std::string>("table_names")};
}

RetentionRun run_from(const store::Record<retention_run_table>& record) {
  return {.id = record.get<base::CaseId>("run"),
          .proposed_at = record.get<base::Moment>("proposed_at"),
          .proposed_by = record.get<base::StaffId>("proposed_by"),
          .due_by = record.get<base::Date>("due_by"),
          .people = record.get<std::int64_t>("people"),
          .rows = record.get<std::int64_t>("row_count"),
          .approved_at = record.get<std::optional<base::Moment>>("approved_at"),
          .approved_by = record.get<std::optional<base::StaffId>>("approved_by")};
}

}  // namespace

Result<> add(store::Transaction& transaction, const RequestAccess& access, const Hold& hold) {
  store::Draft<hold_table> draft(hold.person, store::Times{.valid_from = hold.decided_at.day(),
                                                           .decided_at = hold.decided_at});
  draft.set("hold", hold.id).set("by", hold.by).set("reason", hold.reason);
  KENPO_TRY(store::insert<hold_table>(transaction, access, draft));
  return base::Done{};
}

Result<> keep_log(store::Transaction& transaction, const RequestAccess& access,
                  const base::PersonId& person, base::Date gone_on) {
  store::Draft<log_keeping_table> draft(person);
  draft.set("gone_on", gone_on);
  KENPO_TRY(store::insert<log_keeping_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::size_t> end_hold(store::Transaction& transaction, const RequestAccess& access,
                             const base::CaseId& hold, base::Moment now) {
  const auto row = KENPO_TRY(store::find<hold_table>(
      transaction, access, "hold = $1 AND withdrawn_at = $2", {hold, store::not_withdrawn},
      [](const store::Record<hold_table>& record) { return record.row(); }));
  if (!row) return std::size_t{0};
  return store::withdraw<hold_table>(transaction, access, *row, now);
}

Result<std::vector<Hold>> standing_holds(const store::View& view, const RequestAccess& access) {
  return store::list<hold_table>(view, access, {"withdrawn_at = $1", "ORDER BY row_id"},
                                 {store::not_withdrawn}, hold_from);
}

Result<> add(store::Transaction& transaction, const Certificate& certificate) {
  store::Draft<certificate_table> draft;
  draft.set("certificate", certificate.id)
      .set("request", certificate.request)
      .set("cause", certificate.cause)
      .set("commitment", store::Bytes{certificate.commitment})
      .set("erased_at", certificate.erased_at)
      .set("proposed_by", certificate.proposed_by)
      .set("approved_by", certificate.approved_by)
      .set("people", certificate.people)
      .set("row_count", certificate.rows)
      .set("key_count", certificate.keys)
      .set("table_names", certificate.tables);
  KENPO_TRY(store::insert<certificate_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<Certificate>> find_certificate(const store::View& view,
                                                    const base::CaseId& id) {
  return store::find<certificate_table>(view, store::no_personal_data, "certificate = $1", {id},
                                        certificate_from);
}

Result<std::vector<Certificate>> list_certificates(const store::View& view) {
  return store::list<certificate_table>(
      view, store::no_personal_data, {"", "ORDER BY row_id DESC LIMIT 200"}, {}, certificate_from);
}

Result<> add(store::Transaction& transaction, const RetentionRun& run) {
  store::Draft<retention_run_table> draft;
  draft.set("run", run.id)
      .set("proposed_at", run.proposed_at)
      .set("proposed_by", run.proposed_by)
      .set("due_by", run.due_by)
      .set("people", run.people)
      .set("row_count", run.rows)
      .set("approved_at", run.approved_at)
      .set("approved_by", run.approved_by);
  KENPO_TRY(store::insert<retention_run_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::optional<RetentionRun>> last_run(const store::View& view) {
  return store::find<retention_run_table>(view, store::no_personal_data,
                                          {"", "ORDER BY row_id DESC"}, {}, run_from);
}

}  // namespace kenpo::request
