#include "benefit/expense_unit_act.h"

#include <algorithm>
#include <tuple>

#include "benefit/medical_expense_rule.h"
#include "benefit/steps.h"

namespace kenpo::benefit {

namespace of_expense_units {

/// 施行令41条1項: one institution, inpatient or outpatient.
ExpenseUnit& unit_for(std::vector<ExpenseUnit>& units, std::size_t member,
                      const MedicalExpense& expense) {
  const auto found = std::ranges::find_if(units, [&](const ExpenseUnit& each) {
    return each.member == member && each.unit.setting == expense.setting &&
           each.institution_name == expense.institution;
  });
  if (found != units.end()) return *found;
  auto& made = units.emplace_back();
  made.member = member;
  made.institution_name = expense.institution;
  made.unit.person = static_cast<int>(member);
  made.unit.setting = expense.setting;
  made.unit.care = Care::medical_expense;
  return made;
}

}  // namespace of_expense_units

using namespace of_expense_units;

// 健康保険法115条1項; 施行令41条1項
base::Result<std::vector<ExpenseUnit>> expense_units(const store::View& view,
                                                     const BenefitAccess& access,
                                                     const HouseholdAsked& asked,
                                                     const std::vector<Member>& members,
                                                     base::Moment now) {
  std::vector<ExpenseUnit> units;
  for (std::size_t at = 0; at < members.size(); ++at) {
    const auto expenses = KENPO_TRY(
        eligibility::of_all(members[at].identities, [&](const base::PersonId& person) {
          return expenses_in(view, access.expense, person, asked.month);
        }));
    if (expenses.empty()) continue;
    const auto insured = KENPO_TRY(household_of(
        view, access.member, {members[at].person, asked.month}, asked.identities, now));
    if (insured != asked.identities.kept(asked.insured)) continue;
    for (const auto& expense : expenses) {
      auto& made = unit_for(units, at, expense);
      const auto burden = expense_burden(expense.found, expense.paid);
      append_steps(made.basis, burden.basis);
      ++made.count;
      auto& unit = made.unit;
      unit.cost += expense.found;
      unit.share += burden.value;
      unit.burden += burden.value;
      unit.paid += burden.value;
      unit.judged += burden.value;
    }
  }
  std::ranges::sort(units, {}, [](const ExpenseUnit& each) {
    return std::tuple(each.member, each.unit.setting, each.institution_name);
  });
  return units;
}

}  // namespace kenpo::benefit
