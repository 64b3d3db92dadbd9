#include "cost_notice/cost_notice.h"

namespace kenpo::cost_notice {

PaidAmounts CostNotice::total() const {
  PaidAmounts sum;
  for (const auto& line : lines) {
    sum.cost += line.amounts.cost;
    sum.insured += line.amounts.insured;
    sum.public_aid += line.amounts.public_aid;
    sum.paid += line.amounts.paid;
  }
  return sum;
}

std::string_view state_wording(const NoticeRun& run) {
  if (!run.last) return "決裁待ち";
  switch (*run.last) {
    case NoticeRunStep::released:
      return "印刷できます";
    case NoticeRunStep::counted:
      return "発送待ち";
    case NoticeRunStep::sent:
      return "発送済み";
    case NoticeRunStep::dissolved:
      break;
  }
  return "取りやめ";
}

std::string_view wording(VisitOutcome outcome) {
  switch (outcome) {
    case VisitOutcome::open:
      return "調査中";
    case VisitOutcome::visited:
      return "受診を確認";
    case VisitOutcome::other_days:
      return "日数・内容の相違（再審査を請求）";
    case VisitOutcome::not_visited:
      break;
  }
  return "受診の事実なし（返戻・通報を検討）";
}

}  // namespace kenpo::cost_notice
