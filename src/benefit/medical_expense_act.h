// 療養費の支給決定の記録: entered with its evidence, cancelled with a reason; the household's month is
// computed anew each time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "benefit/high_cost_act.h"
#include "benefit/medical_expense_store.h"

namespace kenpo::benefit {

inline constexpr notice::Operation medical_expense_list{
    .name = "medical_expense.list",
    .japanese = "療養費の支給決定の表示",
    .pairs = {benefit_pair, member_pair}};
inline constexpr notice::Operation medical_expense_enter{
    .name = "medical_expense.enter",
    .japanese = "療養費の支給決定の登録",
    .verb = notice::Verb::write,
    .pairs = {benefit_pair, member_pair}};
inline constexpr notice::Operation medical_expense_cancel{
    .name = "medical_expense.cancel",
    .japanese = "療養費の支給決定の取消し",
    .verb = notice::Verb::write,
    .pairs = {benefit_pair, member_pair}};

inline constexpr std::size_t expense_institution_characters_limit = 60;
inline constexpr std::size_t expense_evidence_characters_limit = 100;
/// No person's care of a month at one institution costs more.
inline constexpr std::int64_t expense_limit_yen = 100'000'000;

struct ExpenseLine {
  MedicalExpense expense;
  std::optional<base::PersonId> insured = {};  // whose household it counts in; none: nobody's
};
struct ExpenseView {
  std::string name = {};
  std::vector<ExpenseLine> lines = {};  // by month; cancelled ones too
};
/// Refused: a person outside the handler's scope.
base::Result<ExpenseView> list_medical_expenses(eligibility::Ledger& ledger,
                                                const notice::Acting& acting,
                                                const base::PersonId& person);

/// Records the decision and computes the household's month again. Refused: no institution or
/// evidence; an expense under 1 yen or above every expense; more paid than was found; a month to
/// come, a decision before the month of treatment or after today; somebody who was no member here
/// in the month; the same decision twice; outside the handler's scope.
base::Result<> enter_medical_expense(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const MedicalExpense& expense);

/// Cancels the decision and computes the household's month again. Refused: no reason, one that was
/// cancelled before or is not known, outside the handler's scope. Hands back whose it was.
base::Result<base::PersonId> cancel_medical_expense(eligibility::Ledger& ledger,
                                                    const notice::Acting& acting,
                                                    const MedicalExpenseId& id,
                                                    const std::string& reason);

}  // namespace kenpo::benefit
