// 療養費 in the store, under 現金給付に関する情報.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "benefit/medical_expense.h"
#include "store/seal.h"

namespace kenpo::benefit {

inline constexpr store::Table medical_expense_table{
    .name = "medical_expense",
    .japanese = "療養費の支給決定",
    .subject = store::Subject::person,  // who was treated
    .category = notice::Category::cash_benefit,
    .timed = store::Timed::yes,  // valid in the month of treatment
    .clear = {{"expense", store::Kind::id},
              {"state", store::Kind::integer},
              {"decided_on", store::Kind::date}},
    .personal = {{"setting", store::Kind::integer},
                 {"reason", store::Kind::integer},
                 {"institution_name", store::Kind::text},
                 {"cost", store::Kind::yen},
                 {"expense_paid", store::Kind::yen},
                 {"evidence", store::Kind::text}},
    .indexes = {{.columns = {"expense"}}, {.columns = {"decided_at"}}}};

using ExpenseAccess = store::AccessTo<medical_expense_table>;

/// Adds the decision; the one that stood under its id is withdrawn.
base::Result<> put(store::Transaction& transaction, const ExpenseAccess& access,
                   const MedicalExpense& expense, base::Moment now);
/// What stands for the person, cancelled ones too, by month.
base::Result<std::vector<MedicalExpense>> expenses_of(const store::View& view,
                                                      const ExpenseAccess& access,
                                                      const base::PersonId& person);
/// Those of a month that count: without the cancelled ones.
base::Result<std::vector<MedicalExpense>> expenses_in(const store::View& view,
                                                      const ExpenseAccess& access,
                                                      const base::PersonId& person,
                                                      base::Month month);
base::Result<std::optional<MedicalExpense>> find_expense(const store::View& view,
                                                         const ExpenseAccess& access,
                                                         const MedicalExpenseId& id);
/// All that stand, decided or cancelled since the moment.
base::Result<std::vector<MedicalExpense>> expenses_since(const store::View& view,
                                                         const ExpenseAccess& access,
                                                         base::Moment since);
/// All that stand, decided or cancelled, of treatment in the month or later.
base::Result<std::vector<MedicalExpense>> expenses_treated_from(const store::View& view,
                                                                const ExpenseAccess& access,
                                                                base::Month from);

}  // namespace kenpo::benefit
