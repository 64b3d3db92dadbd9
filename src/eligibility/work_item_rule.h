// The way of a work item through its five states, and who may take which step.
#pragma once

#include <optional>
#include <vector>

#include "eligibility/work_item.h"

namespace kenpo::eligibility {

/// The states that a person may choose next, in the order of the office. An item is finished by
/// hand only through a decision (決裁); an act of the office that settles it needs none.
std::vector<WorkState> next_states(WorkState from);

enum class MoveRefusal : std::uint8_t {
  none,
  no_such_way,   // the state does not follow the other
  own_proposal,  // who asks for a decision does not decide
};

/// Whether `mover` may take the item from one state to the next. `asked_by`: who asked for the
/// decision, while the item waits for one.
MoveRefusal judge_move(WorkState from, WorkState to, const base::StaffId& mover,
                       const std::optional<base::StaffId>& asked_by);

/// Who asked for the decision that the item waits for: the last step into 決裁待ち.
std::optional<base::StaffId> asked_by(const std::vector<WorkMove>& moves);

}  // namespace kenpo::eligibility
