#include "safeguard/export_store.h"

#include <map>

#include "safeguard/processor_store.h"

namespace kenpo::safeguard {

using base::Result;

namespace {

Export export_from(const store::Record<export_entry_table>& record) {
  return {.id = record.get<ExportId>("export_id"),
          .operation = record.get<std::string>("operation"),
          .pairs = record.get<notice::PairMask>("pairs"),
          .product = record.get<std::string>("product"),
          .terms = {.recipient_class = record.get<RecipientClass>("recipient_class"),
                    .recipient = record.get<std::string>("recipient"),
                    .country = record.get<std::string>("country"),
                    .basis = record.get<ExportBasis>("basis"),
                    .processor = record.get<std::optional<ProcessorId>>("processor"),
                    .delete_by = record.get<base::Date>("delete_by"),
                    .plain_reason = record.get<std::optional<std::string>>("plain_reason")
                                        .value_or("")},
          .rows = record.get<std::uint64_t>("rows_count"),
          .people = record.get<std::uint64_t>("people"),
          .size_bytes = record.get<std::uint64_t>("size_bytes"),
          .sha256 = record.get<std::string>("sha256"),
          .made_by = record.get<base::StaffId>("made_by"),
          .made_at = record.get<base::Moment>("made_at"),
          .released_at = std::nullopt,
          .released_by = std::nullopt,
          .handed_over_at = std::nullopt,
          .handed_plain_at = std::nullopt,
          .deleted_on = std::nullopt,
          .deletion_proof = {}};
}

void apply(Export& entry, const ExportStep& step) {
  switch (step.kind) {
    case ExportStepKind::released:
      entry.released_at = step.at;
      entry.released_by = step.by;
      break;
    case ExportStepKind::handed_over:
      // The first time is when it left; fetching the same file again changes nothing of that.
      if (!entry.handed_over_at) entry.handed_over_at = step.at;
      break;
    case ExportStepKind::handed_plain:
      if (!entry.handed_over_at) entry.handed_over_at = step.at;
      if (!entry.handed_plain_at) entry.handed_plain_at = step.at;
      break;
    case ExportStepKind::deleted:
      entry.deleted_on = step.deleted_on;
      entry.deletion_proof = step.proof.value_or("");
      break;
  }
}

ExportStep step_from(const store::Record<export_step_table>& record) {
  return {.kind = record.get<ExportStepKind>("kind"),
          .at = record.get<base::Moment>("at"),
          .by = record.get<base::StaffId>("by_staff"),
          .deleted_on = record.get<std::optional<base::Date>>("deleted_on"),
          .proof = record.get<std::optional<std::string>>("proof")};
}

}  // namespace

Result<> add(store::Transaction& transaction, const Export& entry) {
  store::Draft<export_entry_table> draft;
  draft.set("export_id", entry.id)
      .set("operation", entry.operation)
      .set("pairs", entry.pairs)
      .set("product", entry.product)
      .set("recipient_class", entry.terms.recipient_class)
      .set("recipient", entry.terms.recipient)
      .set("country", entry.terms.country)
      .set("basis", entry.terms.basis)
      .set("processor", entry.terms.processor)
      .set("delete_by", entry.terms.delete_by)
      .set("rows_count", entry.rows)
      .set("people", entry.people)
      .set("size_bytes", entry.size_bytes)
      .set("sha256", entry.sha256)
      .set("made_by", entry.made_by)
      .set("made_at", entry.made_at)
      .set("plain_reason", entry.terms.is_plain() ? std::optional(entry.terms.plain_reason)
                                                  : std::nullopt);
  KENPO_TRY(store::insert<export_entry_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const ExportId& id, const ExportStep& step) {
  store::Draft<export_step_table> draft;
  draft.set("export_id", id)
      .set("kind", step.kind)
      .set("at", step.at)
      .set("by_staff", step.by)
      .set("deleted_on", step.deleted_on)
      .set("proof", step.proof);
  KENPO_TRY(store::insert<export_step_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<Export>> list_exports(const store::View& view) {
  auto entries = KENPO_TRY(store::list<export_entry_table>(
      view, store::no_personal_data, {"1 = 1", "ORDER BY row_id DESC"}, {}, export_from));
  std::map<ExportId, Export*> by_id;
  for (auto& entry : entries) by_id.emplace(entry.id, &entry);
  KENPO_TRY(store::each<export_step_table>(
      view, store::no_personal_data, {"1 = 1", "ORDER BY row_id"}, {},
      [&](const store::Record<export_step_table>& record) {
        const auto at = by_id.find(record.get<ExportId>("export_id"));
        if (at != by_id.end()) apply(*at->second, step_from(record));
      }));
  return entries;
}

Result<std::optional<Export>> find_export(const store::View& view, const ExportId& id) {
  std::optional<Export> found;
  KENPO_TRY(store::each<export_entry_table>(
      view, store::no_personal_data, {"export_id = $1"}, {id},
      [&](const store::Record<export_entry_table>& record) { found = export_from(record); }));
  if (!found) return found;
  KENPO_TRY(store::each<export_step_table>(
      view, store::no_personal_data, {"export_id = $1", "ORDER BY row_id"}, {id},
      [&](const store::Record<export_step_table>& record) { apply(*found, step_from(record)); }));
  return found;
}

Result<> name_processor(const store::View& view, const std::string& contract, ExportTerms& terms) {
  if (contract.empty()) return base::Done{};
  for (const auto& processor : KENPO_TRY(list_processors(view))) {
    if (processor.contract == contract) terms.processor = processor.id;
  }
  return base::Done{};
}

}  // namespace kenpo::safeguard
