#include "premium/month_rule.h"

namespace kenpo::premium {

namespace {

using base::Rate;
using base::Share;
using base::Yen;

/// 50 sen and under dropped, over 50 sen raised: once, or the contribution by itself.
Yen withheld(Yen standard, const Rates& rates, const SharedRate& rate) {
  if (rates.child_rounding == ChildRounding::together) {
    return (Share(standard) * rate.insured).fifty_sen_down();
  }
  const Rate rest{rate.insured.millionths - rates.child.insured.millionths};
  return (Share(standard) * rest).fifty_sen_down() +
         (Share(standard) * rates.child.insured).fifty_sen_down();
}

}  // namespace

SharedRate applied_rate(const Rates& rates, Care care) {
  SharedRate sum{rates.general.total + rates.child.total,
                 rates.general.insured + rates.child.insured};
  if (care == Care::charged && !rates.flat_care) {
    sum.total = sum.total + rates.care.total;
    sum.insured = sum.insured + rates.care.insured;
  }
  return sum;
}

// 健康保険法附則8条
SharedYen applied_flat(const Rates& rates, Care care) {
  return care == Care::charged && rates.flat_care ? *rates.flat_care : SharedYen{};
}

// 健康保険法156条1項・161条1項
MonthPremium month_premium(Yen standard, const Rates& rates, Care care) {
  const SharedRate rate = applied_rate(rates, care);
  // The whole premium: fractions of a yen dropped (国等の債権債務等の金額の端数計算に関する法律2条).
  const auto flat = applied_flat(rates, care);
  const Yen total = (Share(standard) * rate.total).truncated() + flat.total;
  // The insured person bears the whole: nothing to withhold, nothing to round again.
  if (rate.insured == rate.total && flat.insured == flat.total) return {total, total, Yen()};
  // The insured share withheld: 50 sen and under dropped (通貨法3条; 法167条).
  const Yen insured = withheld(standard, rates, rate) + flat.insured;
  return {total, insured, total - insured};
}

law::Decision<MonthPremium> explain_month_premium(Yen standard, const Rates& rates, Care care) {
  const MonthPremium premium = month_premium(standard, rates, care);
  const SharedRate rate = applied_rate(rates, care);
  law::Decision<MonthPremium> decision{premium, {}};
  auto& basis = decision.basis;
  basis.push_back({{"標準報酬月額または標準賞与額", "Standard remuneration or bonus"},
                   "健康保険法156条1項", standard});
  basis.push_back({{"一般保険料率（調整保険料率を含む）", "General rate with the adjustment rate"},
                   "健康保険法160条・附則2条", rates.general.total});
  if (rates.child.total != Rate()) {
    basis.push_back({{"子ども・子育て支援金率", "Child-rearing contribution rate"},
                     "健康保険法156条1項・160条の2", rates.child.total});
  }
  basis.push_back({{"介護保険料がかかる", "Care premium is charged"}, "健康保険法156条1項1号",
                   care == Care::charged});
  const auto flat = applied_flat(rates, care);
  const bool by_amount = care == Care::charged && rates.flat_care;
  if (by_amount) {
    basis.push_back({{"特別介護保険料額（当組合の定めの定額）", "Flat care premium of the society"},
                     "健康保険法附則8条", flat.total});
  } else if (care == Care::charged) {
    basis.push_back({{"介護保険料率", "Care rate"}, "健康保険法160条16項", rates.care.total});
  }
  basis.push_back({{"率の合計", "Sum of the rates"}, "健康保険法156条1項", rate.total});
  basis.push_back({{"保険料額（円未満切捨て）", "Premium, fractions dropped"},
                   "国等の債権債務等の金額の端数計算に関する法律2条", premium.total});
  basis.push_back({{"被保険者が負担する率の合計", "Sum of the insured person's rates"},
                   "健康保険法161条1項・162条", rate.insured});
  if (by_amount) {
    basis.push_back({{"うち特別介護保険料額の被保険者負担分", "Of it the insured part of the flat amount"},
                     "健康保険法161条1項・162条", flat.insured});
  }
  if (rate.insured == rate.total && flat.insured == flat.total) {
    basis.push_back({{"全額を被保険者が負担", "The insured person bears the whole"},
                     "健康保険法161条1項ただし書", premium.insured});
    return decision;
  }
  if (rates.child_rounding == ChildRounding::apart && rates.child.insured != Rate()) {
    basis.push_back({{"うち支援金の被保険者負担分（別に端数処理する当組合の定め）",
                      "Of it the contribution, rounded by itself by the society's rule"},
                     "通貨の単位及び貨幣の発行等に関する法律3条",
                     (Share(standard) * rates.child.insured).fifty_sen_down()});
  }
  basis.push_back({{"被保険者負担分（50銭以下切捨て、50銭超切上げ）",
                    "Insured share: 50 sen and under dropped, over 50 sen raised"},
                   "通貨の単位及び貨幣の発行等に関する法律3条", premium.insured});
  basis.push_back({{"事業主負担分（残り）", "Employer's share: the rest"}, "健康保険法161条1項",
                   premium.employer});
  return decision;
}

}  // namespace kenpo::premium
