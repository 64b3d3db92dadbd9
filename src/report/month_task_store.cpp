#include "report/month_task_store.h"

namespace kenpo::report {

using base::Result;

Result<> add(store::Transaction& transaction, const MonthTaskStep& step) {
  store::Draft<month_task_step_table> draft;
  draft.set("month", step.month)
      .set("task", step.task)
      .set("step", step.step)
      .set("reason", step.reason)
      .set("stepped_by", step.by)
      .set("stepped_at", step.at);
  KENPO_TRY(store::insert<month_task_step_table>(transaction, store::no_personal_data, draft));
  return base::Done{};
}

Result<std::vector<MonthTaskStep>> steps_of(const store::View& view, base::Month month) {
  return store::list<month_task_step_table>(
      view, store::no_personal_data, {"month = $1", "ORDER BY row_id"}, {month},
      [](const store::Record<month_task_step_table>& record) {
        return MonthTaskStep{
            .month = record.get<base::Month>("month"),
            .task = record.get<MonthTaskKind>("task"),
            .step = record.get<MonthTaskStepKind>("step"),
            .reason = record.get<std::optional<HoldReason>>("reason"),
            .by = record.get<base::StaffId>("stepped_by"),
            .at = record.get<base::Moment>("stepped_at")};
      });
}

}  // namespace kenpo::report
