#include "premium/voluntary_month_rule.h"

#include "law/book.h"

namespace kenpo::premium {

using base::Month;
using base::Result;

Result<Month> voluntary_rate_month(Month month) {
  const auto& book = law::Book::carried();
  const auto day = month.first_day();
  const auto employed = KENPO_TRY(book.count("collection.rate_year.employed_month", day)).value;
  const auto voluntary = KENPO_TRY(book.count("collection.rate_year.voluntary_month", day)).value;
  const bool between = month.month() >= employed && month.month() < voluntary;
  return between ? month.plus(-(month.month() - static_cast<int>(employed) + 1)) : month;
}

Rates borne_alone(const SocietyRates& rates, base::Yen standard) {
  auto together = rates.together(standard);
  together.general.insured = together.general.total;
  together.care.insured = together.care.total;
  together.child.insured = together.child.total;
  if (together.flat_care) together.flat_care->insured = together.flat_care->total;
  return together;
}

// 健康保険法156条・161条1項ただし書
Result<OwedMonth> owed_alone_in(const PeriodFacts& facts, Month month,
                                const SocietyRates& rates) {
  auto alone = facts;
  alone.leaves.clear();
  alone.detentions.clear();
  alone.bonuses.clear();
  auto owed = KENPO_TRY(owed_in(alone, month, rates));
  if (owed.monthly) owed.monthly->insured = owed.monthly->total;
  return owed;
}

}  // namespace kenpo::premium
