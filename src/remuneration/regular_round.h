// The regular determination over the society: who needs one, who was notified, who was decided, and
// who is missing.
#pragma once

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "base/id.h"

namespace kenpo::remuneration {

/// Where one establishment stands, in people.
struct RoundRow {
  base::EstablishmentId establishment;
  std::int64_t due = 0;         // 定時決定の対象者
  std::int64_t decided = 0;     // a decision from September stands
  std::int64_t waiting = 0;     // notified, not decided yet
  std::int64_t for_people = 0;  // notified, left to the clerk
  std::int64_t missing = 0;     // 算定基礎届がない
  std::int64_t needless = 0;    // notified though not due
  std::int64_t replaced = 0;    // 定時決定のあと、7月から9月までの改定に置き換わった人
  std::int64_t doubled = 0;     // of these, whose regular determination still stands
};

struct RegularRound {
  int year = 0;
  std::vector<RoundRow> rows = {};  // the most missing first
  /// Of all rows together.
  RoundRow total;
};

}  // namespace kenpo::remuneration
