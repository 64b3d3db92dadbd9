// Who may what at a moment: the list, the duties and the emergencies together. Pure; asked again
// every second, so that what ends by itself ends without a restart.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "staff/staffing.h"

namespace kenpo::staff {

/// The list as it stands at the moment: undertaking (H-1) and training (H-2) from the ledgers,
/// locked after the last day of employment, an emergency role while it holds.
std::vector<NamedHandler> handlers_at(const Staffing& staffing, base::Moment now);

/// O-1: the one who holds the role of responsible person on the day and is not locked. Two or none:
/// nullopt, and then nothing is granted.
std::optional<base::StaffId> responsible_person_on(std::span<const NamedHandler> handlers,
                                                   base::Date day);

/// What hiring, grants and limits changed, as the text that the responsible person signs (O-3):
/// every handler with roles, periods and establishments, and the pairs of each role. The same list
/// makes the same text; who is sorted first does not matter.
std::string list_text(std::span<const NamedHandler> handlers, const notice::RoleMatrix& roles,
                      notice::PairMask in_force);

/// O-3: the pairs that the handler's roles open on the day.
notice::PairMask pairs_on(const NamedHandler& named, const notice::RoleMatrix& roles,
                          base::Date day);

}  // namespace kenpo::staff
