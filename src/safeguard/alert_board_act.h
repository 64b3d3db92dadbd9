// What the home board tells of the safety measures. Counts and dates only: the board's own
// operation rests on no personal data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/result.h"
#include "notice/gate.h"
#include "safeguard/review.h"
#include "store/database.h"

namespace kenpo::safeguard {

struct WatchBoard {
  std::int64_t alerts_open = 0;        // not acknowledged
  std::int64_t alerts_escalated = 0;   // of them, with the executive director
  std::int64_t incidents_open = 0;     // not closed
  std::int64_t incidents_overdue = 0;  // a report was due
  std::int64_t reviews_overdue = 0;
  std::vector<ReviewSubject> reviews_unplanned;  // no item of it has a day
  bool inspection_overdue = false;
  base::Date inspection_due;
};

base::Result<WatchBoard> watch_board(store::Database& database, const std::string& log_directory,
                                     notice::Gate& gate, base::Moment now);

}  // namespace kenpo::safeguard
