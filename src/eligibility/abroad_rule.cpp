// 国内居住要件 and its exceptions (海外特例): who may be a dependent without a residence in Japan.
#include <algorithm>

#include "eligibility/notification_rule.h"
#include "law/book.h"

namespace kenpo::eligibility {

namespace {

using base::Date;
using base::Result;

/// The day from which the exception applies, or on which it ends.
Date abroad_day(const Notification& notification) {
  return notification.abroad_on.value_or(notification.on);
}

const Circumstance* running_abroad(const NotificationFacts& facts, const base::PersonId& person,
                                   Date on) {
  for (const auto& one : facts.circumstances) {
    const bool theirs = one.kind == CircumstanceKind::abroad && one.person == person;
    if (theirs && one.holds(on)) return &one;
  }
  return nullptr;
}

base::Fault reason_is_missing() {
  return notification_refusal(
      {"海外特例の理由がありません。", "The exception for living abroad has no reason."},
      {"国内に住所がない人は、施行規則37条の2の理由があるときに限り被扶養者になれます。",
       "Without a residence in Japan one of the reasons of Regulation art 37-2 is needed."},
      {"理由を選んでください。", "Choose the reason."});
}

}  // namespace

// 健康保険法3条7項, 施行規則37条の2: in force from the first day of the row.
Result<> judge_residence(const Notification& notification, const NotificationFacts& facts,
                         const InsuredPeriod& period, const base::PersonId& dependent,
                         NotificationEffect& effect) {
  const auto* row = law::Book::carried().find("dependent.residence", notification.on);
  if (row == nullptr) return base::Done{};
  if (notification.abroad == Abroad::ended) {
    return notification_refusal(
        {"海外特例の非該当は、新しい被扶養者には届け出ません。",
         "The exception cannot end for a new dependent."},
        {}, {"届書の種類と海外特例の欄を確かめてください。", "Check the kind and the item."});
  }
  const bool lives_abroad = notification.address_kind == AddressKind::abroad;
  if (!notification.abroad && lives_abroad) {
    return notification_refusal(
        {"国内に住所がないので、被扶養者になれません。", "There is no residence in Japan."},
        {"被扶養者は、日本国内に住所（住民票）がある人か、海外特例に当たる人です"
         "（健康保険法3条7項、施行規則37条の2）。",
         "A dependent is resident in Japan or falls under an exception (art 3(7))."},
        {"海外特例に当たるなら、該当と理由を入れてください。", "Enter the exception, if any."});
  }
  effect.basis.push_back({{"国内に住所がある、または海外特例に当たる",
                           "Resident in Japan, or an exception"},
                          "健康保険法3条7項; 施行規則37条の2", true, row});
  if (!notification.abroad) return base::Done{};
  if (!notification.abroad_for) return reason_is_missing();
  const auto from = std::max(abroad_day(notification), notification.on);
  Circumstance abroad{.kind = CircumstanceKind::abroad,
                      .person = dependent,
                      .period = period.id,
                      .from = from,
                      .detail = notification.detail,
                      .reason = notification.abroad_for};
  if (const auto* before = running_abroad(facts, dependent, from)) {
    abroad.id = before->id;
    abroad.from = before->from;
  }
  effect.circumstances.push_back(std::move(abroad));
  effect.cautions.push_back(Caution::abroad_evidence);
  return base::Done{};
}

// 施行規則38条: the exception begins or ends while somebody is a dependent.
Result<bool> change_residence(const Notification& notification, const NotificationFacts& facts,
                              const InsuredPeriod& period, const base::PersonId& dependent,
                              NotificationEffect& effect) {
  if (!notification.abroad) return false;
  if (!notification.abroad_for) return reason_is_missing();
  const auto day = abroad_day(notification);
  const auto* running = running_abroad(facts, dependent, day.plus_days(-1));
  if (notification.abroad == Abroad::applies) {
    if (running_abroad(facts, dependent, day) != nullptr) {
      return notification_refusal(
          {"海外特例は、すでに台帳にあります。", "The ledger has the exception already."}, {},
          {"加入者台帳を確かめてください。", "Look into the ledger."});
    }
    effect.circumstances.push_back({.kind = CircumstanceKind::abroad,
                                    .person = dependent,
                                    .period = period.id,
                                    .from = day,
                                    .detail = notification.detail,
                                    .reason = notification.abroad_for});
    effect.basis.push_back({{"海外特例に当たるので、被扶養者のまま", "Stays a dependent abroad"},
                            "施行規則37条の2", day});
    effect.cautions.push_back(Caution::abroad_evidence);
    return true;
  }
  if (running == nullptr || running->until) {
    return notification_refusal(
        {"海外特例の該当が台帳にありません。", "The exception is not in the ledger."}, {},
        {"先に該当の届書を入力してください。", "Enter its beginning first."});
  }
  auto ended = *running;
  ended.until = day.plus_days(-1);
  effect.circumstances.push_back(std::move(ended));
  const bool moved_in = notification.abroad_for == abroad_end_moved_in;
  effect.basis.push_back({{"海外特例が終わる", "The exception ends"}, "施行規則37条の2", day});
  if (!moved_in) effect.cautions.push_back(Caution::not_resident_any_more);
  return true;
}

void end_residence(const NotificationFacts& facts, const DependentLink& link,
                   NotificationEffect& effect) {
  if (!link.until) return;
  const auto* running = running_abroad(facts, link.dependent, *link.until);
  if (running == nullptr || running->until) return;
  auto ended = *running;
  ended.until = *link.until;
  effect.circumstances.push_back(std::move(ended));
}

}  // namespace kenpo::eligibility
