// 二以上事業所勤務届・118条該当届・長期休職: what holds for a time beside the period.
#include <algorithm>

#include "eligibility/notification_rule.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;

CircumstanceKind circumstance_kind(NotificationKind kind) {
  switch (kind) {
    case NotificationKind::two_workplaces:
    case NotificationKind::two_workplaces_end:
      return CircumstanceKind::two_workplaces;
    case NotificationKind::detention:
    case NotificationKind::detention_end:
      return CircumstanceKind::detention;
    default:
      return CircumstanceKind::long_absence;
  }
}

/// The circumstance of the kind that goes on on the day; null when there is none.
const Circumstance* running(const NotificationFacts& facts, CircumstanceKind kind, Date on) {
  for (const auto& circumstance : facts.circumstances) {
    if (circumstance.kind == kind && circumstance.holds(on)) return &circumstance;
  }
  return nullptr;
}

Result<NotificationEffect> effect_of_ending(const Notification& notification,
                                            const NotificationFacts& facts,
                                            CircumstanceKind kind, YesNo in_the_period) {
  // 非該当・復職 happens on the day itself: the day before is the last.
  const Date last = notification.on.plus_days(-1);
  const auto* found = running(facts, kind, last);
  // A file tells of two workplaces at the acquisition only: the period says so by itself.
  if (found == nullptr && in_the_period == YesNo::yes) return NotificationEffect{};
  if (found == nullptr) {
    return notification_refusal(
        {"始まりの届出が台帳にありません。", "Its beginning is not in the ledger."}, {},
        {"先に該当届を入力してください。", "Enter the beginning first."});
  }
  NotificationEffect effect;
  auto circumstance = *found;
  circumstance.until = last;
  effect.circumstances.push_back(std::move(circumstance));
  return effect;
}

}  // namespace

// 健康保険法44条3項・118条・158条, 施行規則2条
Result<NotificationEffect> effect_of_circumstance(const Notification& notification,
                                                  const NotificationFacts& facts) {
  auto period = KENPO_TRY(concerned_period(notification, facts));
  const auto kind = circumstance_kind(notification.kind);
  const bool ends = notification.kind == NotificationKind::detention_end ||
                    notification.kind == NotificationKind::absence_end ||
                    notification.kind == NotificationKind::two_workplaces_end;
  const bool both = kind == CircumstanceKind::two_workplaces;
  if (!ends && !period.holds(notification.on)) {
    return notification_refusal(
        {"その日に資格がありません。", "There is no status on that day."}, {},
        {"日付と加入者台帳を確かめてください。", "Check the day and the ledger."});
  }
  if (!ends && running(facts, kind, notification.on) != nullptr) {
    return notification_refusal(
        {"同じ届出がすでに台帳にあります。", "The ledger has it already."}, {},
        {"加入者台帳を確かめてください。", "Look into the ledger."});
  }
  NotificationEffect effect;
  if (ends) {
    effect = KENPO_TRY(effect_of_ending(
        notification, facts, kind, yes_no(both && period.two_workplaces == YesNo::yes)));
  } else {
    effect.circumstances.push_back({.kind = kind,
                                    .person = period.person,
                                    .period = period.id,
                                    .from = notification.on,
                                    .until = notification.ended_on,
                                    .detail = notification.detail});
  }
  if (both) {
    effect.basis.push_back({ends ? base::Words{"この日から合算しない", "Not added up from this day"}
                                 : base::Words{"報酬月額を合算する", "The pay is added up"},
                            "健康保険法44条3項", notification.on});
    period.two_workplaces = yes_no(!ends);
    effect.periods.push_back(std::move(period));
    if (!ends) effect.cautions.push_back(Caution::two_workplaces);
    effect.cautions.push_back(Caution::remuneration_needed);
  } else if (kind == CircumstanceKind::detention) {
    effect.basis.push_back({{"保険給付と保険料の扱いが変わる", "Benefits and premiums change"},
                            "健康保険法118条・158条", notification.on});
    effect.cautions.push_back(Caution::premium_changes);
  } else {
    effect.basis.push_back({{"資格は続く", "The status goes on"}, "健康保険法36条",
                            notification.on});
  }
  return effect;
}

}  // namespace kenpo::eligibility
