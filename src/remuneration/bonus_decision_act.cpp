// The standard bonuses of a fiscal year.
#include <algorithm>
#include <map>

#include "eligibility/notified_pay_store.h"
#include "remuneration/bonus_rule.h"
#include "remuneration/notification_decision_act.h"

namespace kenpo::remuneration {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using eligibility::NotifiedPay;

constexpr int fiscal_april = 4;
constexpr int year_months = 12;

/// What was paid in each month of the fiscal year, the last notification of the month with it.
struct PaidInMonth {
  Yen paid;
  const NotifiedPay* last = nullptr;
};

std::map<Month, PaidInMonth> by_month(const std::vector<NotifiedPay>& payments) {
  std::map<Month, PaidInMonth> months;
  for (const auto& payment : payments) {
    auto& month = months[payment.on.in_month()];
    month.paid += payment.amount;
    month.last = &payment;
  }
  return months;
}

}  // namespace

// 健康保険法45条
Result<Verdict> decide_bonus(const Deciding& deciding, const NotifiedPay& pay) {
  const int year = pay.on.in_month().fiscal_year();
  const Month first = *Month::make(year, fiscal_april);
  const auto payments =
      KENPO_TRY(eligibility::bonuses_of(deciding.transaction, deciding.access, pay.person,
                                        first.first_day(), first.plus(year_months - 1).last_day()));
  const auto standing =
      KENPO_TRY(bonuses_of(deciding.transaction, deciding.access, pay.person, deciding.now));
  Yen total;
  for (const auto& [month, paid] : by_month(payments)) {
    const auto decision = KENPO_TRY(explain_standard_bonus(month, paid.paid, total));
    total += decision.value;
    const auto same_month = [wanted = month](const BonusDecision& one) {
      return one.month == wanted;
    };
    const auto old = std::ranges::find_if(standing, same_month);
    if (old != standing.end() && old->paid == paid.paid && old->standard == decision.value)
      continue;
    KENPO_TRY(put(deciding.transaction, deciding.access,
                  BonusDecision{.person = pay.person,
                                .period = paid.last->period,
                                .month = month,
                                .paid_on = paid.last->on,
                                .paid = paid.paid,
                                .standard = decision.value,
                                .source = paid.last->id},
                  deciding.now));
    KENPO_TRY(put_basis(deciding.transaction, deciding.access, pay.person, paid.last->id.text(),
                        lines_of(decision.basis)));
  }
  return Verdict();
}

}  // namespace kenpo::remuneration
