#include "benefit/medical_expense_act.h"

#include <algorithm>
#include <array>

#include "benefit/household_act.h"
#include "eligibility/dependent_link_store.h"
#include "eligibility/insured_period_store.h"
#include "eligibility/person_merge_store.h"
#include "eligibility/person_store.h"
#include "store/under.h"

namespace kenpo::benefit {

namespace of_expense_acts {

using base::PersonId;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using notice::Acting;
using notice::Permit;

template <const notice::Operation& operation>
ExpenseAccess expense_access(const Permit<operation>& permit) {
  return ExpenseAccess(permit.template grant<notice::Purpose::benefit_examination_and_payment>());
}
template <const notice::Operation& operation>
eligibility::MemberAccess member_access(const Permit<operation>& permit) {
  return eligibility::MemberAccess(permit.template grant<notice::Purpose::member_administration>());
}

/// Refused unless an establishment of the handler's is the person's, by the last insured period of
/// their own or of somebody whose dependent they are or were.
Result<> check_scope(const notice::Recorder& recorder, const store::View& view,
                     const eligibility::MemberAccess& member, const std::vector<PersonId>& people,
                     base::Moment now) {
  auto holders = people;
  for (const auto& link : KENPO_TRY(eligibility::of_all(people, [&](const PersonId& id) {
         return eligibility::links_of(view, member, id, now);
       }))) {
    holders.push_back(link.insured);
  }
  for (const auto& holder : holders) {
    const auto periods = KENPO_TRY(eligibility::periods_of(view, member, holder, now));
    if (!periods.empty() && recorder.in_scope(periods.back().establishment)) return base::Done{};
  }
  return notice::out_of_scope_fault();
}

struct Check {
  bool refused = false;
  base::Words what;
};

/// What of the decision itself cannot be.
Result<> check_expense(const MedicalExpense& expense, base::Date today) {
  const bool amounts = expense.found >= Yen(1) && expense.found <= Yen(expense_limit_yen) &&
                       expense.paid >= Yen() && expense.paid <= expense.found;
  const bool days = expense.month.first_day() <= expense.decided_on && expense.decided_on <= today;
  const std::array checks = {
      Check{expense.institution.empty() || expense.evidence.empty(),
            {"医療機関と、根拠になる決定を入れてください。",
             "Enter the institution and the decision that it rests on."}},
      Check{!amounts,
            {"算定した費用は1円以上、支給した額はその額以下にしてください。",
             "The expense is 1 yen at least and what was paid not more than it."}},
      Check{!days,
            {"支給決定日は、診療月の初日からきょうまでの日にしてください。",
             "The decision is made between the month of treatment and today."}}};
  const auto failed = std::ranges::find(checks, true, &Check::refused);
  if (failed == checks.end()) return base::Done{};
  return base::refusal(
      {"療養費の支給決定を登録できません。", "The decision cannot be entered."}, failed->what);
}

bool same(const MedicalExpense& one, const MedicalExpense& other) {
  return one.state == ExpenseState::decided && one.month == other.month &&
         one.setting == other.setting && one.reason == other.reason &&
         one.institution == other.institution && one.found == other.found &&
         one.paid == other.paid && one.decided_on == other.decided_on;
}

/// Whose household's month is to be computed again.
struct Touched {
  PersonId person;
  std::optional<PersonId> insured;
  base::Month month;
};

Result<Touched> enter(const Permit<medical_expense_enter>& permit, store::Transaction& transaction,
                      const MedicalExpense& expense, base::Moment now) {
  KENPO_TRY(check_expense(expense, now.day()));
  const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
  const auto people = identities.all(expense.person);
  const auto member = member_access(permit);
  KENPO_TRY(check_scope(permit.recorder(), transaction, member, people, now));
  const auto insured = KENPO_TRY(
      household_of(transaction, member, {expense.person, expense.month}, identities, now));
  if (!insured) {
    return base::refusal(
        {"診療月に当組合の加入者ではありません。", "Not a member here in the month of treatment."},
        {"診療月と受診した人を確かめてください。", "Look at the month and at who was treated."});
  }
  for (const auto& known : KENPO_TRY(eligibility::of_all(people, [&](const PersonId& id) {
         return expenses_of(transaction, expense_access(permit), id);
       }))) {
    if (!same(known, expense)) continue;
    return base::refusal({"同じ療養費の支給決定が、もう登録されています。",
                          "The same decision has been entered before."},
                         {"登録した支給決定の表を確かめてください。",
                          "Look at the decisions that were entered."});
  }
  KENPO_TRY(put(transaction, expense_access(permit), expense, now));
  return Touched{expense.person, insured, expense.month};
}

Result<Touched> cancel(const Permit<medical_expense_cancel>& permit,
                       store::Transaction& transaction, const MedicalExpenseId& id,
                       const std::string& reason, base::Moment now) {
  auto found = KENPO_TRY(find_expense(transaction, expense_access(permit), id));
  if (!found || found->state == ExpenseState::cancelled) {
    return base::refusal({"取り消せる支給決定がありません。", "There is nothing to cancel."},
                         {"登録した支給決定の表を確かめてください。",
                          "Look at the decisions that were entered."});
  }
  const auto identities = KENPO_TRY(eligibility::Identities::build(transaction));
  const auto member = member_access(permit);
  KENPO_TRY(check_scope(permit.recorder(), transaction, member, identities.all(found->person),
                        now));
  if (reason.empty()) {
    return base::refusal({"取り消す理由がありません。", "The reason is missing."},
                         {"取り消す理由を入れてください。", "Enter the reason."});
  }
  found->state = ExpenseState::cancelled;
  found->evidence = reason;
  KENPO_TRY(put(transaction, expense_access(permit), *found, now));
  return Touched{found->person,
                 KENPO_TRY(household_of(transaction, member, {found->person, found->month},
                                        identities, now)),
                 found->month};
}

/// 健康保険法115条: the household's month, with what looks back on it.
Result<> compute_again(Ledger& ledger, const Acting& acting, const Touched& touched) {
  if (!touched.insured) return base::Done{};
  KENPO_TRY(recompute_high_cost(ledger, acting, *touched.insured, touched.month,
                                ComputedFor::change));
  return base::Done{};
}

}  // namespace of_expense_acts

using namespace of_expense_acts;

Result<ExpenseView> list_medical_expenses(Ledger& ledger, const Acting& acting,
                                          const PersonId& person) {
  return store::read_under<medical_expense_list>(
      ledger, acting,
      [&](const Permit<medical_expense_list>& permit,
          const store::View& view) -> Result<ExpenseView> {
        const auto now = ledger.gate.clock().now();
        const auto identities = KENPO_TRY(eligibility::Identities::build(view));
        const auto people = identities.all(person);
        const auto member = member_access(permit);
        KENPO_TRY(check_scope(permit.recorder(), view, member, people, now));
        ExpenseView shown;
        if (const auto found = KENPO_TRY(eligibility::find_person(view, member, person, now))) {
          shown.name = found->name.empty() ? found->name_kana : found->name;
        }
        for (auto& each : KENPO_TRY(eligibility::of_all(people, [&](const PersonId& id) {
               return expenses_of(view, expense_access(permit), id);
             }))) {
          const auto insured =
              KENPO_TRY(household_of(view, member, {each.person, each.month}, identities, now));
          shown.lines.push_back({std::move(each), insured});
        }
        return shown;
      });
}

Result<> enter_medical_expense(Ledger& ledger, const Acting& acting,
                               const MedicalExpense& expense) {
  const auto touched = KENPO_TRY(store::write_under<medical_expense_enter>(
      ledger, acting,
      [&](const Permit<medical_expense_enter>& permit, store::Transaction& transaction,
          base::Moment now) { return enter(permit, transaction, expense, now); }));
  return compute_again(ledger, acting, touched);
}

Result<PersonId> cancel_medical_expense(Ledger& ledger, const Acting& acting,
                                        const MedicalExpenseId& id, const std::string& reason) {
  const auto touched = KENPO_TRY(store::write_under<medical_expense_cancel>(
      ledger, acting,
      [&](const Permit<medical_expense_cancel>& permit, store::Transaction& transaction,
          base::Moment now) { return cancel(permit, transaction, id, reason, now); }));
  KENPO_TRY(compute_again(ledger, acting, touched));
  return touched.person;
}

}  // namespace kenpo::benefit
