// Whose data a handler may see: the establishments that the list of handlers limits them to.
#pragma once

#include "notice/policy.h"

namespace kenpo::notice {

/// Whether people of the establishment are within the handler's range (notice section 2, O-3).
/// Who is not on the list of handlers has no range.
bool in_scope(const Policy& policy, const base::StaffId& staff,
              const base::EstablishmentId& establishment);

}  // namespace kenpo::notice
