// What the home board tells of the safety measures. Counts and dates only: the board's own
// operation rests on no personal data.
#pragma once

#include <cstdint>

#include "base/clock.h"
#include "base/result.h"
#include "store/database.h"

namespace kenpo::safeguard {

struct WatchBoard {
  std::int64_t alerts_open = 0;       // not acknowledged
  std::int64_t alerts_escalated = 0;  // of them, with the executive director
};

base::Result<WatchBoard> watch_board(store::Database& database, base::Moment now);

}  // namespace kenpo::safeguard
