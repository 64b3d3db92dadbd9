#include "collection/voluntary_view.h"

namespace kenpo::collection {

bool asks_for(const DemandView& view, base::Month month) {
  const auto kind = view.demand.debt.key.kind;
  const bool whole =
      kind == DebtKind::voluntary_month || kind == DebtKind::voluntary_prepayment;
  return whole && !view.lapsed && view.demand.covers(month);
}

base::Words wording(CorrectionCause cause) {
  switch (cause) {
    case CorrectionCause::standard:
      return {"標準報酬月額の訂正", "Standard remuneration"};
    case CorrectionCause::care:
      return {"介護保険料の有無", "Care premium"};
    case CorrectionCause::rate:
      return {"料率の訂正", "Rates"};
    case CorrectionCause::status:
      return {"資格のある月の訂正", "Insured in the month or not"};
  }
  return {};
}

base::Yen MemberView::open() const {
  base::Yen sum;
  for (const auto& one : demands) sum += one.demand.debt.rest();
  return sum;
}

std::optional<UnpaidLoss> MemberView::loss() const {
  for (const auto& one : demands) {
    if (one.loss) return one.loss;
  }
  return std::nullopt;
}

}  // namespace kenpo::collection
