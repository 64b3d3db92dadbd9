#include "safeguard/processor_store.h"

#include <algorithm>

namespace kenpo::safeguard {

using base::Result;

namespace {

Processor processor_from(const store::Record<processor_table>& record) {
  return {.id = record.get<ProcessorId>("processor"),
          .name = record.get<std::string>("name"),
          .work = record.get<std::string>("work"),
          .country = record.get<std::string>("country"),
          .contract = record.get<std::string>("contract"),
          .from = record.get<base::Date>("contract_from"),
          .until = record.get<base::Date>("contract_until"),
          .selection = record.get<std::string>("selection"),
          .checks = {}};
}

ProcessorCheck check_from(const store::Record<processor_check_table>& record) {
  return {.on = record.get<base::Date>("checked_on"),
          .by = record.get<base::StaffId>("checked_by"),
          .result = record.get<std::string>("result")};
}

}  // namespace

Result<> put(store::Transaction& transaction, const Processor& processor, base::Moment now) {
  const auto old = KENPO_TRY(store::list<processor_table>(
      transaction, store::no_personal_data, {"processor = $1 AND withdrawn_at = $2"},
      {processor.id, store::not_withdrawn},
      [](const store::Record<processor_table>& record) { return record.row(); }));
  for (const auto row : old) {
    KENPO_TRY(store::withdraw<processor_table>(transaction, store::no_personal_data, row, now));
  }
  store::Draft<processor_table> draft(store::Times{.valid_from = now.day(), .decided_at = now});
  draft.set("processor", processor.id)
      .set("name", processor.name)
      .set("work", processor.work)
      .set("country", processor.country)
      .set("contract", processor.contract)
      .set("contract_from", processor.from)
      .set("contract_until", processor.until)
      .set("selection", processor.selection);
  KENPO_TRY(store::insert<processor_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<> add(store::Transaction& transaction, const ProcessorId& processor,
             const ProcessorCheck& check) {
  store::Draft<processor_check_table> draft;
  draft.set("processor", processor)
      .set("checked_on", check.on)
      .set("checked_by", check.by)
      .set("result", check.result);
  KENPO_TRY(store::insert<processor_check_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<Processor>> list_processors(const store::View& view) {
  auto processors = KENPO_TRY(store::list<processor_table>(view, store::no_personal_data,
                                                           {"withdrawn_at = $1", "ORDER BY name"},
                                                           {store::not_withdrawn}, processor_from));
  for (auto& processor : processors) {
    processor.checks = KENPO_TRY(store::list<processor_check_table>(
        view, store::no_personal_data, {"processor = $1", "ORDER BY checked_on DESC, row_id DESC"},
        {processor.id}, check_from));
  }
  return processors;
}

Result<std::optional<Processor>> find_processor(const store::View& view,
                                                const ProcessorId& processor) {
  const auto all = KENPO_TRY(list_processors(view));
  const auto found = std::ranges::find(all, processor, &Processor::id);
  if (found == all.end()) return std::optional<Processor>();
  return std::optional(*found);
}

}  // namespace kenpo::safeguard
