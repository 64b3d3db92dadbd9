#include "recourse/lapse.h"

namespace kenpo::recourse {

namespace {

struct Move {
  LapseState from;
  LapseStepKind step;
  LapseState to;
};
constexpr Move moves[] = {
    {LapseState::open, LapseStepKind::reassign, LapseState::reassigning},
    {LapseState::open, LapseStepKind::settle, LapseState::settling},
    {LapseState::open, LapseStepKind::repay, LapseState::repaying},
    {LapseState::open, LapseStepKind::cleared, LapseState::cleared},
    {LapseState::reassigning, LapseStepKind::reassigned, LapseState::reassigned},
    {LapseState::reassigning, LapseStepKind::not_reassigned, LapseState::open},
    {LapseState::reassigning, LapseStepKind::cleared, LapseState::cleared},
    {LapseState::settling, LapseStepKind::delegation, LapseState::settling},
    {LapseState::settling, LapseStepKind::claim_sent, LapseState::settling},
    {LapseState::settling, LapseStepKind::insurer_declined, LapseState::open},
    {LapseState::settling, LapseStepKind::settled, LapseState::settled},
    {LapseState::repaying, LapseStepKind::settled, LapseState::settled},
    {LapseState::repaying, LapseStepKind::settle, LapseState::settling},
};

}  // namespace

base::Words wording(LapseState state) {
  switch (state) {
    case LapseState::open: return {"未処理", "open"};
    case LapseState::reassigning: return {"振替を依頼中", "reassignment asked for"};
    case LapseState::settling: return {"保険者間調整中", "settling with the insurer"};
    case LapseState::repaying: return {"本人の返還", "repayment by the person"};
    case LapseState::reassigned: return {"振替済み", "reassigned"};
    case LapseState::settled: return {"返還済み", "settled"};
    case LapseState::cleared: return {"資格を確認済み", "cleared"};
  }
  return {};
}

base::Words wording(LapseStepKind kind) {
  switch (kind) {
    case LapseStepKind::reassign: return {"振替を依頼する", "ask for reassignment"};
    case LapseStepKind::reassigned: return {"振替された", "reassigned"};
    case LapseStepKind::not_reassigned: return {"振替されなかった", "not reassigned"};
    case LapseStepKind::settle: return {"保険者間調整にする", "settle with the insurer"};
    case LapseStepKind::delegation: return {"委任状を受け取った", "delegation received"};
    case LapseStepKind::claim_sent: return {"新しい保険者に請求書を送った", "claim sent"};
    case LapseStepKind::insurer_declined: return {"新しい保険者が応じない", "insurer declines"};
    case LapseStepKind::repay: return {"本人の返還にする", "repayment by the person"};
    case LapseStepKind::settled: return {"返還が済んだ", "settled"};
    case LapseStepKind::cleared: return {"資格を確認した", "cleared"};
  }
  return {};
}

std::optional<LapseState> state_after(LapseState state, LapseStepKind step) {
  for (const auto& move : moves) {
    if (move.from == state && move.step == step) return move.to;
  }
  return std::nullopt;
}

std::vector<LapseStepKind> steps_from(LapseState state) {
  std::vector<LapseStepKind> steps;
  for (const auto& move : moves) {
    if (move.from == state) steps.push_back(move.step);
  }
  return steps;
}

}  // namespace kenpo::recourse
