// Comparing who was in an area with who used personal data (notice section 2, P-1).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "safeguard/area.h"

namespace kenpo::safeguard {

/// One use of personal data as the audit log has it.
struct Use {
  base::StaffId staff;
  base::Moment at;
  std::uint64_t leaf = 0;
};

/// Uses by somebody who, by the doors, was in no area: a sign, not a proof. A door that was left
/// open by another's card makes one, too.
struct AbsentUse {
  base::StaffId staff;
  base::Moment first;
  base::Moment last;
  std::uint64_t count = 0;
  std::uint64_t last_leaf = 0;
};

/// Whether the staff member was in an area at the moment: the last passage before it was inward.
/// `passages` are sorted by time.
bool was_inside(std::span<const Passage> passages, const base::StaffId& staff, base::Moment at);

/// The uses outside every area, one row a staff member, by the first use.
std::vector<AbsentUse> absent_uses(std::span<const Passage> passages, std::span<const Use> uses);

}  // namespace kenpo::safeguard
