#include "notice/scope.h"

#include <algorithm>

namespace kenpo::notice {

bool in_scope(const Policy& policy, const base::StaffId& staff,
              const base::EstablishmentId& establishment) {
  const Handler* handler = policy.find(staff);
  if (handler == nullptr) return false;
  const auto& limited_to = handler->establishments;
  return limited_to.empty() || std::ranges::find(limited_to, establishment) != limited_to.end();
}

}  // namespace kenpo::notice
