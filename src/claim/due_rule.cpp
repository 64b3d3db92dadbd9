#include "claim/due_rule.h"

#include "law/book.h"

namespace kenpo::claim {

// 健康保険法76条5項; 支払基金 請求支払業務
base::Result<law::Decision<Due>> due_of(base::Month treatment) {
  const auto& book = law::Book::carried();
  const auto on = treatment.first_day();
  const auto months = KENPO_TRY(book.count("claim.due.months", on));
  const auto billed = KENPO_TRY(book.count("claim.due.billed_day", on));
  const auto paid = KENPO_TRY(book.count("claim.due.paid_day", on));
  const auto first = treatment.plus(months.value).first_day();
  law::Decision<Due> decision{{first.plus_days(billed.value - 1), first.plus_days(paid.value - 1)},
                              {}};
  decision.basis.push_back({{"請求支払の月（診療月の翌々月）", "Month of billing and payment"},
                            "健康保険法76条5項",
                            first.in_month(),
                            months.row});
  decision.basis.push_back({{"支払基金の請求期日", "Billed by"},
                            "支払基金 請求支払業務",
                            decision.value.billed_by,
                            billed.row});
  decision.basis.push_back(
      {{"組合の支払期日", "Paid by"}, "支払基金 請求支払業務", decision.value.paid_by, paid.row});
  return decision;
}

}  // namespace kenpo::claim
