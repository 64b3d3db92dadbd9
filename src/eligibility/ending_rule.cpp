// 資格喪失届・任意継続・特例退職: a period ends, or goes on as voluntary continuation.
#include <algorithm>

#include "eligibility/loss_rule.h"
#include "eligibility/notification_rule.h"
#include "eligibility/special_entry_rule.h"
#include "eligibility/voluntary_entry_rule.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;

base::Fault loss_not_after_acquisition() {
  return notification_refusal(
      {"喪失日が資格取得日以前です。", "The day of loss is not after the acquisition."},
      {"資格は取得日に始まり、喪失日はその翌日以後です（健康保険法35条・36条）。",
       "Status begins on acquisition and is lost later (art 35, 36)."},
      {"喪失日と加入者台帳の取得日を確かめてください。", "Check both days."});
}

base::Fault other_day_of_loss(Date right) {
  return notification_refusal(
      {"喪失日が理由と合いません。", "The day of loss does not follow from the reason."},
      {"この理由の喪失日は " + base::Plain(right) + " です（健康保険法36条）。",
       "By its reason it is " + base::Plain(right) + " (art 36)."},
      {"退職日・死亡日・生年月日と喪失日を確かめてください。", "Check the days."});
}

/// The first day of the time that the person was insured without a break up to the loss.
Date unbroken_from(const NotificationFacts& facts, const InsuredPeriod& last) {
  Date from = last.acquired;
  for (auto at = facts.periods.rbegin(); at != facts.periods.rend(); ++at) {
    // 健康保険法3条4項 does not count voluntary continuation itself.
    if (at->status == Status::employed && at->lost == from) from = at->acquired;
  }
  return from;
}

InsuredPeriod continued(const InsuredPeriod& last, Status status, Date from,
                        const NotificationFacts& facts, std::string number) {
  return {.person = last.person,
          .establishment = facts.to ? facts.to->id : last.establishment,
          .status = status,
          .acquisition_class = last.acquisition_class,
          .acquired = from,
          .symbol = facts.to ? facts.to->symbol : last.symbol,
          .number = std::move(number)};
}

/// Dependents whose link ended with the employment go on under the continued status.
void continue_links(const NotificationFacts& facts, Date lost_on, NotificationEffect& effect) {
  for (auto link : facts.dependents) {
    if (link.until != lost_on.plus_days(-1)) continue;
    link.until = std::nullopt;
    effect.links.push_back(std::move(link));
  }
}

// 健康保険法37条
Result<NotificationEffect> effect_of_entry(const Notification& notification,
                                           const NotificationFacts& facts) {
  const auto last = KENPO_TRY(concerned_period(notification, facts));
  if (last.status != Status::employed || !last.lost || *last.lost != notification.on) {
    return notification_refusal(
        {"その日に喪失した資格がありません。", "No status was lost on that day."},
        {"任意継続は、資格を喪失した日から始まります（健康保険法37条）。",
         "Voluntary continuation begins with the loss (art 37)."},
        {"先に資格喪失届を入力してください。", "Enter the loss first."});
  }
  const auto begin = KENPO_TRY(
      voluntary_begin({.lost_on = notification.on,
                       .insured_from = unbroken_from(facts, last),
                       .received_on = notification.received_on,
                       .born = facts.person ? facts.person->born : Date(),
                       .late_for_reason = notification.late_for_reason,
                       .other_cover = notification.other_cover}));
  NotificationEffect effect;
  effect.basis = begin.basis;
  const auto number = facts.to ? KENPO_TRY(number_for(notification, facts)) : last.number;
  effect.periods.push_back(continued(last, Status::voluntary, begin.value, facts, number));
  continue_links(facts, notification.on, effect);
  effect.cautions.push_back(Caution::remuneration_needed);
  return effect;
}

// 健康保険法附則3条1項: from the day on which the application was accepted.
Result<NotificationEffect> effect_of_special(const Notification& notification,
                                             const NotificationFacts& facts) {
  const auto last = KENPO_TRY(concerned_period(notification, facts));
  const bool runs = std::ranges::any_of(facts.periods, [&](const InsuredPeriod& period) {
    return period.holds(notification.on);
  });
  if (runs) {
    return notification_refusal(
        {"その日に別の資格があります。", "Another period runs on that day."},
        {"特例退職被保険者は、他の資格がない人です（健康保険法附則3条1項）。",
         "A special retiree has no other status (附則3条1項)."},
        {"任意継続の喪失を先に入力してください。", "Enter the end of the other status first."});
  }
  KENPO_TRY(check_age_at(facts.person ? facts.person->born : Date(), notification.on));
  NotificationEffect effect;
  const auto entitled =
      KENPO_TRY(special_entitlement({.accepted_on = notification.on,
                                     .received_on = notification.received_on,
                                     .paper_on = notification.pension_paper_on,
                                     .years = notification.pension_years,
                                     .years_after_40 = notification.pension_years_after_40}));
  effect.basis = entitled.basis;
  if (!entitled.value) effect.cautions.push_back(Caution::entitlement_unproved);
  const auto number = facts.to ? KENPO_TRY(number_for(notification, facts)) : last.number;
  effect.periods.push_back(continued(last, Status::special, notification.on, facts, number));
  effect.basis.push_back({{"申出が受理された日に資格を取得", "Acquired on the acceptance"},
                          "健康保険法附則3条1項", notification.on});
  effect.cautions.push_back(Caution::remuneration_needed);
  return effect;
}

// 健康保険法38条
Result<NotificationEffect> effect_of_end(const Notification& notification,
                                         const NotificationFacts& facts) {
  auto period = KENPO_TRY(concerned_period(notification, facts));
  if (period.status == Status::employed) {
    return notification_refusal(
        {"任意継続・特例退職の資格ではありません。", "Not a voluntary continuation."}, {},
        {"資格喪失届を使ってください。", "Use the notification of loss."});
  }
  const auto reason = notification.end_reason.value_or(EndReason::left_on_request);
  const auto event = reason == EndReason::age_75 && facts.person ? facts.person->born
                                                                  : notification.on;
  const auto day =
      KENPO_TRY(voluntary_loss_day(period.status, reason, period.acquired, event));
  if (day.value <= period.acquired) return loss_not_after_acquisition();
  NotificationEffect effect;
  effect.basis = day.basis;
  period.lost = day.value;
  period.end_reason = reason;
  end_links(facts, day.value.plus_days(-1), effect);
  effect.periods.push_back(std::move(period));
  effect.cautions.push_back(Caution::certificate_due);
  return effect;
}

}  // namespace

// 健康保険法36条, 施行規則29条
Result<NotificationEffect> effect_of_loss(const Notification& notification,
                                          const NotificationFacts& facts) {
  auto period = KENPO_TRY(concerned_period(notification, facts));
  if (period.status != Status::employed) {
    return notification_refusal(
        {"任意継続・特例退職の資格です。", "A voluntary continuation."}, {},
        {"「任意継続・特例退職の喪失」を使ってください。", "Use its own notification."});
  }
  if (notification.on <= period.acquired) return loss_not_after_acquisition();
  const auto reason = notification.end_reason.value_or(EndReason::retirement);
  const auto event = reason == EndReason::age_75 && facts.person ? facts.person->born
                     : reason == EndReason::disability_recognised
                         ? notification.on
                         : notification.ended_on.value_or(notification.on.plus_days(-1));
  const auto day = KENPO_TRY(loss_day(reason, event));
  if (day.value != notification.on) return other_day_of_loss(day.value);
  NotificationEffect effect;
  effect.basis = day.basis;
  if (period.lost && *period.lost != notification.on) {
    effect.basis.push_back({{"決定済みの喪失日を訂正", "Corrects the day decided before"},
                            "健康保険法39条", *period.lost});
  }
  period.lost = notification.on;
  period.end_reason = reason;
  end_links(facts, notification.on.plus_days(-1), effect);
  effect.periods.push_back(std::move(period));
  effect.cautions.push_back(Caution::certificate_due);
  return effect;
}

Result<NotificationEffect> effect_of_voluntary(const Notification& notification,
                                               const NotificationFacts& facts) {
  switch (notification.kind) {
    case NotificationKind::voluntary:
      return effect_of_entry(notification, facts);
    case NotificationKind::special:
      return effect_of_special(notification, facts);
    default:
      return effect_of_end(notification, facts);
  }
}

}  // namespace kenpo::eligibility
