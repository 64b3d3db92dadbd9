// Whether a part-time worker under three quarters is insured (短時間労働者): art 3(1)(ix), with the
// size of the employer by its dated steps (特定適用事業所).
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "eligibility/yes_no.h"
#include "law/decision.h"

namespace kenpo::eligibility {

struct ShortHours {
  base::Date on;
  int weekly_hours = 0;       // 週の所定労働時間, whole hours
  base::Yen pay = {};         // 所定内賃金 a month
  YesNo student = YesNo::no;
  /// People insured at the employer's establishments together; none = covered by agreement
  /// (任意特定適用事業所) or by the State.
  std::optional<int> office_size = {};
};

/// Every condition is a line of the basis. A fault for a day without figures.
base::Result<law::Decision<bool>> short_hours_insured(const ShortHours& facts);

}  // namespace kenpo::eligibility
