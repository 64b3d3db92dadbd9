#include "staff/welfare_erasure_rule.h"

#include "base/date.h"
#include "law/book.h"

namespace kenpo::staff {

// 当組合の決め（公表事項の組43）; 個人情報保護法22条: erased without delay when no longer needed.
base::Result<law::Decision<base::Date>> welfare_until(WelfareKind kind, base::Date on,
                                                      base::Date today) {
  const auto* name = kind == WelfareKind::loan ? "staff.welfare.loan_kept" : "staff.welfare.kept";
  const auto months = KENPO_TRY(law::Book::carried().count(name, today));
  const auto next_year = base::Date::make(on.in_month().fiscal_year() + 1, 4, 1);
  KENPO_REQUIRE(next_year.has_value());
  const auto until = base::period_end(*next_year, static_cast<int>(months.value));
  return law::Decision<base::Date>{until,
                                   {{{"福利厚生の記録を保存する最後の日", "Last day of keeping"},
                                     "福利厚生の記録の保存（当組合の決め）",
                                     until,
                                     months.row}}};
}

}  // namespace kenpo::staff
