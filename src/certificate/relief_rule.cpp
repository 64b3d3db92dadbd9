#include "certificate/relief_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::certificate {

using base::Date;
using base::Month;
using base::Result;
using base::Span;
using law::Decision;

// 健康保険法施行令34条2項
Result<Decision<bool>> may_gain(const ReliefOutlook& outlook) {
  const auto& book = law::Book::carried();
  const Date on = outlook.month.first_day();
  const auto bound = KENPO_TRY(book.yen(outlook.members > 1 ? "certificate.elderly.relief.together"
                                                            : "certificate.elderly.relief.alone",
                                        on));
  const auto rule = KENPO_TRY(book.row("certificate.elderly.relief.invitation", on));
  constexpr int months_of_a_year = 12;
  const bool whole_year = outlook.months_known == months_of_a_year;
  Decision<bool> decision{!whole_year || outlook.remuneration < bound.value, {}};
  decision.basis.push_back({{"収入をみる年の標準報酬の合計", "Standards of the income year"},
                            "健康保険法施行規則55条",
                            outlook.remuneration});
  decision.basis.push_back(
      {{"基準額", "Bound"}, "健康保険法施行令34条2項", bound.value, bound.row});
  decision.basis.push_back({{"申請により2割になる見込みがある", "An application could be granted"},
                            "当組合の定め",
                            decision.value,
                            rule});
  return decision;
}

// 健康保険法施行規則56条
Result<Decision<Span>> relief_span(Date applied_on, int income_year_wanted) {
  const auto& book = law::Book::carried();
  const auto first_month =
      KENPO_TRY(book.count("certificate.elderly.income_year.first_month", applied_on));
  const auto after = KENPO_TRY(book.count("certificate.elderly.relief.months_after", applied_on));
  // The receipts of a year count from September of the year after it to the August that follows.
  const auto begins = *Month::make(income_year_wanted + 1, first_month.value);
  constexpr int months_of_a_year = 12;
  const Date last = begins.plus(months_of_a_year).first_day().plus_days(-1);
  const Date from =
      std::max(begins.first_day(), applied_on.in_month().plus(after.value).first_day());
  if (last < from) {
    return base::Fault{{"この年の収入は、申請の翌月にはもうみません。",
                        "The receipts of that year do not count any more."},
                       {"9月から翌年8月までが、前年の収入をみる期間です(健康保険法施行規則55条)。",
                        "September to August count the receipts of the year before."},
                       {"収入の年を確かめてください。", "Check the year of the receipts."},
                       {}};
  }
  Decision<Span> decision{{from, last}, {}};
  decision.basis.push_back({{"申請のあった月の翌月から", "From the month after the application"},
                            "健康保険法施行規則56条",
                            from,
                            after.row});
  decision.basis.push_back({{"次の判定の前日まで", "Until the next judgement"},
                            "健康保険法施行規則55条",
                            last,
                            first_month.row});
  return decision;
}

}  // namespace kenpo::certificate
