#include "assembly/training_rule.h"

#include "law/book.h"

namespace kenpo::assembly {

// 当組合の定め（役職員研修規程）
base::Result<law::Decision<base::Date>> training_due(base::Date term_from) {
  const auto months =
      KENPO_TRY(law::Book::carried().count("assembly.training.due_months", term_from));
  const auto due = base::period_end(term_from, months.value);
  return law::Decision<base::Date>{due,
                                   {{{"就任から数えた研修の期限", "Training within so many months"},
                                     "役職員研修規程",
                                     due,
                                     months.row}}};
}

}  // namespace kenpo::assembly
