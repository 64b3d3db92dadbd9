#include "collection/arrears_store.h"

#include <algorithm>
#include <map>

#include "base/require.h"

namespace kenpo::collection {

namespace {

using base::Result;

ArrearsStep step_from(const store::Record<arrears_step_table>& record) {
  return {.id = record.get<StepId>("step"),
          .debt = {record.get<DebtKind>("debt_kind"), record.get<PayerId>("payer"),
                   record.get<base::Month>("month")},
          .measure = record.get<Measure>("measure"),
          .on = record.get<base::Date>("on_day"),
          .until = record.get<std::optional<base::Date>>("until"),
          .amount = record.get<base::Yen>("amount"),
          .by = record.get<std::optional<base::StaffId>>("recorded_by"),
          .recorded_at = record.get<base::Moment>("recorded_at")};
}

Result<> add_bare(store::Transaction& transaction, const ArrearsStep& step) {
  store::Draft<arrears_step_table> draft;
  draft.set("step", step.id)
      .set("debt_kind", step.debt.kind)
      .set("payer", step.debt.payer)
      .set("month", step.debt.month)
      .set("measure", step.measure)
      .set("on_day", step.on)
      .set("until", step.until)
      .set("amount", step.amount)
      .set("recorded_by", step.by)
      .set("recorded_at", step.recorded_at);
  KENPO_TRY(store::insert<arrears_step_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

}  // namespace

Result<> add(store::Transaction& transaction, const ArrearsStep& step) {
  KENPO_REQUIRE(step.note.empty());
  return add_bare(transaction, step);
}

Result<> add(store::Transaction& transaction, const ArrearsAccess& access,
             const ArrearsStep& step) {
  KENPO_TRY(add_bare(transaction, step));
  if (step.note.empty()) return base::Done{};
  store::Draft<arrears_note_table> note(person_of(step.debt.payer));
  note.set("step", step.id).set("recorded_at", step.recorded_at).set("note", step.note);
  KENPO_TRY(store::insert<arrears_note_table>(transaction, access, note));
  return base::Done{};
}

Result<std::vector<ArrearsStep>> steps_of_payer(const store::View& view,
                                                const ArrearsAccess& access,
                                                const PayerId& payer) {
  auto steps = KENPO_TRY(store::list<arrears_step_table>(
      view, store::no_personal_data, {"payer = $1", "ORDER BY on_day DESC, row_id DESC"}, {payer},
      step_from));
  std::map<StepId, std::string> notes;
  KENPO_TRY(store::each<arrears_note_table>(
      view, access, {"subject_id = $1"}, {person_of(payer)},
      [&](const store::Record<arrears_note_table>& record) {
        notes.emplace(record.get<StepId>("step"), record.get<std::string>("note"));
      }));
  for (auto& step : steps) {
    const auto found = notes.find(step.id);
    if (found != notes.end()) step.note = found->second;
  }
  return steps;
}

Result<std::vector<ArrearsStep>> list_steps(const store::View& view) {
  return store::list<arrears_step_table>(view, store::no_personal_data,
                                         {"row_id > $1", "ORDER BY row_id"}, {std::int64_t{0}},
                                         step_from);
}

Result<> add(store::Transaction& transaction, const LateChargeStep& step) {
  store::Draft<late_charge_table> draft;
  draft.set("payer", step.demand.payer)
      .set("month", step.demand.month)
      .set("debt_kind", step.demand.kind)
      .set("amount", step.amount)
      .set("claimed_on", step.decided_on)
      .set("due", step.due);
  KENPO_TRY(store::insert<late_charge_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

namespace {

LateChargeStep charge_step_from(const store::Record<late_charge_table>& record) {
  return {.demand = {record.get<DebtKind>("debt_kind"), record.get<PayerId>("payer"),
                     record.get<base::Month>("month")},
          .amount = record.get<base::Yen>("amount"),
          .decided_on = record.get<base::Date>("claimed_on"),
          .due = record.get<base::Date>("due")};
}

}  // namespace

Result<std::vector<LateChargeStep>> late_charge_steps(const store::View& view) {
  return store::list<late_charge_table>(view, store::no_personal_data,
                                        {"row_id > $1", "ORDER BY row_id"}, {std::int64_t{0}},
                                        charge_step_from);
}

Result<std::vector<LateChargeStep>> late_charge_steps_of(const store::View& view,
                                                         const PayerId& payer) {
  return store::list<late_charge_table>(view, store::no_personal_data,
                                        {"payer = $1", "ORDER BY row_id"}, {payer},
                                        charge_step_from);
}

}  // namespace kenpo::collection
