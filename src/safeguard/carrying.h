// The carrying log: what is carried, also inside the office, by whom, how protected, out and back
// (notice section 2, P-5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/id.h"
#include "safeguard/register.h"

namespace kenpo::safeguard {

using CarryingId = base::Id<struct CarryingKind>;

enum class Reach : std::uint8_t { inside = 1, outside = 2 };

struct Carrying {
  CarryingId id;
  std::optional<ItemId> item;  // nullopt: papers that are in no bundle of the register
  base::StaffId carrier;
  Reach reach = Reach::inside;
  Protection protection = Protection::sealed;
  std::string contents;
  std::string from;
  std::string to;
  base::Moment out_at;
  base::Moment due_at;
  std::optional<base::Moment> in_at;  // nullopt: still under way

  bool overdue(base::Moment now) const { return !in_at && due_at < now; }
};

}  // namespace kenpo::safeguard
