#include "benefit/sickness_allowance_rule.h"

#include <algorithm>

#include "law/book.h"
#include "remuneration/grade_rule.h"

namespace kenpo::benefit {

namespace {

using base::Date;
using base::Result;
using base::Share;
using base::Yen;
using law::Decision;
using Steps = std::vector<law::Basis>;

base::Fault no_standard() {
  return {{"傷病手当金の日額を計算する標準報酬月額が足りません。",
           "Standards for the daily amount are missing."},
          {"12か月に満たないときは、組合の平均額も必要です。",
           "With fewer than twelve months the average of the society is needed too."},
          {"標準報酬月額と平均額を登録してください。", "Enter the standards and the average."},
          {}};
}

base::Fault resumes_too_early() {
  return {{"再び労務不能となった日が、支給開始日より前です。",
           "Unfit again before the first paid day."},
          {},
          {"どちらの日付が正しいか確かめてください。", "Check which of the two days is right."},
          {}};
}

/// A thirtieth, under 5 yen dropped, 5 yen and over raised to 10 yen (99条2項).
Result<Yen> thirtieth(Share monthly, Date on, base::Words step, Steps& basis) {
  const auto& book = law::Book::carried();
  const auto days = KENPO_TRY(book.count("benefit.sickness_allowance.month_days", on));
  const auto unit = KENPO_TRY(book.yen("benefit.sickness_allowance.base_unit", on));
  const Yen base = base::half_up_to(monthly / days.value, unit.value.amount());
  basis.push_back({std::move(step), "健康保険法99条2項", base, unit.row});
  return base;
}

/// 99条2項1号・2号: the thirtieth of twelve months, or the lower of two with fewer.
Result<Yen> daily_base(Date on, std::span<const Yen> standards, std::optional<Yen> society_average,
                       Steps& basis) {
  const auto months =
      KENPO_TRY(law::Book::carried().count("benefit.sickness_allowance.months", on));
  const auto count = std::min(standards.size(), static_cast<std::size_t>(months.value));
  if (count == 0) return no_standard();
  Yen sum;
  for (const Yen standard : standards.last(count)) sum += standard;
  basis.push_back({{"対象の月数", "Months that count"},
                   "健康保険法99条2項",
                   law::Count{static_cast<std::int64_t>(count), law::Unit::months},
                   months.row});
  basis.push_back({{"標準報酬月額の合計", "Sum of the standards"}, "健康保険法99条2項", sum});
  const Yen own = KENPO_TRY(thirtieth(
      Share(sum) / static_cast<std::int64_t>(count), on,
      {"平均の30分の1（10円未満四捨五入）", "Thirtieth of the average, to 10 yen"}, basis));
  if (count == static_cast<std::size_t>(months.value)) return own;
  // 2号: fewer than twelve months.
  if (!society_average) return no_standard();
  const auto grade = KENPO_TRY(remuneration::grade(on, *society_average));
  basis.push_back({{"組合の平均額の標準報酬月額", "Standard of the society's average"},
                   "健康保険法99条2項2号",
                   grade.standard,
                   grade.row});
  const Yen society =
      KENPO_TRY(thirtieth(Share(grade.standard), on,
                          {"その30分の1（10円未満四捨五入）", "Its thirtieth, to 10 yen"}, basis));
  return std::min(own, society);
}

}  // namespace

// 健康保険法99条2項
Result<Decision<DailyAmount>> sickness_daily_amount(Date first_paid_on,
                                                    std::span<const Yen> standards,
                                                    std::optional<Yen> society_average) {
  const auto& book = law::Book::carried();
  Decision<DailyAmount> decision;
  auto& basis = decision.basis;
  const Yen base = KENPO_TRY(daily_base(first_paid_on, standards, society_average, basis));
  const auto above =
      KENPO_TRY(book.count("benefit.sickness_allowance.share.numerator", first_paid_on));
  const auto below =
      KENPO_TRY(book.count("benefit.sickness_allowance.share.denominator", first_paid_on));
  // Two thirds: under 50 sen dropped, 50 sen and over raised to one yen.
  decision.value = {base, (Share(base) * above.value / below.value).half_up()};
  basis.push_back({{"日額（3分の2、円未満四捨五入）", "Daily amount: two thirds, to the yen"},
                   "健康保険法99条2項",
                   decision.value.daily,
                   above.row});
  return decision;
}

// 健康保険法99条4項
Result<Decision<SicknessSpan>> sickness_span(Date first_paid_on, int paid_days,
                                             std::optional<Date> resumes) {
  const auto& book = law::Book::carried();
  if (resumes && *resumes < first_paid_on) return resumes_too_early();
  const auto longest = KENPO_TRY(book.count("benefit.sickness_allowance.longest", first_paid_on));
  const Date last_on = base::period_end(first_paid_on, longest.value);
  Decision<SicknessSpan> decision{{last_on, {}, {}, {}}, {}};
  auto& span = decision.value;
  auto& basis = decision.basis;
  basis.push_back(
      {{"支給開始日から1年6か月の満了日（暦による）", "End of eighteen months by the calendar"},
       "健康保険法99条4項・民法143条",
       last_on,
       longest.row});
  // Benefits first paid before the change end by the calendar; no days are counted.
  const auto* cumulative = book.find("benefit.sickness_allowance.cumulative", first_paid_on);
  if (cumulative == nullptr) return decision;
  span.days = base::Span{first_paid_on, last_on}.days();
  span.remaining = std::max(0, *span.days - paid_days);
  basis.push_back({{"支給日数の上限（通算）", "Most days that are paid"},
                   "健康保険法99条4項",
                   law::Count{*span.days, law::Unit::days},
                   cumulative});
  basis.push_back({{"残りの支給日数", "Days left"},
                   "健康保険法99条4項",
                   law::Count{*span.remaining, law::Unit::days}});
  if (resumes && *span.remaining > 0) {
    span.ends_on = resumes->plus_days(*span.remaining - 1);
    basis.push_back({{"続けて労務不能の場合の最後の日", "Last day when unfit without a break"},
                     "健康保険法99条4項",
                     *span.ends_on});
  }
  return decision;
}

// 健康保険法99条1項・108条; 施行規則89条
Result<Decision<SicknessPayment>> sickness_payment(Date on, const SicknessClaim& claim) {
  const auto year_days =
      KENPO_TRY(law::Book::carried().count("benefit.sickness_allowance.pension_days", on));
  Decision<SicknessPayment> decision;
  auto& basis = decision.basis;
  // 99条1項: from the fourth day.
  const int days = std::max(0, claim.days - claim.waiting);
  basis.push_back({{"支給する日数（待期を除く）", "Days paid, without the waiting"},
                   "健康保険法99条1項",
                   law::Count{days, law::Unit::days}});
  basis.push_back({{"日額", "Daily amount"}, "健康保険法99条2項", claim.daily});
  // 108条: the larger of pay and pension comes off, not their sum.
  const Yen pension = (Share(claim.pension_year) / year_days.value).truncated();
  basis.push_back({{"報酬の日額", "Pay of a day"}, "健康保険法108条1項", claim.pay_daily});
  basis.push_back({{"年金の日額（360分の1、円未満切捨て）", "A day of the pension, cut"},
                   "健康保険法108条3項・施行規則89条",
                   pension,
                   year_days.row});
  const Yen deducted = std::max(claim.pay_daily, pension);
  decision.value.paid_daily = std::max(Yen(), claim.daily - deducted);
  decision.value.amount = decision.value.paid_daily * days;
  basis.push_back(
      {{"1日あたりの支給額", "Paid for a day"}, "健康保険法108条", decision.value.paid_daily});
  basis.push_back({{"支給額", "Amount"}, "健康保険法99条1項", decision.value.amount});
  return decision;
}

}  // namespace kenpo::benefit
