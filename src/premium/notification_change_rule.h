// What a notification under review would do to what premiums rest on. Pure.
#pragma once

#include "base/result.h"
#include "eligibility/notification_effect.h"
#include "law/decision.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

/// The decisions about people, periods, detention and the standard at acquisition (健康保険法42条)
/// that follow once the notification is decided. Pay of ten million yen and more is left out: its
/// true amount is not known yet.
base::Result<law::Decision<ChangedFacts>> change_of_notification(
    const KnownFacts& known, const eligibility::NotificationFacts& facts,
    const eligibility::NotificationEffect& effect);

/// The same facts with the detentions as they are after the notification.
KnownFacts with_detentions(KnownFacts known, const eligibility::NotificationFacts& facts,
                           const eligibility::NotificationEffect& effect);

/// The same facts with the dependents as they are after the notification, whom the care premium of
/// 特定被保険者 rests on (健康保険法附則7条1項).
KnownFacts with_notified_dependents(KnownFacts known, const eligibility::NotificationFacts& facts,
                                    const eligibility::NotificationEffect& effect);

/// The days on which the dependents' status goes and comes.
CoverChange dependents_cover(const base::PersonId& dependent,
                             const eligibility::NotificationFacts& facts,
                             const eligibility::NotificationEffect& effect);

}  // namespace kenpo::premium
