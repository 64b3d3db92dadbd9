#include "collection/voluntary_view.h"

namespace kenpo::collection {

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
