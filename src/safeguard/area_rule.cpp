#include "safeguard/area_rule.h"

#include <algorithm>
#include <map>

namespace kenpo::safeguard {

bool was_inside(std::span<const Passage> passages, const base::StaffId& staff, base::Moment at) {
  bool inside = false;
  for (const auto& passage : passages) {
    if (at < passage.at) break;
    if (passage.staff == staff) inside = passage.direction == Direction::in;
  }
  return inside;
}

std::vector<AbsentUse> absent_uses(std::span<const Passage> passages, std::span<const Use> uses) {
  // A day has many uses and many passages: each use looks at its own person's passages only.
  std::map<base::StaffId, std::vector<Passage>> of_staff;
  for (const auto& passage : passages) of_staff[passage.staff].push_back(passage);
  std::vector<AbsentUse> absent;
  for (const auto& use : uses) {
    if (was_inside(of_staff[use.staff], use.staff, use.at)) continue;
    const auto known = std::ranges::find(absent, use.staff, &AbsentUse::staff);
    if (known == absent.end()) {
      absent.push_back({use.staff, use.at, use.at, 1, use.leaf});
      continue;
    }
    known->first = std::min(known->first, use.at);
    known->last = std::max(known->last, use.at);
    known->last_leaf = std::max(known->last_leaf, use.leaf);
    ++known->count;
  }
  std::ranges::sort(absent, {}, &AbsentUse::first);
  return absent;
}

}  // namespace kenpo::safeguard
