// What the content checks have brought (効果額), by rule and by month of processing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/yen.h"
#include "review/check_row.h"

namespace kenpo::review {

struct CheckEffect {
  const CheckRow* check = nullptr;
  bool used = true;
  std::int64_t found = 0;      // without what is gone
  std::int64_t open = 0;
  std::int64_t no_problem = 0;
  std::int64_t requested = 0;  // sent, whatever the answer
  std::int64_t answered = 0;
  std::int64_t upheld = 0;     // answers that took something off the claim
  base::Yen reduction = {};
  /// In a hundred decided findings, how many took something off; nothing decided: none.
  int hit_percent() const {
    const auto decided = no_problem + answered;
    return decided == 0 ? 0 : static_cast<int>(upheld * 100 / decided);
  }
};

struct MonthEffect {
  base::Month processed_in;
  std::int64_t answered = 0;
  std::int64_t upheld = 0;
  base::Yen reduction = {};
};

struct Effects {
  std::vector<CheckEffect> checks;  // every rule, in the order of the file
  std::vector<MonthEffect> months;  // the newest first
};

}  // namespace kenpo::review
