// Changes of the list as differences, and the succession of the responsible person. Pure.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "staff/approval.h"
#include "staff/handler.h"

namespace kenpo::staff {

/// Whether the entry may stand: a name of 1 to 40 characters, periods that do not end before they
/// begin.
base::Result<> check_handler(const NamedHandler& named);

/// What is different, line by line: `name`, `state`, `establishments`, and `role_…` with its
/// periods. Empty differences: nothing.
Change change_of(const NamedHandler& before, const NamedHandler& after);

/// The entry with the change in it. Refused: an entry that is no longer as it was when the change
/// was proposed, values that do not read, and the role of responsible person, which has its own
/// act.
base::Result<NamedHandler> with_change(const NamedHandler& present, const Change& change);

/// O-1: ends the one and begins the other, in one step. `from` is today or later. Refused: a
/// successor who is not on the list, is locked or leaves before, and one who holds the role
/// already.
base::Result<std::vector<NamedHandler>> with_successor(std::span<const NamedHandler> handlers,
                                                       const base::StaffId& successor,
                                                       base::Date from, base::Date today);

enum class LeavesAt : std::uint8_t { once, end_of_day };
/// The entry of somebody who leaves. Refused when a day from `today` on would lose its responsible
/// person.
base::Result<NamedHandler> with_leaving(std::span<const NamedHandler> handlers,
                                        const base::StaffId& staff, base::Date last_day,
                                        LeavesAt at, base::Date today);

/// 「2026-04-01 2026-09-30」, 「2026-10-01 -」: the periods of one role, divided by 「;」.
std::string periods_text(const notice::Handler& handler, notice::Role role);

}  // namespace kenpo::staff
