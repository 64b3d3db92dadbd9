// The rows behind the facts that a notification changes, and putting back what stood before.
#pragma once

#include <optional>

#include "base/clock.h"
#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/notification_store.h"

namespace kenpo::eligibility {

/// The row of the decision that stands about the fact; none when it is new.
base::Result<std::optional<store::RowId>> standing_row(const store::View& view,
                                                       const MemberAccess& access, FactKind fact,
                                                       std::string_view fact_id);

/// Decides what stood before the change anew; a fact that was new stands no more. False, and
/// nothing is done: something was decided about the fact since.
base::Result<bool> take_back(store::Transaction& transaction, const MemberAccess& access,
                             const NotificationChange& change, base::Moment now);

}  // namespace kenpo::eligibility
