#include "collection/pledge.h"

#include <algorithm>

namespace kenpo::collection {

base::Yen Pledge::total() const {
  base::Yen sum;
  for (const auto& one : debts) sum += one.rest;
  return sum;
}

PledgeState Pledge::state() const {
  const auto has = [&](PledgeStepKind kind) {
    return std::ranges::any_of(steps, [&](const PledgeStep& step) { return step.kind == kind; });
  };
  if (has(PledgeStepKind::cancelled)) return PledgeState::cancelled;
  if (has(PledgeStepKind::agreed)) return PledgeState::agreed;
  return has(PledgeStepKind::withdrawn) ? PledgeState::withdrawn : PledgeState::proposed;
}

base::Words wording(PledgeState state) {
  switch (state) {
    case PledgeState::proposed: return {"決裁待ち", "Awaits the decision"};
    case PledgeState::agreed: return {"承認済み", "Agreed"};
    case PledgeState::withdrawn: return {"取下げ", "Withdrawn"};
    case PledgeState::cancelled: return {"取消し", "Cancelled"};
  }
  return {};
}

base::Words wording(PledgeKeeping keeping) {
  switch (keeping) {
    case PledgeKeeping::kept: return {"履行中", "Kept"};
    case PledgeKeeping::broken: return {"不履行", "Broken"};
    case PledgeKeeping::fulfilled: return {"完納", "Fulfilled"};
  }
  return {};
}

}  // namespace kenpo::collection
