#include "certificate/limit_class_rule.h"

#include "law/book.h"

namespace kenpo::certificate {

using base::Date;
using base::Result;
using base::Yen;
using law::Decision;

// 健康保険法施行令42条1項
Result<Decision<LimitClass>> limit_class(Date on, Yen standard, MunicipalTax tax) {
  const auto& book = law::Book::carried();
  const auto a = KENPO_TRY(book.yen("certificate.limit_class.a.lowest_standard", on));
  const auto i = KENPO_TRY(book.yen("certificate.limit_class.i.lowest_standard", on));
  const auto u = KENPO_TRY(book.yen("certificate.limit_class.u.lowest_standard", on));
  const auto o = KENPO_TRY(book.yen("certificate.limit_class.o.standard_below", on));
  Decision<LimitClass> decision{LimitClass::e, {}};
  auto& basis = decision.basis;
  basis.push_back({{"標準報酬月額", "Standard remuneration"}, "健康保険法40条1項", standard});
  const bool untaxed = tax == MunicipalTax::untaxed;
  basis.push_back(
      {{"市町村民税が非課税", "Not charged municipal tax"}, "健康保険法施行令42条1項5号", untaxed});

  // 5号: オ, not taxed and under 530,000.
  if (untaxed && standard < o.value) {
    decision.value = LimitClass::o;
    basis.push_back({{"区分オ：非課税で、標準報酬月額がこの額に満たない",
                      "Class オ: not taxed, and under this standard"},
                     "健康保険法施行令42条1項5号",
                     o.value,
                     o.row});
    return decision;
  }
  // 2号: ア. 3号: イ. 1号: ウ, the rest down to エ.
  if (standard >= a.value) {
    decision.value = LimitClass::a;
    basis.push_back({{"区分ア：この額以上", "Class ア: from this standard"},
                     "健康保険法施行令42条1項2号",
                     a.value,
                     a.row});
  } else if (standard >= i.value) {
    decision.value = LimitClass::i;
    basis.push_back({{"区分イ：この額以上", "Class イ: from this standard"},
                     "健康保険法施行令42条1項3号",
                     i.value,
                     i.row});
  } else if (standard >= u.value) {
    decision.value = LimitClass::u;
    basis.push_back({{"区分ウ：この額以上", "Class ウ: from this standard"},
                     "健康保険法施行令42条1項1号",
                     u.value,
                     u.row});
  } else {
    // 4号: エ.
    basis.push_back({{"区分エ：この額に満たない", "Class エ: under this standard"},
                     "健康保険法施行令42条1項4号",
                     u.value,
                     u.row});
  }
  return decision;
}

}  // namespace kenpo::certificate
