// Whom a notification is about and what the ledger holds about them. Used by notification acts,
// under their own grant.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/notification_effect.h"

namespace kenpo::eligibility {

/// A notification as it was typed in: whom it is about stands as symbol, number and birth date.
struct NotificationEntry {
  Notification content;  // person, establishment, period and item are found by the act
  std::string symbol = {};     // 記号 of the establishment
  std::string number = {};     // 番号 of the insured person; not used for an acquisition
  int branch = 0;  // 枝番 of the dependent it is about; 0: of the insured person
  std::optional<base::Date> known_born = {};  // the birth date of the insured person, as a check
  std::string to_symbol = {};  // 記号 of the establishment transferred to; empty: none
  std::optional<base::PersonId> same_as = {};  // an acquisition by somebody of the ledger
};

/// Finds the people, establishments and the period. Refused: a symbol or number that is not in the
/// ledger, a birth date that is another, an establishment outside the handler's.
base::Result<Notification> resolved(const store::View& view, const MemberAccess& access,
                                    const notice::Recorder& recorder,
                                    const NotificationEntry& entry, base::Moment now);

/// Whether the address is where an establishment of the society is, however it is written.
base::Result<bool> is_establishments_address(const store::View& view, const std::string& address);

/// Everything that the rules ask of the ledger.
base::Result<NotificationFacts> facts_of(const store::View& view, const MemberAccess& access,
                                         const Notification& notification, base::Moment now);

}  // namespace kenpo::eligibility
