#include "remuneration/bonus_rule.h"

#include <algorithm>
#include <set>

#include "law/book.h"

namespace kenpo::remuneration {

namespace {

using base::Date;
using base::Month;
using base::Result;
using base::Yen;

constexpr int months_a_year = 12;
constexpr int bonus_year_end_month = 7;

/// The figures of a standard bonus and the rows they rest on.
struct StandardBonus {
  Yen cut;    // paid, cut to the unit
  Yen left;   // what the yearly limit leaves
  Yen value;  // the lower of the two
  const law::Row* unit_row;
  const law::Row* limit_row;
};

// 健康保険法45条1項
Result<StandardBonus> compute(Month month, Yen paid, Yen year_total_before) {
  const auto& book = law::Book::carried();
  const Date on = month.first_day();
  // The bonuses of the month, amounts under 1,000 yen dropped.
  const auto unit = KENPO_TRY(book.yen("remuneration.bonus.unit", on));
  const Yen cut = base::cut_to(paid, unit.value.amount());
  // The total of the fiscal year does not pass the limit.
  const auto limit = KENPO_TRY(book.yen("remuneration.bonus.year_limit", on));
  const Yen left = std::max(Yen(), limit.value - year_total_before);
  return StandardBonus{cut, left, std::min(cut, left), unit.row, limit.row};
}

}  // namespace

Result<Yen> standard_bonus(Month month, Yen paid, Yen year_total_before) {
  return KENPO_TRY(compute(month, paid, year_total_before)).value;
}

Result<law::Decision<Yen>> explain_standard_bonus(Month month, Yen paid, Yen year_total_before) {
  const auto bonus = KENPO_TRY(compute(month, paid, year_total_before));
  law::Decision<Yen> decision{bonus.value, {}};
  const base::Plain article("健康保険法45条1項");
  decision.basis.push_back({{"その月の賞与額", "Bonuses paid in the month"}, article, paid});
  decision.basis.push_back(
      {{"1,000円未満を切り捨てた額", "Cut to 1,000 yen"}, article, bonus.cut, bonus.unit_row});
  decision.basis.push_back({{"年度の累計（この月より前）", "Total of the fiscal year so far"},
                            article, year_total_before});
  decision.basis.push_back({{"年度の上限までの残り", "Left under the yearly limit"}, article,
                            bonus.left, bonus.limit_row});
  decision.basis.push_back({{"標準賞与額", "Standard bonus"}, article, bonus.value});
  return decision;
}

// 健康保険法3条5項・6項
law::Decision<Yen> share_of_bonuses(int year, std::span<const BonusPayment> payments) {
  const auto end_month = Month::make(year, bonus_year_end_month);
  KENPO_REQUIRE(end_month.has_value());
  const Date end = end_month->first_day();
  const Date begin = end_month->plus(-months_a_year).first_day();
  const base::Plain article("健康保険法3条5項・6項");
  Yen sum;
  for (const auto& payment : payments) {
    if (begin <= payment.on && payment.on < end) sum += payment.amount;
  }
  law::Decision<Yen> decision{(base::Share(sum) / months_a_year).truncated(), {}};
  decision.basis = {
      {{"7月1日前1年間", "The year before 1 July"}, article, base::Span{begin, end.plus_days(-1)}},
      {{"報酬とされた賞与の1年間の合計", "Sum of the bonuses that are pay"}, article, sum},
      {{"各月に加える額（12分の1、円未満切捨て）", "A twelfth, cut to the yen"},
       article,
       decision.value}};
  return decision;
}

// 健康保険法3条5項・6項
Result<law::Decision<Yen>> bonus_as_pay(int year, std::span<const BonusPayment> payments) {
  const auto end_month = Month::make(year, bonus_year_end_month);
  KENPO_REQUIRE(end_month.has_value());
  const Date end = end_month->first_day();
  const Date begin = end_month->plus(-months_a_year).first_day();
  const auto times = KENPO_TRY(law::Book::carried().count("remuneration.bonus_as_pay.times", end));
  law::Decision<Yen> decision;
  auto& basis = decision.basis;
  const base::Plain article("健康保険法3条5項・6項");

  // The payments of the year before 1 July; several on one day are one.
  std::set<Date> days;
  Yen sum;
  for (const auto& payment : payments) {
    if (payment.on < begin || payment.on >= end) continue;
    days.insert(payment.on);
    sum += payment.amount;
  }
  basis.push_back({{"7月1日前1年間", "The year before 1 July"}, article,
                   base::Span{begin, end.plus_days(-1)}});
  basis.push_back({{"支給回数", "Times paid"}, article,
                   law::Count{static_cast<std::int64_t>(days.size()), law::Unit::times},
                   times.row});
  // Three times or fewer: bonuses, not pay.
  if (static_cast<int>(days.size()) < times.value) {
    basis.push_back({{"年4回未満のため報酬に含めない", "Fewer than four: not pay"}, article, Yen()});
    return decision;
  }
  // Four times or more: a twelfth of the sum is added to each month.
  basis.push_back({{"1年間の合計", "Sum of the year"}, article, sum});
  decision.value = (base::Share(sum) / months_a_year).truncated();
  basis.push_back({{"各月に加える額（12分の1、円未満切捨て）", "A twelfth, cut to the yen"}, article,
                   decision.value});
  return decision;
}

}  // namespace kenpo::remuneration
