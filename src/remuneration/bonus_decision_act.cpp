// The standard bonuses of a fiscal year.
#include <algorithm>
#include <map>
#include <set>

#include "eligibility/notified_pay_store.h"
#include "eligibility/person_merge_store.h"
#include "remuneration/bonus_rule.h"
#include "remuneration/notification_decision_act.h"
#include "remuneration/workplace_pay_store.h"

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
  bool several = false;  // 二以上事業所勤務
  std::map<base::EstablishmentId, Yen> by_payer = {};
};

std::map<Month, PaidInMonth> by_month(const std::vector<NotifiedPay>& payments) {
  std::map<Month, PaidInMonth> months;
  for (const auto& payment : payments) {
    auto& month = months[payment.on.in_month()];
    month.paid += payment.amount;
    month.last = &payment;
    month.several = month.several || payment.two_workplaces == eligibility::YesNo::yes;
    month.by_payer[payment.establishment] += payment.amount;
  }
  return months;
}

/// The rows of everybody who is the person by the decisions of 名寄せ: the limit is one person's.
template <typename Rows>
auto of_everybody(const std::vector<base::PersonId>& people, Rows rows)
    -> decltype(rows(people.front())) {
  return eligibility::of_all(people, rows);
}

/// 健康保険法161条4項・施行令47条: what each workplace paid in the month, that of the period first;
/// empty when the employer of the period alone bears the premium.
Result<std::vector<PaidAt>> paid_by_each(const Deciding& deciding, const PaidInMonth& paid) {
  if (!paid.several) return std::vector<PaidAt>();
  const auto period = KENPO_TRY(period_of(deciding.reading(), *paid.last));
  if (!period) return std::vector<PaidAt>();
  std::vector<PaidAt> places{{std::nullopt, Yen()}};
  for (const auto& [payer, amount] : paid.by_payer) {
    if (payer == period->establishment) {
      places.front().pay = amount;
    } else {
      places.push_back({payer, amount});
    }
  }
  if (places.size() == 1) places.clear();
  return places;
}

/// What the standing decision was divided by.
Result<std::vector<PaidAt>> divided_before(const Deciding& deciding, const BonusDecision& old) {
  if (!old.divided) return std::vector<PaidAt>();
  for (auto& one :
       KENPO_TRY(workplace_pay_of(deciding.transaction, deciding.access, old.person))) {
    if (one.source == *old.divided) return std::move(one.places);
  }
  return std::vector<PaidAt>();
}

/// The decision of the month in the ledger of its last payment; in another ledger of the same
/// person nothing of the month is left.
Result<> put_month(const Deciding& deciding, Month month, const PaidInMonth& paid,
                   const law::Decision<Yen>& decision, const std::vector<BonusDecision>& standing) {
  for (const auto& old : standing) {
    if (old.month != month || old.person == paid.last->person) continue;
    if (old.standard == Yen() && old.paid == Yen()) continue;
    auto emptied = old;
    emptied.id = DecisionId::draw();
    emptied.paid = emptied.standard = Yen();
    KENPO_TRY(put(deciding.transaction, deciding.access, emptied, deciding.now));
  }
  const auto old = std::ranges::find_if(standing, [&](const BonusDecision& one) {
    return one.month == month && one.person == paid.last->person;
  });
  auto places = KENPO_TRY(paid_by_each(deciding, paid));
  if (old != standing.end() && old->paid == paid.paid && old->standard == decision.value &&
      KENPO_TRY(divided_before(deciding, *old)) == places) {
    return base::Done{};
  }
  BonusDecision made{.person = paid.last->person,
                     .period = paid.last->period,
                     .month = month,
                     .paid_on = paid.last->on,
                     .paid = paid.paid,
                     .standard = decision.value,
                     .source = paid.last->id};
  if (!places.empty()) {
    made.divided = eligibility::NotifiedPayId::draw();
    KENPO_TRY(add(deciding.transaction, deciding.access, made.person,
                  WorkplacePay{*made.divided, std::move(places)}));
  }
  KENPO_TRY(put(deciding.transaction, deciding.access, made, deciding.now));
  return put_basis(deciding.transaction, deciding.access, paid.last->person, paid.last->id.text(),
                   lines_of(decision.basis));
}

/// Months whose every payment became pay: no standard bonus of them is left.
Result<> empty_months(const Deciding& deciding, const std::set<Month>& now_pay,
                      const std::map<Month, PaidInMonth>& months,
                      const std::vector<BonusDecision>& standing) {
  for (const auto& old : standing) {
    if (!now_pay.contains(old.month) || months.contains(old.month)) continue;
    if (old.standard == Yen() && old.paid == Yen()) continue;
    auto emptied = old;
    emptied.id = DecisionId::draw();
    emptied.paid = emptied.standard = Yen();
    KENPO_TRY(put(deciding.transaction, deciding.access, emptied, deciding.now));
  }
  return base::Done{};
}

/// 健康保険法3条5項・6項: takes out what is pay by the decision for its establishment; hands back the
/// months of it.
std::set<Month> take_out_pay(const Deciding& deciding, std::vector<NotifiedPay>& payments) {
  std::set<Month> months;
  std::erase_if(payments, [&](const NotifiedPay& one) {
    if (!is_pay(deciding.bonus_pay, one.establishment, one.on)) return false;
    months.insert(one.on.in_month());
    return true;
  });
  return months;
}

}  // namespace

// 健康保険法45条
Result<Verdict> decide_bonus(const Deciding& deciding, const NotifiedPay& pay) {
  const int year = pay.on.in_month().fiscal_year();
  const Month first = *Month::make(year, fiscal_april);
  const auto last_day = first.plus(year_months - 1).last_day();
  const auto people =
      KENPO_TRY(eligibility::identities_of(deciding.transaction, pay.person, deciding.now));
  auto payments = KENPO_TRY(of_everybody(people, [&](const base::PersonId& person) {
    return eligibility::bonuses_of(deciding.transaction, deciding.access, person, first.first_day(),
                                   last_day);
  }));
  std::erase_if(payments, [](const NotifiedPay& one) {
    return one.state == eligibility::PayState::cancelled;
  });
  const auto now_pay = take_out_pay(deciding, payments);
  std::ranges::sort(payments, {}, [](const NotifiedPay& one) { return std::pair(one.on, one.id); });
  const auto standing = KENPO_TRY(of_everybody(people, [&](const base::PersonId& person) {
    return bonuses_of(deciding.transaction, deciding.access, person, deciding.now);
  }));
  const auto months = by_month(payments);
  KENPO_TRY(empty_months(deciding, now_pay, months, standing));
  if (is_pay(deciding.bonus_pay, pay.establishment, pay.on)) {
    KENPO_TRY(put_basis(deciding.transaction, deciding.access, pay.person, pay.id.text(),
                        lines_of({{{"事業所の決定により報酬とする（標準賞与額にしない）",
                                    "Pay by the decision for the establishment: no bonus"},
                                   "健康保険法3条5項・6項",
                                   true}})));
  }
  Yen total;
  for (const auto& [month, paid] : months) {
    const auto decision = KENPO_TRY(explain_standard_bonus(month, paid.paid, total));
    total += decision.value;
    KENPO_TRY(put_month(deciding, month, paid, decision, standing));
  }
  return Verdict();
}

}  // namespace kenpo::remuneration
