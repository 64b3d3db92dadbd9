#include "report/month_board_act.h"

#include <map>
#include <set>

#include "claim/claim_intake_store.h"
#include "collection/demand_store.h"
#include "eligibility/work_item_store.h"
#include "premium/closing_store.h"
#include "premium/levy_ledger_store.h"
#include "premium/open_determination_store.h"
#include "report/month_task_store.h"

namespace kenpo::report {

namespace {

using base::Month;
using base::Result;
using eligibility::Ledger;
using eligibility::WorkItem;
using eligibility::WorkKind;
using eligibility::WorkState;
using notice::Permit;

OpenItems& group_of(MonthFacts& facts, WorkKind kind) {
  if (kind == WorkKind::notification) return facts.notifications;
  return premium::is_of_determinations(kind) ? facts.determinations : facts.checks;
}

/// Open items of the month and of earlier ones: what is late holds up this month, too.
Result<> add_items(const store::View& view, MonthFacts& facts) {
  KENPO_TRY(eligibility::each_open_work_item(view, [&](const WorkItem& item) {
    if (item.month > facts.month || item.state == WorkState::finished) return;
    const auto at = static_cast<std::size_t>(item.state) - 1;
    ++group_of(facts, item.kind).counts.at(at);
  }));
  return base::Done{};
}

/// Bills above zero, and how many of them were sent out.
Result<> add_bills(const store::View& view, MonthFacts& facts) {
  std::map<base::EstablishmentId, base::Yen> totals;
  for (const auto& entry : KENPO_TRY(premium::entries_billed(view, facts.month))) {
    if (entry.account == premium::Account::receivable) totals[entry.establishment] += entry.amount;
  }
  std::set<base::EstablishmentId> issued;
  for (const auto& notice : KENPO_TRY(premium::issued_for(view, facts.month))) {
    issued.insert(notice.establishment);
  }
  for (const auto& [establishment, total] : totals) {
    if (total <= base::Yen()) continue;
    issued.contains(establishment) ? ++facts.bills_issued : ++facts.bills_to_issue;
  }
  return base::Done{};
}

Result<> add_claims(const store::View& view, MonthFacts& facts) {
  for (const auto& intake : KENPO_TRY(claim::claim_intakes(view, facts.month))) {
    facts.claims_to_decide += static_cast<std::int64_t>(intake.to_decide());
  }
  return base::Done{};
}

Decided decided(bool done, bool asked) {
  if (done) return Decided::yes;
  return asked ? Decided::asked : Decided::no;
}

Result<MonthFacts> facts_of(const store::View& view, Month month, const AskedDecisions& asked) {
  MonthFacts facts{.month = month};
  KENPO_TRY(add_items(view, facts));
  for (const auto& run : KENPO_TRY(premium::list_runs(view))) {
    if (run.month == month) facts.levied_people = run.persons;
  }
  const auto voluntary = KENPO_TRY(collection::find_voluntary_run(view, month));
  if (voluntary) facts.voluntary_left = voluntary->left;
  const bool released = facts.levied_people && premium::check_released(view, month).ok();
  facts.differences = decided(released, asked.release);
  KENPO_TRY(add_bills(view, facts));
  KENPO_TRY(add_claims(view, facts));
  facts.closing = decided(KENPO_TRY(premium::find_closing(view, month)).has_value(), asked.closing);
  facts.steps = KENPO_TRY(steps_of(view, month));
  return facts;
}

const MonthTask& task_of(const MonthBoard& board, MonthTaskKind kind) {
  return board.tasks.at(static_cast<std::size_t>(kind) - 1);
}

/// Whether anybody may ask a second person for it now.
bool may_be_asked(const MonthTask& task) {
  return !task.waits_for && task.state != WorkState::finished &&
         task.state != WorkState::awaiting_approval && task.state != WorkState::held;
}

}  // namespace

Result<MonthBoard> month_board(const store::View& view, Month month,
                               const AskedDecisions& asked) {
  const auto facts = KENPO_TRY(facts_of(view, month, asked));
  MonthBoard board{.month = month,
                   .tasks = KENPO_TRY(tasks_of(facts)),
                   .establishments = facts.bills_to_issue + facts.bills_issued,
                   .levied = facts.levied_people.has_value()};
  if (board.levied) {
    board.undetermined = KENPO_TRY(premium::count_undetermined_people(view, month));
  }
  board.may_ask_release = may_be_asked(task_of(board, MonthTaskKind::differences));
  board.may_ask_closing = may_be_asked(task_of(board, MonthTaskKind::closing));
  return board;
}

Result<MonthBoard> show_month_board(Ledger& ledger, const notice::Acting& acting, Month month,
                                    const AskedDecisions& asked) {
  return ledger.gate.perform<month_board_show>(
      acting, [&](const Permit<month_board_show>&) -> Result<MonthBoard> {
        const auto view = KENPO_TRY(ledger.database.read());
        return month_board(view, month, asked);
      });
}

Result<std::vector<Month>> list_boards(Ledger& ledger, const notice::Acting& acting) {
  return ledger.gate.perform<month_board_show>(
      acting, [&](const Permit<month_board_show>&) -> Result<std::vector<Month>> {
        const auto view = KENPO_TRY(ledger.database.read());
        std::set<Month, std::greater<>> months;
        months.insert(ledger.gate.clock().now().day().in_month());
        for (const auto& run : KENPO_TRY(premium::list_runs(view))) {
          months.insert(run.month);
        }
        return std::vector<Month>(months.begin(), months.end());
      });
}

Result<> step_month_task(Ledger& ledger, const notice::Acting& acting, MonthTaskStep step,
                         const AskedDecisions& asked) {
  return ledger.gate.perform<month_task_step>(
      acting, [&](const Permit<month_task_step>&) -> Result<> {
        auto transaction = KENPO_TRY(ledger.database.write());
        const auto board = KENPO_TRY(month_board(transaction, step.month, asked));
        KENPO_TRY(check_step(task_of(board, step.task), step.step));
        step.by = std::get<base::StaffId>(acting.actor);
        step.at = ledger.gate.clock().now();
        KENPO_TRY(add(transaction, step));
        return transaction.commit_without_personal_data();
      });
}

}  // namespace kenpo::report
