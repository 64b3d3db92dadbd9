#include "report/month_task_rule.h"

#include <string>

#include "law/book.h"

namespace kenpo::report {

namespace {

using base::Result;
using eligibility::WorkState;

std::string_view due_name(MonthTaskKind kind) {
  switch (kind) {
    case MonthTaskKind::notifications: return "report.month.due.notifications";
    case MonthTaskKind::checks: return "report.month.due.checks";
    case MonthTaskKind::determinations: return "report.month.due.determinations";
    case MonthTaskKind::levy: return "report.month.due.levy";
    case MonthTaskKind::differences: return "report.month.due.differences";
    case MonthTaskKind::notices: return "report.month.due.notices";
    case MonthTaskKind::claims: return "report.month.due.claims";
    case MonthTaskKind::statistics: return "report.month.due.statistics";
    case MonthTaskKind::voluntary: return "report.month.due.voluntary";
    case MonthTaskKind::closing: break;
  }
  return "report.month.due.closing";
}

WorkState state_of_items(const OpenItems& items) {
  const auto all = items.total();
  const auto& [waiting, held, under_review, awaiting] = items.counts;
  if (all == 0) return WorkState::finished;
  if (waiting == all) return WorkState::waiting;
  if (held == all) return WorkState::held;
  // What is held by itself does not hide that the rest waits for the decision only.
  if (awaiting > 0 && waiting == 0 && under_review == 0) return WorkState::awaiting_approval;
  return WorkState::under_review;
}

WorkState state_of_decision(Decided decided) {
  switch (decided) {
    case Decided::no: return WorkState::waiting;
    case Decided::asked: return WorkState::awaiting_approval;
    case Decided::yes: break;
  }
  return WorkState::finished;
}

WorkState state_of_voluntary(const MonthFacts& facts) {
  if (!facts.voluntary_left) return WorkState::waiting;
  return *facts.voluntary_left == 0 ? WorkState::finished : WorkState::under_review;
}

WorkState state_of_bills(const MonthFacts& facts) {
  if (!facts.levied_people) return WorkState::waiting;
  if (facts.bills_to_issue == 0) return WorkState::finished;
  return facts.bills_issued == 0 ? WorkState::waiting : WorkState::under_review;
}

MonthTask task_from_ledger(MonthTaskKind kind, const MonthFacts& facts) {
  const auto of_items = [&](const OpenItems& items) {
    return MonthTask{.kind = kind, .state = state_of_items(items), .count = items.total()};
  };
  switch (kind) {
    case MonthTaskKind::notifications: return of_items(facts.notifications);
    case MonthTaskKind::checks: return of_items(facts.checks);
    case MonthTaskKind::determinations: return of_items(facts.determinations);
    case MonthTaskKind::levy:
      return {.kind = kind,
              .state = facts.levied_people ? WorkState::finished : WorkState::waiting,
              .count = facts.levied_people.value_or(0)};
    case MonthTaskKind::differences:
      return {.kind = kind, .state = state_of_decision(facts.differences)};
    case MonthTaskKind::notices:
      return {.kind = kind, .state = state_of_bills(facts), .count = facts.bills_to_issue};
    case MonthTaskKind::claims:
      return {.kind = kind,
              .state = facts.claims_to_decide == 0 ? WorkState::finished : WorkState::under_review,
              .count = facts.claims_to_decide};
    case MonthTaskKind::voluntary:
      return {.kind = kind,
              .state = state_of_voluntary(facts),
              .count = facts.voluntary_left.value_or(0)};
    case MonthTaskKind::statistics: return {.kind = kind};
    case MonthTaskKind::closing: break;
  }
  return {.kind = kind, .state = state_of_decision(facts.closing)};
}

/// Who holds it, and whether it is put aside.
void add_steps(MonthTask& task, const std::vector<MonthTaskStep>& steps) {
  bool held = false;
  bool finished = false;
  for (const auto& step : steps) {
    if (step.task != task.kind) continue;
    switch (step.step) {
      case MonthTaskStepKind::taken: task.holder = step.by; break;
      case MonthTaskStepKind::held:
        held = true;
        task.reason = step.reason;
        break;
      case MonthTaskStepKind::resumed: held = false; break;
      case MonthTaskStepKind::finished: finished = true; break;
    }
  }
  const bool by_hand = task.kind == MonthTaskKind::statistics;
  if (by_hand && finished) task.state = WorkState::finished;
  if (task.state == WorkState::finished) {
    task.reason.reset();
    return;
  }
  if (held) {
    task.state = WorkState::held;
    return;
  }
  task.reason.reset();
  if (task.holder && task.state == WorkState::waiting) task.state = WorkState::under_review;
}

/// What has to come before each task, in the order in which the board asks for it.
std::vector<MonthTaskKind> before(MonthTaskKind kind) {
  using enum MonthTaskKind;
  switch (kind) {
    case levy: return {determinations};
    case differences: return {levy, determinations};
    case notices: return {levy, differences};
    case statistics: return {levy};
    case closing:
      return {notifications, checks, determinations, levy, voluntary, differences, notices, claims,
              statistics};
    default: return {};
  }
}

/// Held tasks let the levy and the closing go on; these three do not: money rests on them.
bool must_be_finished(MonthTaskKind kind) {
  return kind == MonthTaskKind::levy || kind == MonthTaskKind::differences ||
         kind == MonthTaskKind::notices;
}

base::Fault step_fault(base::Words what, base::Words mend) {
  return {std::move(what), {}, std::move(mend), {}};
}

}  // namespace

bool is_out_of_the_way(const MonthTask& task) {
  return task.state == WorkState::finished ||
         (task.state == WorkState::held && !must_be_finished(task.kind));
}

Result<base::Date> due_of(MonthTaskKind kind, base::Month month) {
  const auto days =
      KENPO_TRY(law::Book::carried().count(due_name(kind), month.last_day())).value;
  return month.last_day().plus_days(days);
}

Result<std::vector<MonthTask>> tasks_of(const MonthFacts& facts) {
  std::vector<MonthTask> tasks;
  for (int at = 1; at <= month_tasks_count; ++at) {
    auto task = task_from_ledger(static_cast<MonthTaskKind>(at), facts);
    task.due = KENPO_TRY(due_of(task.kind, facts.month));
    add_steps(task, facts.steps);
    tasks.push_back(task);
  }
  for (auto& task : tasks) {
    if (task.state == WorkState::finished) continue;
    for (const auto first : before(task.kind)) {
      if (is_out_of_the_way(tasks[static_cast<std::size_t>(first) - 1])) continue;
      task.waits_for = first;
      break;
    }
  }
  return tasks;
}

Result<> check_step(const MonthTask& task, MonthTaskStepKind step) {
  if (task.state == WorkState::finished) {
    return step_fault({"この作業は完了しています。", "The task is finished."},
                      {"月の締めの画面で、いまの状態を確かめてください。", "Look at the board."});
  }
  if (step == MonthTaskStepKind::finished && task.kind != MonthTaskKind::statistics) {
    return step_fault({"この作業の完了は、台帳から決まります。",
                       "Whether the task is finished follows from the ledger."},
                      {"残っている件数を処理してください。", "Work off what is left."});
  }
  if (step == MonthTaskStepKind::finished && task.waits_for) {
    return step_fault({"先に行う作業が残っています。", "Another task has to come first."},
                      {"先に行う作業を終えてください。", "Finish it first."});
  }
  if (step == MonthTaskStepKind::resumed && task.state != WorkState::held) {
    return step_fault({"この作業は保留していません。", "The task is not held."},
                      {"月の締めの画面で、いまの状態を確かめてください。", "Look at the board."});
  }
  return base::Done{};
}

}  // namespace kenpo::report
