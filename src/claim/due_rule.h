// When the reviewing organisation bills and the society pays a month of treatment
// (請求・支払の期日): Health Insurance Act art 76(5).
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::claim {

struct Due {
  base::Date billed_by;
  base::Date paid_by;
  friend bool operator==(const Due&, const Due&) = default;
};

/// The 10th and the 20th of the second month after the treatment; weekends do not move them.
base::Result<law::Decision<Due>> due_of(base::Month treatment);

}  // namespace kenpo::claim
