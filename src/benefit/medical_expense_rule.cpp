#include "benefit/medical_expense_rule.h"

#include "base/require.h"

namespace kenpo::benefit {

// 健康保険法115条1項: 療養に要した費用の額からその療養に要した費用につき療養費として支給される額を控除した額
law::Decision<base::Yen> expense_burden(base::Yen found, base::Yen paid) {
  KENPO_REQUIRE(base::Yen() <= paid && paid <= found);
  law::Decision<base::Yen> decision{found - paid, {}};
  decision.basis.push_back(
      {{"療養費の算定額（10割）", "Expense found"}, "健康保険法87条2項・110条7項", found});
  decision.basis.push_back(
      {{"支給した療養費", "Paid back"}, "健康保険法87条1項・110条7項", paid});
  decision.basis.push_back({{"療養費を控除した自己負担（一部負担金等）", "Burden that may be added"},
                            "健康保険法115条1項・施行令41条1項",
                            decision.value});
  return decision;
}

}  // namespace kenpo::benefit
