#include "report/month_task.h"

namespace kenpo::report {

base::Words wording(MonthTaskKind kind) {
  switch (kind) {
    case MonthTaskKind::notifications: return {"届書の審査", "Notifications"};
    case MonthTaskKind::checks: return {"台帳の確認", "Checks of the ledger"};
    case MonthTaskKind::determinations: return {"標準報酬の決定", "Determinations"};
    case MonthTaskKind::levy: return {"保険料の調定", "Levy"};
    case MonthTaskKind::differences: return {"前月との差額の確認", "Differences to last month"};
    case MonthTaskKind::notices: return {"納入の告知", "Payment notices"};
    case MonthTaskKind::claims: return {"レセプトの資格点検", "Eligibility check of claims"};
    case MonthTaskKind::statistics: return {"月報", "Monthly statistics"};
    case MonthTaskKind::voluntary: return {"任意継続の保険料の請求", "Voluntary members"};
    case MonthTaskKind::closing: return {"月の締め", "Closing of the month"};
  }
  return {};
}

base::Words wording(HoldReason reason) {
  switch (reason) {
    case HoldReason::papers_missing:
      return {"届書・添付書類を待っている", "Papers are awaited"};
    case HoldReason::answer_awaited:
      return {"照会の回答を待っている", "An answer is awaited"};
    case HoldReason::decision_awaited:
      return {"上司・組合会の決定を待っている", "A decision is awaited"};
    case HoldReason::next_month:
      return {"翌月に処理する", "Done next month"};
  }
  return {};
}

}  // namespace kenpo::report
