#include "premium/charged_rule.h"

#include "law/book.h"

namespace kenpo::premium {

using base::Date;
using base::Month;
using base::Result;
using law::Decision;

// 健康保険法156条1項・3項
bool month_charged(const Insured& insured, Month month) {
  const Month first = insured.acquired.in_month();
  // 1項: from the month of acquisition.
  if (month < first) return false;
  if (!insured.lost) return true;
  // 3項: not the month of loss, unless the status began in the same month.
  const Month last = insured.lost->in_month();
  return month < last || (month == last && first == last);
}

Decision<bool> explain_month_charged(const Insured& insured, Month month) {
  Decision<bool> decision{month_charged(insured, month), {}};
  auto& basis = decision.basis;
  basis.push_back({{"資格取得日", "Acquired"}, "健康保険法156条1項", insured.acquired});
  if (insured.lost) {
    basis.push_back({{"資格喪失日", "Lost"}, "健康保険法156条3項", *insured.lost});
    if (insured.lost->in_month() == insured.acquired.in_month()) {
      basis.push_back({{"取得と喪失が同じ月", "Acquired and lost in one month"},
                       "健康保険法156条3項", true});
    }
  }
  basis.push_back({{"対象の月", "Month"}, "健康保険法156条1項", month});
  basis.push_back({{"保険料がかかる月", "The month bears a premium"}, "健康保険法156条",
                   decision.value});
  return decision;
}

// 健康保険法156条3項
bool bonus_charged(const Insured& insured, Date paid_on) {
  const bool while_insured =
      insured.acquired <= paid_on && (!insured.lost || paid_on < *insured.lost);
  return while_insured && month_charged(insured, paid_on.in_month());
}

Decision<bool> explain_bonus_charged(const Insured& insured, Date paid_on) {
  auto decision = explain_month_charged(insured, paid_on.in_month());
  decision.value = bonus_charged(insured, paid_on);
  decision.basis.push_back({{"賞与の支払日", "Bonus paid on"}, "健康保険法45条1項", paid_on});
  decision.basis.push_back({{"資格のある間に支払われ、その月に保険料がかかる",
                             "Paid while insured, in a month that bears a premium"},
                            "健康保険法156条", decision.value});
  return decision;
}

// 健康保険法156条1項1号・2項; 介護保険法9条2号
Result<CareMonths> care_months(Date born, Month month) {
  const auto& book = law::Book::carried();
  const auto first = KENPO_TRY(book.count("premium.care.first_age", month.first_day()));
  const auto end = KENPO_TRY(book.count("premium.care.end_age", month.first_day()));
  // An age is reached on the day before the birthday (年齢計算ニ関スル法律).
  return CareMonths{base::reaches_age(born, first.value).in_month(),
                    base::reaches_age(born, end.value).in_month(), first.row, end.row};
}

Result<bool> care_charged(Date born, Month month) {
  const auto months = KENPO_TRY(care_months(born, month));
  // 1項1号: from the month in which 40 is reached; 2項: not the month in which 65 is reached.
  return months.first <= month && month < months.end;
}

namespace {

/// 施行令45条: became 第2号被保険者 in the month of leaving, before the day of leaving.
Result<bool> began_in_month_of(Date left, std::span<const CareExclusion> exclusions, Date born) {
  const auto month = left.in_month();
  const auto age = KENPO_TRY(law::Book::carried().count("premium.care.first_age",
                                                        month.first_day()));
  KENPO_TRY(law::Book::carried().text("premium.care.one_month", month.first_day()));
  const auto reached = base::reaches_age(born, age.value);
  if (reached.in_month() == month && reached < left) return true;
  for (const auto& one : exclusions) {
    if (!one.until) continue;
    const auto back = one.until->plus_days(1);
    if (back.in_month() == month && back < left) return true;
  }
  return false;
}

}  // namespace

// 健康保険法156条1項・2項: no longer 第2号被保険者 in the month of leaving; again in the month of return.
Result<bool> outside_care(std::span<const CareExclusion> exclusions, Date born, Month month) {
  for (const auto& one : exclusions) {
    const bool left = one.from.in_month() <= month;
    const bool back = one.until && one.until->plus_days(1).in_month() <= month;
    if (!left || back) continue;
    if (one.from.in_month() < month) return true;
    const bool began = KENPO_TRY(began_in_month_of(one.from, exclusions, born));
    return !began;
  }
  return false;
}

Result<Decision<bool>> explain_care_charged(Date born, Month month) {
  const auto months = KENPO_TRY(care_months(born, month));
  Decision<bool> decision{KENPO_TRY(care_charged(born, month)), {}};
  auto& basis = decision.basis;
  basis.push_back({{"40歳に達する日の属する月（この月から）", "Month in which 40 is reached: from it"},
                   "健康保険法156条1項1号", months.first, months.first_row});
  basis.push_back({{"65歳に達する日の属する月（この月は除く）",
                    "Month in which 65 is reached: before it"},
                   "健康保険法156条2項", months.end, months.end_row});
  basis.push_back({{"対象の月", "Month"}, "健康保険法156条1項1号", month});
  basis.push_back({{"介護保険料がかかる", "The care premium is charged"}, "健康保険法156条1項1号",
                   decision.value});
  return decision;
}

}  // namespace kenpo::premium
