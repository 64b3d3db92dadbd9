#include "certificate/elderly_class_rule.h"

#include "law/book.h"

namespace kenpo::certificate {

using base::Date;
using base::Result;
using base::Yen;
using law::Decision;

// 健康保険法施行令42条3項
Result<Decision<LimitClass>> elderly_limit_class(Date on, ElderlyShare share, Yen standard,
                                                 LowIncome low_income) {
  const auto& book = law::Book::carried();
  const auto third = KENPO_TRY(book.yen("certificate.elderly_class.active_3.lowest_standard", on));
  const auto second = KENPO_TRY(book.yen("certificate.elderly_class.active_2.lowest_standard", on));
  Decision<LimitClass> decision{LimitClass::ordinary, {}};
  auto& basis = decision.basis;
  const bool active = share == ElderlyShare::active_income;
  basis.push_back({{"3割負担（現役並み所得者）", "Pays 30 %"}, "健康保険法74条1項3号", active});
  // 2号から4号: 現役並み by the standard, whatever the tax says.
  if (active) {
    basis.push_back({{"標準報酬月額", "Standard remuneration"}, "健康保険法40条1項", standard});
    const bool is_third = standard >= third.value;
    basis.push_back({{"現役並みIIIの下限以上", "From the bound of III"},
                     "健康保険法施行令42条3項2号",
                     is_third,
                     third.row});
    const bool is_second = standard >= second.value;
    basis.push_back({{"現役並みIIの下限以上", "From the bound of II"},
                     "健康保険法施行令42条3項3号",
                     is_second,
                     second.row});
    decision.value = is_third    ? LimitClass::active_3
                     : is_second ? LimitClass::active_2
                                 : LimitClass::active_1;
    return decision;
  }
  // 5号: 低所得II. 6号: 低所得I. 1号: the others.
  basis.push_back({{"市町村民税が非課税", "Not charged municipal tax"},
                   "健康保険法施行令42条3項5号",
                   low_income != LowIncome::none});
  basis.push_back({{"世帯の全員が非課税で所得がない", "Nobody charged, no income"},
                   "健康保険法施行令42条3項6号",
                   low_income == LowIncome::no_income});
  if (low_income == LowIncome::untaxed) decision.value = LimitClass::low_2;
  if (low_income == LowIncome::no_income) decision.value = LimitClass::low_1;
  return decision;
}

}  // namespace kenpo::certificate
