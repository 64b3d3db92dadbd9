#include "safeguard/inspection_store.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using store::no_personal_data;

Inspection inspection_from(const store::Record<inspection_table>& record) {
  return {.id = record.get<InspectionId>("inspection"),
          .due_on = record.get<base::Date>("due_on"),
          .run_at = record.get<base::Moment>("run_at"),
          .signed_by = record.get<base::StaffId>("signed_by"),
          .findings = record.get<std::int64_t>("findings"),
          .evidence = record.get<std::string>("evidence"),
          .words = record.get<std::string>("words")};
}

}  // namespace

Result<> add(store::Transaction& transaction, const Inspection& inspection) {
  store::Draft<inspection_table> draft;
  draft.set("inspection", inspection.id)
      .set("due_on", inspection.due_on)
      .set("run_at", inspection.run_at)
      .set("signed_by", inspection.signed_by)
      .set("findings", inspection.findings)
      .set("evidence", inspection.evidence)
      .set("words", inspection.words);
  KENPO_TRY(store::insert<inspection_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<Inspection>> list_inspections(const store::View& view) {
  return store::list<inspection_table>(
      view, no_personal_data, {"1 = 1", "ORDER BY run_at DESC LIMIT 100"}, {}, inspection_from);
}

Result<std::optional<Inspection>> last_inspection(const store::View& view) {
  return store::find<inspection_table>(
      view, no_personal_data, {"1 = 1", "ORDER BY run_at DESC LIMIT 1"}, {}, inspection_from);
}

Result<> add(store::Transaction& transaction, const AuditRecord& record, base::Moment now) {
  store::Draft<audit_record_table> draft;
  draft.set("audit", record.id)
      .set("held_on", record.held_on)
      .set("auditor", record.by)
      .set("scope", record.scope)
      .set("findings", record.findings)
      .set("measures", record.measures)
      .set("measures_due", record.measures_due)
      .set("recorded_at", now);
  KENPO_TRY(store::insert<audit_record_table>(transaction, no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<AuditRecord>> list_audit_records(const store::View& view) {
  return store::list<audit_record_table>(
      view, no_personal_data, {"1 = 1", "ORDER BY held_on DESC LIMIT 100"}, {},
      [](const store::Record<audit_record_table>& record) {
        return AuditRecord{.id = record.get<AuditRecordId>("audit"),
                           .held_on = record.get<base::Date>("held_on"),
                           .by = record.get<base::StaffId>("auditor"),
                           .scope = record.get<std::string>("scope"),
                           .findings = record.get<std::string>("findings"),
                           .measures = record.get<std::string>("measures"),
                           .measures_due = record.get<std::optional<base::Date>>("measures_due")};
      });
}

}  // namespace kenpo::safeguard
