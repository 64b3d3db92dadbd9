#include "eligibility/work_item_rule.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kenpo::eligibility {
namespace {

using enum WorkState;
constexpr WorkState states[] = {waiting, held, under_review, awaiting_approval, finished};

TEST(WorkItemRule, EveryStepBetweenTheFiveStates) {
  struct Row {
    WorkState from;
    std::vector<WorkState> to;
  };
  const Row rows[] = {
      {waiting, {held, under_review}},
      {held, {under_review}},
      {under_review, {held, awaiting_approval}},
      {awaiting_approval, {under_review, finished}},
      {finished, {under_review}},
  };
  const auto mover = base::StaffId::draw();
  const auto asker = base::StaffId::draw();
  for (const auto& row : rows) {
    for (const auto to : states) {
      const bool allowed = std::ranges::find(row.to, to) != row.to.end();
      EXPECT_EQ(judge_move(row.from, to, mover, asker),
                allowed ? MoveRefusal::none : MoveRefusal::no_such_way)
          << wording(row.from).en.text() << " -> " << wording(to).en.text();
    }
  }
}

TEST(WorkItemRule, WhoAsksForTheDecisionDoesNotDecide) {
  const auto asker = base::StaffId::draw();
  EXPECT_EQ(judge_move(awaiting_approval, finished, asker, asker), MoveRefusal::own_proposal);
  EXPECT_EQ(judge_move(awaiting_approval, finished, base::StaffId::draw(), asker),
            MoveRefusal::none);
  // The asker may take the proposal back.
  EXPECT_EQ(judge_move(awaiting_approval, under_review, asker, asker), MoveRefusal::none);
}

TEST(WorkItemRule, TheLastAskingCounts) {
  const auto first = base::StaffId::draw();
  const auto second = base::StaffId::draw();
  const auto step = [](WorkState from, WorkState to, base::StaffId by) {
    return WorkMove{.from = from, .to = to, .moved_by = by};
  };
  EXPECT_EQ(asked_by({}), std::nullopt);
  EXPECT_EQ(asked_by({step(under_review, awaiting_approval, first),
                      step(awaiting_approval, under_review, second),
                      step(under_review, awaiting_approval, second)}),
            second);
}

}  // namespace
}  // namespace kenpo::eligibility
