// Changes of the list of handlers as differences. Pure.
#pragma once

#include <string>

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

/// 「2026-04-01 2026-09-30」, 「2026-10-01 -」: the periods of one role, divided by 「;」.
std::string periods_text(const notice::Handler& handler, notice::Role role);

}  // namespace kenpo::staff
