// Everything that the decision on a notification will do, before it is made: as a correction of a
// past fact is shown (change_effect_act.h).
#pragma once

#include <optional>

#include "base/result.h"
#include "eligibility/notification.h"
#include "premium/change_effect_act.h"

namespace kenpo::premium {

inline constexpr notice::Operation premium_notification_preview{
    .name = "premium.notification_preview",
    .japanese = "届書の決裁の影響の計算",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration},
              notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

struct NotificationPreview {
  eligibility::Notification notification;
  std::string name;  // of whom it is about
  ChangeEffect effect;
};

/// Nothing is written. Nullopt: no such notification. Refused: one that is not open, one outside
/// the handler's establishments, what the rules refuse, rates that are missing for a levied month.
base::Result<std::optional<NotificationPreview>> preview_notification(
    eligibility::Ledger& ledger, const notice::Acting& acting,
    const eligibility::NotificationId& id, const ChangeNeighbours& neighbours = {});

}  // namespace kenpo::premium
