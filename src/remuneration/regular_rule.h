// Regular determination (定時決定): Health Insurance Act art 41, from the pay of April, May and June.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/book.h"
#include "law/decision.h"
#include "remuneration/grade_rule.h"
#include "remuneration/worker.h"

namespace kenpo::remuneration {

/// One month of pay as reported.
struct PaidMonth {
  int base_days = 0;    // 支払基礎日数, 0 to 31
  base::Yen pay;        // in money and in kind, back pay included
  base::Yen back_pay;   // part of `pay` that belongs to earlier months
};

struct RegularInput {
  int year = 0;  // the determination holds from September of this year
  Worker worker = Worker::ordinary;
  std::array<PaidMonth, 3> months = {};  // April, May, June
  base::Yen bonus_as_pay;                // added to each month (年4回以上の賞与)
  std::optional<int> partial_entry;      // 4, 5 or 6: entered during this month, not paid in full
  std::optional<base::Yen> previous_standard;
};

struct Regular {
  std::vector<int> months;            // months that count; empty = none
  std::optional<base::Yen> average;   // none when no month counts
  std::optional<Grade> grade;         // of the average, or of the standard that stays; none when
                                      // neither is known
};

/// The days a month needs to count for this worker, first choice (17 or 11).
base::Result<law::Figure<int>> base_days_needed(Worker worker, base::Date on);

/// The standard from September of `year`. No month left: the previous standard stays.
base::Result<law::Decision<Regular>> determine_regular(const RegularInput& input);

}  // namespace kenpo::remuneration
