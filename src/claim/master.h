// The public masters as the society has loaded them, edition by edition.
#pragma once

#include <array>
#include <cstdint>

#include "base/clock.h"
#include "format/master/master.h"

namespace kenpo::claim {

/// One master file that was loaded.
struct MasterEdition {
  format::master::Kind kind = format::master::Kind::disease;
  std::array<std::uint8_t, 32> sha256{};
  base::Moment loaded_at;
  std::uint64_t items = 0;
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint16_t fields_count = 0;  // the edition of the layout
};

/// An item with the days on which it holds.
struct MasterItem {
  format::master::Item item;
  base::Date from;
  base::Date to;
};

}  // namespace kenpo::claim
