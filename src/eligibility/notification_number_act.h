// The individual number of a notification: in the sealed store from the moment it is typed, under
// the person or, for a change, in a place of the notification. Used by notification acts, under
// their own grants.
#pragma once

#include <optional>

#include "base/individual_number.h"
#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/notification.h"

namespace kenpo::eligibility {

/// The person whose individual number it is, when the society knows them. Refused: another person
/// by kana or birth date; a number that waits in another notification.
base::Result<std::optional<base::PersonId>> owner_of(
    store::NumberStore& numbers, const store::NumberAccess& number_access, const store::View& view,
    const MemberAccess& access, const Notification& notification,
    const base::IndividualNumber& number, base::Moment now);

/// Whom a number of the store belongs to: a place of a notification stands for the person whose
/// number the notification changes.
base::Result<base::PersonId> person_behind(const store::View& view, const MemberAccess& access,
                                           const base::PersonId& owner);

/// The number, if any was typed, goes into the sealed store and nowhere else. Refused: a change of
/// the number without one, or to one that is known already.
base::Result<> keep_number(store::NumberStore& numbers, const store::NumberAccess& number_access,
                           const Notification& notification,
                           const std::optional<base::IndividualNumber>& number);

/// A dropped notification leaves no number behind (番号法20条): one that was kept for it alone goes.
base::Result<> erase_number(Ledger& ledger, const store::NumberAccess& number_access,
                            const MemberAccess& access, const Notification& dropped,
                            const base::StaffId& by);

}  // namespace kenpo::eligibility
