// 被保険者区分変更届: an insured person becomes a worker with short hours, or is one no more. The
// status goes on; which months count for the standard remuneration changes.
#include <algorithm>

#include "eligibility/notification_rule.h"
#include "law/book.h"

namespace kenpo::eligibility {

namespace {

using base::Result;

/// 健康保険法41条1項, 施行規則24条の2: the base days that a month needs from now on.
Result<> tell_base_days(const Notification& notification, NotificationEffect& effect) {
  const auto name = notification.short_hours == YesNo::yes ? "remuneration.base_days.short_hours"
                                                           : "remuneration.base_days.ordinary";
  const auto days = KENPO_TRY(law::Book::carried().count(name, notification.on));
  effect.basis.push_back({{"報酬支払の基礎となった日数の下限", "Base days that a month needs"},
                          "健康保険法41条1項・43条1項、施行規則24条の2",
                          law::Count{days.value, law::Unit::days}, days.row});
  effect.cautions.push_back(Caution::base_days_change);
  effect.cautions.push_back(Caution::fixed_pay_may_change);
  return base::Done{};
}

}  // namespace

// 健康保険法3条1項9号
Result<NotificationEffect> effect_of_short_hours_change(const Notification& notification,
                                                        const NotificationFacts& facts) {
  auto period = KENPO_TRY(concerned_period(notification, facts));
  if (!period.holds(notification.on) || period.status != Status::employed) {
    return notification_refusal(
        {"その日に、使用される人としての資格がありません。",
         "The person is not insured as an employee on that day."},
        {"区分の変更は、取得日から喪失日の前日までの日で届け出ます。",
         "The day lies between acquisition and loss."},
        {"日付と加入者台帳を確かめてください。", "Check the day and the ledger."});
  }
  if (period.short_hours == notification.short_hours) {
    return notification_refusal(
        {"台帳と同じ区分です。", "The ledger has this class already."}, {},
        {"変更後の区分と加入者台帳を確かめてください。", "Check the class and the ledger."});
  }
  NotificationEffect effect;
  const auto running = std::ranges::find_if(facts.circumstances, [&](const Circumstance& one) {
    return one.kind == CircumstanceKind::short_hours && one.period == period.id && !one.until;
  });
  if (running != facts.circumstances.end() && notification.on <= running->from) {
    return notification_refusal(
        {"短時間労働者になった日以前の日付です。", "The day is not after the beginning."}, {},
        {"前の届書を取り消してから入力してください。", "Reverse the earlier notification first."});
  }
  if (notification.short_hours == YesNo::yes) {
    effect.circumstances.push_back({.kind = CircumstanceKind::short_hours,
                                    .person = period.person,
                                    .period = period.id,
                                    .from = notification.on});
  } else {
    // Who acquired the status with short hours has no circumstance yet: its time is written down.
    auto ended = running != facts.circumstances.end()
                     ? *running
                     : Circumstance{.kind = CircumstanceKind::short_hours,
                                    .person = period.person,
                                    .period = period.id,
                                    .from = period.acquired};
    if (notification.on > ended.from) {
      ended.until = notification.on.plus_days(-1);
      effect.circumstances.push_back(std::move(ended));
    }
  }
  period.short_hours = notification.short_hours;
  effect.periods.push_back(std::move(period));
  effect.basis.push_back({{"資格は続き、区分だけが変わる", "The status goes on in another class"},
                          "健康保険法3条1項9号", notification.on});
  KENPO_TRY(judge_short_hours(notification, facts, effect));
  KENPO_TRY(tell_base_days(notification, effect));
  return effect;
}

}  // namespace kenpo::eligibility
