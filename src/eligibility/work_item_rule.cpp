#include "eligibility/work_item_rule.h"

#include <algorithm>

namespace kenpo::eligibility {

// Our rule: docs/manual/02-work.md
std::vector<WorkState> next_states(WorkState from) {
  switch (from) {
    case WorkState::waiting:
      return {WorkState::under_review, WorkState::held};
    case WorkState::held:
      return {WorkState::under_review};
    case WorkState::under_review:
      return {WorkState::held, WorkState::awaiting_approval};
    case WorkState::awaiting_approval:
      return {WorkState::finished, WorkState::under_review};
    case WorkState::finished:
      return {WorkState::under_review};  // taken up again
  }
  return {};
}

MoveRefusal judge_move(WorkState from, WorkState to, const base::StaffId& mover,
                       const std::optional<base::StaffId>& asked_by) {
  const auto next = next_states(from);
  if (std::ranges::find(next, to) == next.end()) return MoveRefusal::no_such_way;
  const bool decides = from == WorkState::awaiting_approval && to == WorkState::finished;
  if (decides && asked_by == mover) return MoveRefusal::own_proposal;
  return MoveRefusal::none;
}

std::optional<base::StaffId> asked_by(const std::vector<WorkMove>& moves) {
  for (auto at = moves.rbegin(); at != moves.rend(); ++at) {
    if (at->to == WorkState::awaiting_approval) return at->moved_by;
  }
  return std::nullopt;
}

}  // namespace kenpo::eligibility
