#include "collection/debt_charge_rule.h"

#include <algorithm>
#include <map>

#include "law/book.h"
#include "premium/late_charge_rule.h"

namespace kenpo::collection {

namespace {

using base::Date;
using base::Result;
using base::Yen;

/// What was paid by day; what was taken back again on the same day never came.
std::vector<premium::PartPaid> parts_paid(const Debt& debt,
                                          const std::vector<Allocation>& allocations) {
  std::map<Date, Yen> days;
  for (const auto& one : allocations) {
    if (one.debt == debt.key) days[one.on] += one.amount;
  }
  std::vector<premium::PartPaid> parts;
  for (const auto& [day, amount] : days) {
    if (amount != Yen()) parts.push_back({day, amount});
  }
  return parts;
}

}  // namespace

// 健康保険法181条1項: 前条の規定によって督促をしたときは
std::optional<Date> reminder_deadline(const Debt& debt, const std::vector<ArrearsStep>& steps) {
  const bool paid = debt.rest() <= Yen();
  std::optional<Date> last;
  for (const auto& step : steps) {
    if (step.debt != debt.key || step.measure != Measure::reminder || !step.until) continue;
    if (paid && step.on > debt.last_paid_on) continue;
    last = last ? std::max(*last, *step.until) : *step.until;
  }
  return last;
}

// 健康保険法181条1項ただし書
const ArrearsStep* charge_waiver(const Debt& debt, const std::vector<ArrearsStep>& steps) {
  const ArrearsStep* last = nullptr;
  for (const auto& step : steps) {
    const bool of_charge = step.measure == Measure::charge_waiver ||
                           step.measure == Measure::charge_waiver_undone;
    if (step.debt != debt.key || !of_charge) continue;
    if (last == nullptr || last->recorded_at < step.recorded_at) last = &step;
  }
  return last != nullptr && last->measure == Measure::charge_waiver ? last : nullptr;
}

// 健康保険法181条
Result<law::Decision<Yen>> charge_on(const Debt& debt, const std::vector<ArrearsStep>& steps,
                                     const std::vector<Allocation>& allocations, Date until) {
  law::Decision<Yen> none;
  if (debt.due_before) {
    const auto rule =
        KENPO_TRY(law::Book::carried().text("collection.late_charge.early", debt.due));
    none.basis.push_back({{"納期を繰り上げて徴収する", "Collected before its due date"},
                          "健康保険法181条1項2号", debt.due, rule.row});
    return none;
  }
  const auto deadline = reminder_deadline(debt, steps);
  if (!deadline) {
    none.basis.push_back({{"督促をしていない", "No reminder was issued"}, "健康保険法181条1項",
                          debt.due});
    return none;
  }
  if (const auto* waiver = charge_waiver(debt, steps)) {
    const auto rule =
        KENPO_TRY(law::Book::carried().text("collection.late_charge.waiver", waiver->on));
    none.basis.push_back({{"滞納につきやむを得ない事情がある", "Unavoidable circumstances"},
                          "健康保険法181条1項", waiver->on, rule.row});
    return none;
  }
  return premium::late_charge_in_parts(debt.total(), debt.due, parts_paid(debt, allocations),
                                       until, deadline);
}

}  // namespace kenpo::collection
