#include "dependent/parent_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::dependent {

namespace {

using base::Result;
using base::Share;
using base::Yen;
using law::Decision;

base::Plain both_parents_notice() { return "令3.4.30保保発0430第2号"; }

}  // namespace

// 令3.4.30保保発0430第2号 1(1)・(2)
Result<Decision<Parent>> parent_of_dependents(const ParentInput& input) {
  const auto close =
      KENPO_TRY(law::Book::carried().rate("dependent.parent.close_incomes", input.on));
  const Yen higher = std::max(input.income_a, input.income_b);
  const Yen difference = higher - std::min(input.income_a, input.income_b);
  Decision<Parent> decision;
  auto& basis = decision.basis;
  basis.push_back({{"収入の多い方の年間収入", "The higher income"}, both_parents_notice(), higher});
  basis.push_back({{"収入の差", "Difference of the incomes"}, both_parents_notice(), difference});
  // (2) Within a tenth of the higher: as notified.
  const bool is_close = Share(difference) <= Share(higher) * close.value;
  basis.push_back(
      {{"差が多い方の1割以内のため、届出のとおり", "Within a tenth of the higher: as notified"},
       both_parents_notice(),
       is_close,
       close.row});
  if (is_close) {
    decision.value = input.named;
    return decision;
  }
  // (1) Else the parent with the higher income.
  decision.value = input.income_a > input.income_b ? Parent::a : Parent::b;
  basis.push_back({{"収入の多い方の被扶養者とする", "With the parent of the higher income"},
                   both_parents_notice(),
                   higher});
  return decision;
}

// 令3.4.30保保発0430第2号 4
Decision<Parent> parent_after_dispute(const Dispute& dispute) {
  Decision<Parent> decision{dispute.named, {}};
  auto& basis = decision.basis;
  basis.push_back(
      {{"一方の標準報酬月額", "Standard of the one"}, both_parents_notice(), dispute.standard_a});
  basis.push_back(
      {{"他方の標準報酬月額", "Standard of the other"}, both_parents_notice(), dispute.standard_b});
  const bool equal = dispute.standard_a == dispute.standard_b;
  basis.push_back(
      {{"同じ額のため、届出のとおり", "Equal: as notified"}, both_parents_notice(), equal});
  if (!equal) {
    decision.value = dispute.standard_a > dispute.standard_b ? Parent::a : Parent::b;
  }
  return decision;
}

}  // namespace kenpo::dependent
