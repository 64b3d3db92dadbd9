#include "benefit/high_cost_limit_rule.h"

#include <algorithm>
#include <string>

#include "law/book.h"

namespace kenpo::benefit {

namespace {

using base::Date;
using base::Month;
using base::Plain;
using base::Result;
using base::Share;
using base::Yen;
using certificate::LimitClass;
using law::Decision;
using Steps = std::vector<law::Basis>;

Plain limit_article(LimitClass of) {
  return certificate::is_elderly(of) ? Plain("健康保険法施行令42条3項")
                                     : Plain("健康保険法施行令42条1項");
}

/// Half in the month of turning 75, with its line.
Result<Yen> part_of(Yen whole, Month month, Turning75 turning_75, Steps& basis) {
  if (turning_75 == Turning75::no) return whole;
  const auto part =
      KENPO_TRY(law::Book::carried().rate("benefit.high_cost.turning_75.part", month.first_day()));
  const Yen half = (Share(whole) * part.value).truncated();
  basis.push_back({{"75歳に到達する月は2分の1", "Half in the month of turning 75"},
                   "健康保険法施行令42条2項・4項・5項",
                   half,
                   part.row});
  return half;
}

/// An amount, and a hundredth of what the cost has above a start; the hundredth alone is rounded.
/// Without a start the amount is fixed.
Result<Yen> by_formula(const std::string& stem, Plain article, const LimitInput& input,
                       Steps& basis) {
  const auto& book = law::Book::carried();
  const Date on = input.month.first_day();
  const auto amount = KENPO_TRY(book.yen(stem + ".amount", on));
  basis.push_back({{"限度額（定額部分）", "Limit: fixed part"}, article, amount.value, amount.row});
  const Yen fixed = KENPO_TRY(part_of(amount.value, input.month, input.turning_75, basis));
  if (book.find(stem + ".start", on) == nullptr) return fixed;

  const auto start_row = KENPO_TRY(book.yen(stem + ".start", on));
  const auto rate = KENPO_TRY(book.rate("benefit.high_cost.cost_rate", on));
  basis.push_back({{"1％を加える医療費の始まり", "Cost from which 1 % is added"},
                   article,
                   start_row.value,
                   start_row.row});
  const Yen start = KENPO_TRY(part_of(start_row.value, input.month, input.turning_75, basis));
  basis.push_back({{"医療費（10割）", "Whole cost"}, article, input.cost});
  // The start is a floor of the cost: the term is never negative.
  const Yen above = std::max(input.cost, start) - start;
  const Yen term = (Share(above) * rate.value).half_up();
  basis.push_back({{"超える額の1％（50銭未満切捨て、50銭以上切上げ）",
                    "1 % of the cost above, rounded half up"},
                   article,
                   term,
                   rate.row});
  return fixed + term;
}

/// 施行令42条5項: a person's outpatient care, 70 to 74, not 現役並み.
Result<Decision<std::optional<Yen>>> outpatient_limit(const LimitInput& input) {
  Decision<std::optional<Yen>> decision;
  if (!has_outpatient_limit(input.of)) {
    decision.basis.push_back({{"外来だけの限度額はない区分", "No limit of outpatient care alone"},
                              "健康保険法施行令42条5項",
                              false});
    return decision;
  }
  const auto name = "benefit.high_cost." + std::string(certificate::name(input.of)) + ".outpatient";
  const auto limit = KENPO_TRY(law::Book::carried().yen(name, input.month.first_day()));
  decision.basis.push_back({{"外来の限度額（個人ごと）", "Limit of a person's outpatient care"},
                            "健康保険法施行令42条5項",
                            limit.value,
                            limit.row});
  decision.value = KENPO_TRY(part_of(limit.value, input.month, input.turning_75, decision.basis));
  return decision;
}

}  // namespace

// 健康保険法施行令42条1項から5項
Result<Decision<std::optional<Yen>>> high_cost_limit(const LimitInput& input) {
  if (input.scope == Scope::outpatient) return outpatient_limit(input);
  const auto stem = "benefit.high_cost." + std::string(certificate::name(input.of));
  const Plain article = limit_article(input.of);
  Decision<std::optional<Yen>> decision;
  auto& basis = decision.basis;
  basis.push_back({{Plain("区分 ") + Plain::name(certificate::label(input.of)),
                    Plain("Class ") + Plain::name(certificate::label(input.of))},
                   article,
                   input.month});
  // ただし書: from the fourth month a lower, fixed amount. 低所得I has none, 低所得II since
  // 2026-08.
  const auto* frequent = law::Book::carried().find(stem + ".frequent", input.month.first_day());
  if (input.frequent == Frequent::yes && frequent != nullptr) {
    const Yen amount(frequent->number);
    basis.push_back(
        {{"多数回該当の限度額", "Limit from the fourth month"}, article, amount, frequent});
    decision.value = KENPO_TRY(part_of(amount, input.month, input.turning_75, basis));
    return decision;
  }
  decision.value = KENPO_TRY(by_formula(stem, article, input, basis));
  return decision;
}

// 健康保険法施行令42条1項・3項・5項, 43条1項
Result<Decision<Yen>> institution_limit(LimitInput input, Setting setting) {
  const bool outpatient = setting == Setting::outpatient && has_outpatient_limit(input.of);
  input.scope = outpatient ? Scope::outpatient : Scope::household;
  auto limit = KENPO_TRY(high_cost_limit(input));
  KENPO_REQUIRE(limit.value.has_value());
  return Decision<Yen>{*limit.value, std::move(limit.basis)};
}

// 健康保険法施行令42条6項
Result<Decision<Yen>> generic_limit(const LimitInput& input, Setting setting) {
  Decision<Yen> decision;
  const Plain article("健康保険法施行令42条6項");
  if (!certificate::is_elderly(input.of)) {
    decision.value =
        KENPO_TRY(by_formula("benefit.high_cost.generic.under_70", article, input, decision.basis));
    return decision;
  }
  const auto* name = setting == Setting::inpatient ? "benefit.high_cost.generic.elderly.inpatient"
                                                   : "benefit.high_cost.generic.elderly.outpatient";
  const auto limit = KENPO_TRY(law::Book::carried().yen(name, input.month.first_day()));
  decision.basis.push_back({{"公費の対象となる療養の限度額", "Limit of subsidised care"},
                            article,
                            limit.value,
                            limit.row});
  decision.value = KENPO_TRY(part_of(limit.value, input.month, input.turning_75, decision.basis));
  return decision;
}

Result<Yen> halved(Yen whole, Month month, Turning75 turning_75) {
  Steps unused;
  return part_of(whole, month, turning_75, unused);
}

}  // namespace kenpo::benefit
