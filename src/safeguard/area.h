// Areas in which personal data is handled (区域), and the passages of staff through their doors
// (notice section 2, P-1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::safeguard {

using AreaId = base::Id<struct AreaKind>;

/// A room with personal data, and who may be in it.
struct Area {
  AreaId id;
  std::string symbol;  // as the door system names it: `A1`
  std::string name;    // 「業務課執務室」
  std::string place;   // 「本館3階」
  std::string rule;    // what may be brought in, and who may come in
};

enum class Direction : std::uint8_t { in = 1, out = 2 };

/// Where the record of a passage comes from.
enum class PassageSource : std::uint8_t { by_hand = 1, door_file = 2 };

/// One staff member through one door.
struct Passage {
  base::StaffId staff;
  AreaId area;
  Direction direction = Direction::in;
  base::Moment at;
  PassageSource source = PassageSource::by_hand;
};

/// The card that opens the doors for a staff member.
struct DoorCard {
  base::StaffId staff;
  std::string card;
};

}  // namespace kenpo::safeguard
