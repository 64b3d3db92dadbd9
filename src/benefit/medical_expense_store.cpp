#include "benefit/medical_expense_store.h"

namespace kenpo::benefit {

namespace of_expenses {

using base::Result;
using ExpenseRecord = store::Record<medical_expense_table>;

MedicalExpense expense_from(const ExpenseRecord& record) {
  return {.id = record.get<MedicalExpenseId>("expense"),
          .person = record.subject(),
          .month = record.times().valid_from.in_month(),
          .setting = record.get<Setting>("setting"),
          .reason = record.get<ExpenseReason>("reason"),
          .institution = record.get<std::string>("institution_name"),
          .found = record.get<base::Yen>("cost"),
          .paid = record.get<base::Yen>("expense_paid"),
          .decided_on = record.get<base::Date>("decided_on"),
          .evidence = record.get<std::string>("evidence"),
          .state = record.get<ExpenseState>("state"),
          .entered_at = record.times().decided_at};
}

}  // namespace of_expenses

using namespace of_expenses;

Result<> put(store::Transaction& transaction, const ExpenseAccess& access,
             const MedicalExpense& expense, base::Moment now) {
  const auto standing = KENPO_TRY(store::list<medical_expense_table>(
      transaction, access, {"expense = $1 AND withdrawn_at = $2"},
      {expense.id, store::not_withdrawn},
      [](const ExpenseRecord& record) { return record.row(); }));
  for (const auto& row : standing) {
    KENPO_TRY(store::withdraw<medical_expense_table>(transaction, access, row, now));
  }
  store::Draft<medical_expense_table> draft(
      expense.person, store::Times{.valid_from = expense.month.first_day(),
                                   .valid_to = expense.month.last_day(),
                                   .decided_at = now});
  draft.set("expense", expense.id)
      .set("state", expense.state)
      .set("decided_on", expense.decided_on)
      .set("setting", expense.setting)
      .set("reason", expense.reason)
      .set("institution_name", expense.institution)
      .set("cost", expense.found)
      .set("expense_paid", expense.paid)
      .set("evidence", expense.evidence);
  KENPO_TRY(store::insert<medical_expense_table>(transaction, access, draft));
  return base::Done{};
}

Result<std::vector<MedicalExpense>> expenses_of(const store::View& view,
                                                const ExpenseAccess& access,
                                                const base::PersonId& person) {
  return store::list<medical_expense_table>(
      view, access, {"subject_id = $1 AND withdrawn_at = $2", "ORDER BY valid_from, row_id"},
      {person, store::not_withdrawn}, expense_from);
}

Result<std::vector<MedicalExpense>> expenses_in(const store::View& view,
                                                const ExpenseAccess& access,
                                                const base::PersonId& person, base::Month month) {
  return store::list<medical_expense_table>(
      view, access,
      {"subject_id = $1 AND valid_from = $2 AND withdrawn_at = $3 AND state = $4",
       "ORDER BY row_id"},
      {person, month.first_day(), store::not_withdrawn, ExpenseState::decided}, expense_from);
}

Result<std::optional<MedicalExpense>> find_expense(const store::View& view,
                                                   const ExpenseAccess& access,
                                                   const MedicalExpenseId& id) {
  return store::find<medical_expense_table>(view, access,
                                            {"expense = $1 AND withdrawn_at = $2"},
                                            {id, store::not_withdrawn}, expense_from);
}

Result<std::vector<MedicalExpense>> expenses_since(const store::View& view,
                                                   const ExpenseAccess& access,
                                                   base::Moment since) {
  return store::list<medical_expense_table>(
      view, access, {"decided_at >= $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {since, store::not_withdrawn}, expense_from);
}

Result<std::vector<MedicalExpense>> expenses_treated_from(const store::View& view,
                                                          const ExpenseAccess& access,
                                                          base::Month from) {
  return store::list<medical_expense_table>(
      view, access, {"valid_from >= $1 AND withdrawn_at = $2", "ORDER BY row_id"},
      {from.first_day(), store::not_withdrawn}, expense_from);
}

}  // namespace kenpo::benefit
