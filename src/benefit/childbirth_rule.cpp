#include "benefit/childbirth_rule.h"

#include <algorithm>

#include "law/book.h"

namespace kenpo::benefit {

namespace {

using base::Result;
using base::Yen;
using law::Decision;

constexpr int days_a_week = 7;

/// 101条: a birth from the 85th day (the fourth month) of pregnancy. Of a week that holds the 85th
/// day all days are taken: the last day of the completed weeks given decides.
Result<bool> is_birth(const ChildbirthInput& input, std::vector<law::Basis>& basis) {
  const auto shortest =
      KENPO_TRY(law::Book::carried().count("benefit.childbirth.shortest_days", input.born_on));
  const bool birth = input.weeks * days_a_week + days_a_week - 1 >= shortest.value;
  basis.push_back({{"妊娠85日（4か月）以後の出産", "Birth from the 85th day of pregnancy"},
                   "健康保険法101条",
                   birth,
                   shortest.row});
  return birth;
}

}  // namespace

// 健康保険法101条・114条; 施行令36条
Result<Decision<Childbirth>> childbirth_grant(const ChildbirthInput& input) {
  const auto& book = law::Book::carried();
  Decision<Childbirth> decision;
  auto& basis = decision.basis;
  const bool birth = KENPO_TRY(is_birth(input, basis));
  const auto basic = KENPO_TRY(book.yen("benefit.childbirth.basic", input.born_on));
  Yen a_child = basic.value;
  basis.push_back({{"1児の額", "For a child"}, "健康保険法施行令36条", basic.value, basic.row});
  // ただし書: in the compensation scheme, from 22 weeks.
  const auto weeks = KENPO_TRY(book.count("benefit.childbirth.compensation_weeks", input.born_on));
  const bool compensated = input.scheme == CompensationScheme::inside && input.weeks >= weeks.value;
  basis.push_back({{"産科医療補償制度の対象（22週以後）", "In the compensation scheme, 22 weeks"},
                   "健康保険法施行令36条ただし書",
                   compensated,
                   weeks.row});
  if (compensated) {
    const auto more = KENPO_TRY(book.yen("benefit.childbirth.compensation", input.born_on));
    a_child += more.value;
    basis.push_back({{"加算額", "Added"}, "健康保険法施行令36条ただし書", more.value, more.row});
  }
  auto& result = decision.value;
  result.grant = birth ? a_child * input.children : Yen();
  basis.push_back(
      {{"支給額（児数分）", "Grant for all children"}, "健康保険法101条", result.grant});
  if (input.cost) {
    result.difference = std::max(Yen(), result.grant - *input.cost);
    basis.push_back(
        {{"出産費用との差額", "Difference to the cost"}, "健康保険法101条", *result.difference});
  }
  return decision;
}

}  // namespace kenpo::benefit
