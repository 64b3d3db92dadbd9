#include "checkup/metabolic_rule.h"

#include <array>
#include <set>

#include "checkup/risk_rule.h"
#include "law/book.h"

namespace kenpo::checkup {

namespace {

using base::Result;
using law::Decision;
using Steps = std::vector<law::Basis>;

/// Waist first, then the three items.
using Items = std::array<Possible, 4>;

Metabolic judgement_of(unsigned bits, int for_present) {
  const bool has_waist = (bits & 1U) != 0;
  const int items = static_cast<int>((bits >> 1 & 1U) + (bits >> 2 & 1U) + (bits >> 3 & 1U));
  if (!has_waist || items == 0) return Metabolic::absent;
  return items >= for_present ? Metabolic::present : Metabolic::reserve;
}

/// The judgements that the open answers leave possible.
std::set<Metabolic> judgements_of(const Items& items, int for_present) {
  std::set<Metabolic> found;
  for (unsigned bits = 0; bits < (1U << items.size()); ++bits) {
    bool fits = true;
    for (std::size_t at = 0; at < items.size(); ++at) {
      fits = fits && items[at].holds((bits >> at & 1U) != 0);
    }
    if (fits) found.insert(judgement_of(bits, for_present));
  }
  return found;
}

Result<Items> items_of(const MetabolicInput& input, Steps& basis) {
  const Bounds bounds{"checkup.metabolic", input.on};
  const auto& found = input.findings;
  Items items;
  items[0] = KENPO_TRY(waist_risk(bounds, found, basis));
  const auto pressure = KENPO_TRY(pressure_risk(bounds, found, basis));
  items[1] = either(pressure, Possible::of(input.medicated_pressure));
  basis.push_back(line_of({"血圧（服薬を含む）", "Pressure or its medication"}, items[1]));
  const auto lipid = KENPO_TRY(lipid_risk(bounds, found, basis));
  items[2] = either(lipid, Possible::of(input.medicated_lipid));
  basis.push_back(line_of({"脂質（服薬を含む）", "Lipids or their medication"}, items[2]));
  const auto glucose = KENPO_TRY(glucose_risk(bounds, found, basis));
  items[3] = either(glucose, Possible::of(input.medicated_glucose));
  basis.push_back(line_of({"血糖（服薬を含む）", "Blood sugar or its medication"}, items[3]));
  return items;
}

}  // namespace

// 標準的な健診・保健指導プログラム（令和6年度版）
Result<Decision<Metabolic>> metabolic_judgement(const MetabolicInput& input) {
  const auto for_present =
      KENPO_TRY(law::Book::carried().count("checkup.metabolic.present_items", input.on));
  Decision<Metabolic> decision;
  auto& basis = decision.basis;
  const auto items = KENPO_TRY(items_of(input, basis));
  const auto found = judgements_of(items, for_present.value);
  const bool decided = found.size() == 1;
  decision.value = decided ? *found.begin() : Metabolic::undecidable;
  basis.push_back({{"基準該当に必要な項目数", "Items that make it present"},
                   "標準的な健診・保健指導プログラム",
                   law::Count{for_present.value, law::Unit::number},
                   for_present.row});
  basis.push_back({{"判定できる", "Can be decided"}, "標準的な健診・保健指導プログラム", decided});
  return decision;
}

}  // namespace kenpo::checkup
