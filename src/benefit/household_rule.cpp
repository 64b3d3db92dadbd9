#include "benefit/household_rule.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "benefit/high_cost_limit_rule.h"
#include "law/book.h"

namespace kenpo::benefit {

namespace {

using base::Result;
using base::Yen;
using certificate::LimitClass;
using law::Decision;
using Steps = std::vector<law::Basis>;

base::Fault several_classes() {
  return {{"世帯の区分が正しくありません。", "The classes of the household are wrong."},
          {"70歳以上の人の区分は1つ、世帯の区分はアからオまでです。",
           "People of 70 and over share one class; the household has one of ア to オ."},
          {"限度額区分を確かめてください。", "Check the classes."},
          {}};
}

/// The one class of the people of 70 to 74; none when there are none.
Result<std::optional<LimitClass>> elderly_class(const HouseholdInput& input) {
  if (certificate::is_elderly(input.of)) return several_classes();
  std::optional<LimitClass> found;
  for (const auto& unit : input.units) {
    if (!certificate::is_elderly(unit.of)) continue;
    if (found && *found != unit.of) return several_classes();
    found = unit.of;
  }
  return found;
}

/// What has been paid as benefit, and what stays to be added to the household.
struct Tally {
  Yen benefit;
  Yen left;
  Yen cost;
  Yen outpatient_only = {};
  int units = 0;
};

/// What is above the limit is paid, the rest stays.
void settle(Tally& tally, Yen amount, Yen limit) {
  const Yen excess = std::max(Yen(), amount - limit);
  tally.benefit += excess;
  tally.left += amount - excess;
}

/// 41条3項・4項: 70 to 74. Outpatient care of each person first, then all of them together.
Result<Tally> elderly_part(const HouseholdInput& input, LimitClass of, Steps& basis) {
  std::map<int, Yen> outpatient;  // by person
  Tally each;
  for (const auto& unit : input.units) {
    if (!certificate::is_elderly(unit.of)) continue;
    each.cost += unit.cost;
    ++each.units;
    if (unit.setting == Setting::outpatient && has_outpatient_limit(of)) {
      outpatient[unit.person] += unit.burden;
    } else {
      each.left += unit.burden;
    }
  }
  LimitInput asked{input.month, of, Scope::outpatient, each.cost, input.frequent, Turning75::no};
  for (const auto& [person, burden] : outpatient) {
    const auto limit = KENPO_TRY(high_cost_limit(asked));
    settle(each, burden, *limit.value);
    basis.insert(basis.end(), limit.basis.begin(), limit.basis.end());
    basis.push_back({{"70歳以上の1人の外来の負担", "Outpatient burden of a person past 70"},
                     "健康保険法施行令41条5項",
                     burden});
  }
  asked.scope = Scope::household;
  const auto limit = KENPO_TRY(high_cost_limit(asked));
  basis.insert(basis.end(), limit.basis.begin(), limit.basis.end());
  basis.push_back(
      {{"70歳以上の負担の合計", "Burden of those past 70"}, "健康保険法施行令41条3項", each.left});
  Tally together{each.benefit, {}, each.cost, each.benefit, each.units};
  settle(together, each.left, *limit.value);
  basis.push_back({{"70歳以上の高額療養費", "Benefit of those past 70"},
                   "健康保険法施行令41条3項",
                   together.benefit});
  return together;
}

/// 41条1項: units under 70 that reach the threshold join, the others are left out with their cost.
Result<Tally> younger_part(const HouseholdInput& input, Steps& basis) {
  const auto threshold = KENPO_TRY(
      law::Book::carried().yen("benefit.high_cost.unit_threshold", input.month.first_day()));
  Tally tally;
  for (const auto& unit : input.units) {
    if (certificate::is_elderly(unit.of)) continue;
    if (unit.judged.value_or(unit.burden) < threshold.value) continue;
    tally.left += unit.burden;
    tally.cost += unit.cost;
    ++tally.units;
  }
  basis.push_back({{"70歳未満の合算対象（1件ごとにこの額以上）", "Units under 70 from this amount"},
                   "健康保険法施行令41条1項",
                   threshold.value,
                   threshold.row});
  basis.push_back({{"70歳未満の合算対象の負担", "Burden of those units"},
                   "健康保険法施行令41条1項",
                   tally.left});
  return tally;
}

}  // namespace

Result<bool> joins_household(const BurdenUnit& unit, base::Month month) {
  if (certificate::is_elderly(unit.of)) return true;
  const auto threshold =
      KENPO_TRY(law::Book::carried().yen("benefit.high_cost.unit_threshold", month.first_day()));
  return unit.judged.value_or(unit.burden) >= threshold.value;
}

Result<Decision<Yen>> household_benefit(const HouseholdInput& input) {
  auto division = KENPO_TRY(household_division(input));
  return Decision<Yen>{division.value.total, std::move(division.basis)};
}

// 健康保険法施行令41条1項・3項・5項
Result<Decision<HouseholdBenefit>> household_division(const HouseholdInput& input) {
  Decision<HouseholdBenefit> decision;
  auto& basis = decision.basis;
  const auto of_elderly = KENPO_TRY(elderly_class(input));
  // 1. and 2. People of 70 to 74.
  Tally elderly;
  if (of_elderly) elderly = KENPO_TRY(elderly_part(input, *of_elderly, basis));
  // 3. What stays of them and the units under 70, under the limit of the household.
  const auto younger = KENPO_TRY(younger_part(input, basis));
  const auto limit =
      KENPO_TRY(high_cost_limit({input.month, input.of, Scope::household,
                                 elderly.cost + younger.cost, input.frequent, Turning75::no}));
  basis.insert(basis.end(), limit.basis.begin(), limit.basis.end());
  Tally household{elderly.benefit, {}, {}};
  settle(household, elderly.left + younger.left, *limit.value);
  decision.value = {.total = household.benefit,
                    .outpatient_only = elderly.outpatient_only,
                    .joined = elderly.left + elderly.outpatient_only + younger.left,
                    .joined_units = elderly.units + younger.units};
  basis.push_back({{"世帯の負担の合計", "Burden of the household"},
                   "健康保険法施行令41条1項",
                   elderly.left + younger.left});
  basis.push_back(
      {{"高額療養費の合計", "High-cost medical expense"}, "健康保険法115条", household.benefit});
  return decision;
}

}  // namespace kenpo::benefit
