#include "benefit/outpatient_annual_rule.h"

#include <algorithm>
#include <string>

#include "law/book.h"

namespace kenpo::benefit {

using base::Month;
using base::Result;
using base::Span;
using base::Yen;
using certificate::LimitClass;
using law::Decision;

// 健康保険法施行令41条の2第1項
Result<Span> outpatient_period(Month month) {
  const auto first = KENPO_TRY(
      law::Book::carried().count("benefit.outpatient_annual.first_month", month.first_day()));
  const int months_in = (month.month() - first.value + 12) % 12;
  const Month begin = month.plus(-months_in);
  return Span{begin.first_day(), begin.plus(11).last_day()};
}

// 健康保険法施行令41条の2: 計算期間の末日。計算期間の途中で資格を失い、その後その計算期間に医療保険加入者と
// ならなかった人は、資格を失った日の前日
Result<Decision<base::Date>> outpatient_base_day(Month month, std::optional<base::Date> lost) {
  const Span period = KENPO_TRY(outpatient_period(month));
  const auto before = KENPO_TRY(law::Book::carried().count(
      "benefit.outpatient_annual.base_day_before_loss", period.from));
  Decision<base::Date> decision{period.to, {}};
  if (lost && period.from < *lost && *lost <= period.to) {
    decision.value = lost->plus_days(-before.value);
    decision.basis.push_back({{"資格を失った日（その後、医療保険に加入していない）",
                               "Lost the status, and is insured nowhere since"},
                              "健康保険法施行令41条の2",
                              *lost,
                              before.row});
  }
  decision.basis.push_back({{"基準日", "Base day"}, "健康保険法施行令41条の2", decision.value});
  return decision;
}

// 健康保険法施行令41条の2; 平29保保発1204第2号
Result<Decision<std::optional<Yen>>> outpatient_annual(Month month, LimitClass of, Yen paid) {
  const auto& book = law::Book::carried();
  const Span period = KENPO_TRY(outpatient_period(month));
  Decision<std::optional<Yen>> decision;
  auto& basis = decision.basis;
  basis.push_back({{"計算期間", "Period"}, "健康保険法施行令41条の2第1項", period});
  // The table of the period: the class 一般 has an amount whenever there is a table.
  const auto ordinary = KENPO_TRY(book.yen("benefit.outpatient_annual.ordinary", period.from));
  const auto name = "benefit.outpatient_annual." + std::string(certificate::name(of));
  const auto* row = book.find(name, period.from);
  if (row == nullptr) {
    basis.push_back({{"年間の限度額がない区分", "No yearly limit for this class"},
                     "健康保険法施行令41条の2",
                     false,
                     ordinary.row});
    return decision;
  }
  const Yen limit(row->number);
  decision.value = std::max(Yen(), paid - limit);
  basis.push_back(
      {{"外来の負担の合計（高額療養費と付加給付を除く）", "Outpatient burden after benefits"},
       "平29保保発1204第2号",
       paid});
  basis.push_back({{"年間の限度額", "Yearly limit"}, "健康保険法施行令41条の2", limit, row});
  basis.push_back({{"支給額", "Benefit"}, "健康保険法施行令41条の2", *decision.value});
  return decision;
}

// 健康保険法施行令41条の2; 平29保保発1204第2号: each insurer pays in the proportion of its burden.
Result<Decision<std::optional<Yen>>> outpatient_annual_part(Month month, LimitClass of, Yen ours,
                                                            Yen total) {
  auto decision = KENPO_TRY(outpatient_annual(month, of, total));
  if (!decision.value || total <= ours) return decision;
  decision.value = base::Share::of(base::Share::Wide{decision.value->amount()} * ours.amount(),
                                   total.amount())
                       .truncated();
  decision.basis.push_back({{"当組合の分の負担", "This society's part of the burden"},
                            "平29保保発1204第2号",
                            ours});
  decision.basis.push_back({{"当組合の分（負担の割合で按分）", "This society's part"},
                            "健康保険法施行令41条の2",
                            *decision.value});
  return decision;
}

}  // namespace kenpo::benefit
