#include "benefit/additional_rule.h"

#include <algorithm>

namespace kenpo::benefit {

using base::Yen;

// 健康保険法53条
law::Decision<Yen> additional_benefit(Yen burden, Yen high_cost_benefit,
                                      const AdditionalTerms& terms) {
  KENPO_REQUIRE(terms.unit >= Yen(1) && terms.percent >= 1 && terms.percent <= 100);
  law::Decision<Yen> decision;
  auto& basis = decision.basis;
  const base::Plain article("健康保険法53条・規約");
  basis.push_back({{"自己負担額", "Burden"}, article, burden});
  basis.push_back(
      {{"高額療養費", "High-cost medical expense"}, "健康保険法115条", high_cost_benefit});
  basis.push_back({{"控除額（規約）", "Threshold of the society"}, article, terms.threshold});
  constexpr int whole_percent = 100;
  Yen above = std::max(Yen(), burden - high_cost_benefit - terms.threshold);
  if (terms.percent != whole_percent) {
    above = base::Share::of(base::Share::Wide{above.amount()} * terms.percent, whole_percent)
                .truncated();
    basis.push_back(
        {{"給付する割合（規約）を掛けた額", "The society's part of it"}, article, above});
  }
  // Cut to the unit first, then compared with the minimum.
  const Yen cut = base::cut_to(above, terms.unit.amount());
  basis.push_back({{"端数を切り捨てた額", "Cut to the unit"}, article, cut});
  decision.value = cut < terms.minimum ? Yen() : cut;
  basis.push_back(
      {{"付加給付額（最低額に満たないときは0円）", "Additional benefit, nothing under the minimum"},
       article,
       decision.value});
  return decision;
}

}  // namespace kenpo::benefit
