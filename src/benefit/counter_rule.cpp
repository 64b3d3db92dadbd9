#include "benefit/counter_rule.h"

#include <algorithm>

#include "benefit/high_cost_limit_rule.h"

namespace kenpo::benefit {

namespace {

using base::Month;
using base::Plain;
using base::Rate;
using base::Result;
using base::Share;
using base::Yen;
using certificate::LimitClass;
using law::Decision;
using Steps = std::vector<law::Basis>;

/// 施行令41条9項・42条9項: care of long-term diseases.
Result<Yen> long_term_limit(const CounterInput& input, Steps& basis) {
  const auto* name = input.long_term == LongTerm::upper ? "benefit.high_cost.long_term.upper"
                                                        : "benefit.high_cost.long_term.ordinary";
  const auto row = KENPO_TRY(law::Book::carried().yen(name, input.month.first_day()));
  basis.push_back({{"特定疾病療養の限度額", "Limit of long-term diseases"},
                   "健康保険法施行令42条9項",
                   row.value,
                   row.row});
  return halved(row.value, input.month, input.turning_75);
}

/// The lowest of the limits that hold for this institution.
Result<Yen> counter_limit(const CounterInput& input, Steps& basis) {
  const auto found = KENPO_TRY(institution_limit(
      {input.month, input.of, Scope::household, input.cost, input.frequent, input.turning_75},
      input.setting));
  basis.insert(basis.end(), found.basis.begin(), found.basis.end());
  if (input.long_term == LongTerm::none) return found.value;
  const Yen long_term = KENPO_TRY(long_term_limit(input, basis));
  return std::min(found.value, long_term);
}

}  // namespace

// 健康保険法74条1項・110条2項
Result<law::Figure<Rate>> share_of(LimitClass of, Month month) {
  const auto& book = law::Book::carried();
  if (!certificate::is_elderly(of)) {
    return book.rate("benefit.share.under_70", month.first_day());
  }
  return book.rate(certificate::has_active_income(of) ? "certificate.elderly.share.active_income"
                                                      : "certificate.elderly.share.ordinary",
                   month.first_day());
}

// 健康保険法74条・75条; 施行令41条から43条
Result<Decision<Yen>> counter_payment(const CounterInput& input) {
  Decision<Yen> decision;
  auto& basis = decision.basis;
  const auto share = KENPO_TRY(share_of(input.of, input.month));
  const auto unit =
      KENPO_TRY(law::Book::carried().yen("benefit.share.rounding", input.month.first_day()));
  const Share burden = Share(input.cost) * share.value;
  basis.push_back({{"医療費（10割）", "Whole cost"}, "健康保険法76条2項", input.cost});
  basis.push_back(
      {{"一部負担金の割合", "Share"}, "健康保険法74条1項・110条2項", share.value, share.row});
  const Yen limit = KENPO_TRY(counter_limit(input, basis));
  // Above the limit: the limit to the yen.
  if (burden > Share(limit)) {
    decision.value = limit;
    basis.push_back({{"窓口で支払う額（限度額）", "Paid at the counter: the limit"},
                     "健康保険法施行令43条1項",
                     limit});
    return decision;
  }
  // 75条: under 5 yen dropped, 5 yen and over raised to 10 yen; never above the limit.
  decision.value = std::min(limit, base::half_up_to(burden, unit.value.amount()));
  basis.push_back({{"窓口で支払う額（10円未満四捨五入）", "Paid at the counter, to 10 yen"},
                   "健康保険法75条",
                   decision.value,
                   unit.row});
  return decision;
}

}  // namespace kenpo::benefit
