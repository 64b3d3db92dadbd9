// Who stands on the list and who no longer does: the succession of the responsible person, locking,
// leaving. Pure.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "staff/handler.h"

namespace kenpo::staff {

/// O-1: ends the one and begins the other, in one step. `from` is today or later. Refused: a
/// successor who is not on the list, is locked or leaves before, and one who holds the role
/// already.
base::Result<std::vector<NamedHandler>> with_successor(std::span<const NamedHandler> handlers,
                                                       const base::StaffId& successor,
                                                       base::Date from, base::Date today);

/// The entry of somebody who is locked. Refused: nobody of the list, somebody locked already, and
/// the responsible person, now or in time to come (O-1).
base::Result<NamedHandler> with_lock(std::span<const NamedHandler> handlers,
                                     const base::StaffId& staff);
/// The entry of somebody whose lock ends. Refused: nobody of the list, somebody who is not locked,
/// and somebody whose employment ends today or has ended: leaving is for good.
base::Result<NamedHandler> with_release(std::span<const NamedHandler> handlers,
                                        const base::StaffId& staff, base::Date today);

enum class LeavesAt : std::uint8_t { once, end_of_day };
/// The entry of somebody who leaves. Refused when a day from `today` on would lose its responsible
/// person.
base::Result<NamedHandler> with_leaving(std::span<const NamedHandler> handlers,
                                        const base::StaffId& staff, base::Date last_day,
                                        LeavesAt at, base::Date today);

/// Refuses whoever is the responsible person, now or in time to come (O-1).
base::Result<> check_lockable(const NamedHandler& named);

}  // namespace kenpo::staff
