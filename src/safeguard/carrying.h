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

/// How a carrying ended. What did not come back is told of papers alone.
enum class Ending : std::uint8_t {
  returned = 1,
  handed_over = 2,  // to its addressee or to the employer
  posted = 3,
  destroyed = 4,    // shredded or melted
  not_printed = 5,  // opened on the screen; there is no paper
};
base::Words wording(Ending ending);

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
  Ending ending = Ending::returned;   // once it is in

  bool overdue(base::Moment now) const { return !in_at && due_at < now; }
};

}  // namespace kenpo::safeguard
