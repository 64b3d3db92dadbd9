// The registers' open ends, as counts and dates.
#pragma once

#include <cstdint>
#include <optional>

#include "base/clock.h"
#include "base/date.h"
#include "base/result.h"
#include "store/database.h"

namespace kenpo::safeguard {

struct RegisterBoard {
  std::int64_t carryings_overdue = 0;   // out, and past the time they were to be back
  std::optional<base::Date> stock_due;  // the next stock check; nullopt: nothing to count
  std::int64_t papers_here = 0;         // printed, and not yet sent out or destroyed
  std::int64_t exports_waiting = 0;     // for their release
  std::int64_t exports_due = 0;         // the recipient's erasure is due soon or today
  std::int64_t exports_overdue = 0;     // it was due
};

/// A stock check is due so many months after the last one (law row safeguard.stock_check.every);
/// before the first one, at once.
base::Result<RegisterBoard> register_board(store::Database& database, base::Moment now);

}  // namespace kenpo::safeguard
