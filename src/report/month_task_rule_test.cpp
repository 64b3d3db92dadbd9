// The five states of the month's tasks, their order and their days.
#include "report/month_task_rule.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kenpo::report {
namespace {

using eligibility::WorkState;

const base::Month october = *base::Month::make(2026, 10);

MonthTask task(const MonthFacts& facts, MonthTaskKind kind) {
  const auto tasks = tasks_of(facts);
  EXPECT_TRUE(tasks.ok());
  return tasks->at(static_cast<std::size_t>(kind) - 1);
}

MonthTaskStep step(MonthTaskKind kind, MonthTaskStepKind what) {
  return {.month = october, .task = kind, .step = what, .by = base::StaffId::draw()};
}

struct Row {
  const char* why;
  OpenItems items;  // 未着手, 保留, 審査中, 決裁待ち
  WorkState state;
};
constexpr Row rows[] = {
    {"nothing is left", {{0, 0, 0, 0}}, WorkState::finished},
    {"nobody has begun", {{3, 0, 0, 0}}, WorkState::waiting},
    {"all is held", {{0, 2, 0, 0}}, WorkState::held},
    {"all waits for the decision", {{0, 0, 0, 4}}, WorkState::awaiting_approval},
    {"the rest waits for the decision", {{0, 1, 0, 4}}, WorkState::awaiting_approval},
    {"some are looked at", {{2, 0, 1, 0}}, WorkState::under_review},
    {"some were begun and some not", {{2, 0, 0, 1}}, WorkState::under_review},
};

TEST(MonthTasks, StateOfItems) {
  for (const auto& row : rows) {
    MonthFacts facts{.month = october};
    facts.notifications = row.items;
    const auto found = task(facts, MonthTaskKind::notifications);
    EXPECT_EQ(found.state, row.state) << row.why;
    EXPECT_EQ(found.count, row.items.total()) << row.why;
  }
}

TEST(MonthTasks, EachWaitsForWhatComesBefore) {
  MonthFacts facts{.month = october};
  facts.determinations = {{1, 0, 0, 0}};
  EXPECT_EQ(task(facts, MonthTaskKind::levy).waits_for, MonthTaskKind::determinations);
  facts.determinations = {};
  EXPECT_FALSE(task(facts, MonthTaskKind::levy).waits_for);
  EXPECT_EQ(task(facts, MonthTaskKind::differences).waits_for, MonthTaskKind::levy);
  facts.levied_people = 10;
  facts.bills_to_issue = 2;
  EXPECT_FALSE(task(facts, MonthTaskKind::differences).waits_for);
  EXPECT_EQ(task(facts, MonthTaskKind::notices).waits_for, MonthTaskKind::differences);
  facts.differences = Decided::asked;
  EXPECT_EQ(task(facts, MonthTaskKind::differences).state, WorkState::awaiting_approval);
  EXPECT_EQ(task(facts, MonthTaskKind::notices).waits_for, MonthTaskKind::differences);
  facts.differences = Decided::yes;
  EXPECT_FALSE(task(facts, MonthTaskKind::notices).waits_for);
  EXPECT_EQ(task(facts, MonthTaskKind::closing).waits_for, MonthTaskKind::voluntary);
  facts.voluntary_left = 0;
  EXPECT_EQ(task(facts, MonthTaskKind::closing).waits_for, MonthTaskKind::notices);
  facts.bills_to_issue = 0;
  facts.bills_issued = 2;
  EXPECT_EQ(task(facts, MonthTaskKind::closing).waits_for, MonthTaskKind::statistics);
  facts.steps.push_back(step(MonthTaskKind::statistics, MonthTaskStepKind::finished));
  EXPECT_FALSE(task(facts, MonthTaskKind::closing).waits_for);
}

TEST(MonthTasks, VoluntaryMembersAreAskedOnceAndWhatIsLeftIsForPeople) {
  MonthFacts facts{.month = october};
  EXPECT_EQ(task(facts, MonthTaskKind::voluntary).state, WorkState::waiting);
  facts.voluntary_left = 2;
  EXPECT_EQ(task(facts, MonthTaskKind::voluntary).state, WorkState::under_review);
  EXPECT_EQ(task(facts, MonthTaskKind::voluntary).count, 2);
  facts.voluntary_left = 0;
  EXPECT_EQ(task(facts, MonthTaskKind::voluntary).state, WorkState::finished);
}

TEST(MonthTasks, TheBoardShowsEveryTaskOnce) {
  auto order = board_order;
  std::ranges::sort(order);
  for (std::size_t at = 0; at < order.size(); ++at) {
    EXPECT_EQ(order.at(at), static_cast<MonthTaskKind>(at + 1));
  }
}

TEST(MonthTasks, AHoldLetsWorkGoOnButNeverMoney) {
  MonthFacts facts{.month = october};
  facts.determinations = {{1, 0, 0, 0}};
  facts.steps.push_back(step(MonthTaskKind::determinations, MonthTaskStepKind::held));
  facts.steps.back().reason = HoldReason::next_month;
  const auto held = task(facts, MonthTaskKind::determinations);
  EXPECT_EQ(held.state, WorkState::held);
  EXPECT_EQ(held.reason, HoldReason::next_month);
  EXPECT_FALSE(task(facts, MonthTaskKind::levy).waits_for);
  facts.levied_people = 1;
  facts.bills_to_issue = 1;
  facts.steps.push_back(step(MonthTaskKind::differences, MonthTaskStepKind::held));
  EXPECT_EQ(task(facts, MonthTaskKind::notices).waits_for, MonthTaskKind::differences);
  facts.steps.push_back(step(MonthTaskKind::determinations, MonthTaskStepKind::resumed));
  EXPECT_EQ(task(facts, MonthTaskKind::determinations).state, WorkState::waiting);
}

TEST(MonthTasks, WhoTookATaskHoldsIt) {
  MonthFacts facts{.month = october};
  facts.notifications = {{1, 0, 0, 0}};
  facts.steps.push_back(step(MonthTaskKind::notifications, MonthTaskStepKind::taken));
  facts.steps.push_back(step(MonthTaskKind::notifications, MonthTaskStepKind::taken));
  const auto found = task(facts, MonthTaskKind::notifications);
  EXPECT_EQ(found.holder, facts.steps.back().by);
  EXPECT_EQ(found.state, WorkState::under_review);
}

TEST(MonthTasks, DaysCountFromTheEndOfTheMonth) {
  const MonthFacts facts{.month = october};
  EXPECT_EQ(task(facts, MonthTaskKind::levy).due, *base::Date::make(2026, 11, 10));
  EXPECT_EQ(task(facts, MonthTaskKind::closing).due, *base::Date::make(2026, 11, 28));
}

TEST(MonthTasks, StepsThatDoNotFitAreRefused) {
  const MonthTask open{.kind = MonthTaskKind::levy, .state = WorkState::waiting};
  const MonthTask done{.kind = MonthTaskKind::levy, .state = WorkState::finished};
  const MonthTask statistics{.kind = MonthTaskKind::statistics, .state = WorkState::waiting};
  EXPECT_TRUE(check_step(open, MonthTaskStepKind::taken).ok());
  EXPECT_TRUE(check_step(open, MonthTaskStepKind::held).ok());
  EXPECT_FALSE(check_step(open, MonthTaskStepKind::resumed).ok());
  EXPECT_FALSE(check_step(open, MonthTaskStepKind::finished).ok());
  EXPECT_FALSE(check_step(done, MonthTaskStepKind::taken).ok());
  EXPECT_TRUE(check_step(statistics, MonthTaskStepKind::finished).ok());
  auto waiting = statistics;
  waiting.waits_for = MonthTaskKind::levy;
  EXPECT_FALSE(check_step(waiting, MonthTaskStepKind::finished).ok());
}

}  // namespace
}  // namespace kenpo::report
