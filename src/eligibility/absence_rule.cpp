#include "eligibility/absence_rule.h"

#include "law/book.h"

namespace kenpo::eligibility {

// 当組合の定め (eligibility.absence.review)
base::Result<std::optional<base::Date>> absence_review_in(const Circumstance& absence,
                                                          base::Month month) {
  const std::optional<base::Date> none;
  if (absence.kind != CircumstanceKind::long_absence) return none;
  const auto first = absence.from.in_month();
  if (month <= first) return none;
  const auto every =
      KENPO_TRY(law::Book::carried().count("eligibility.absence.review", month.last_day()));
  constexpr int months_a_year = 12;
  const int passed =
      (month.year() - first.year()) * months_a_year + month.month() - first.month();
  if (passed % every.value != 0) return none;
  const auto on = absence.from.plus_months_clamped(passed);
  return absence.holds(on) ? std::optional(on) : none;
}

}  // namespace kenpo::eligibility
