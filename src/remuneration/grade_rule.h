// Grades of the standard monthly remuneration (標準報酬月額の等級): Health Insurance Act art 40.
#pragma once

#include <optional>
#include <span>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::remuneration {

/// One grade of the table of a day. It begins at its lower bound (included) and ends where the next
/// begins; the first also takes everything below, the last everything above.
struct Grade {
  int number = 0;
  base::Yen lower_bound;
  base::Yen standard;
  const law::Row* row = nullptr;
  friend bool operator==(const Grade&, const Grade&) = default;
};

/// The table in force on `on`, grade 1 first; a fault before the first table of the law book. Read
/// once; the call is cheap.
base::Result<std::span<const Grade>> grade_table(base::Date on);

/// The grade of a monthly remuneration (報酬月額, not negative).
base::Result<Grade> grade(base::Date on, base::Yen monthly);
/// The same with its basis.
base::Result<law::Decision<Grade>> explain_grade(base::Date on, base::Yen monthly);

/// The grade whose standard amount this is; nullopt when the table of the day has none.
base::Result<std::optional<Grade>> grade_of_standard(base::Date on, base::Yen standard);

}  // namespace kenpo::remuneration
