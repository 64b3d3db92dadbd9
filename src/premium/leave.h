// Child-care leave (育児休業等) and maternity leave (産前産後休業) as employers notify them: the
// facts that exemptions from premiums rest on (健康保険法159条, 159条の3).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::premium {

enum class Leave : std::uint8_t { childcare, maternity };
base::Words wording(Leave kind);

/// A notified leave through all its corrections.
using LeaveId = base::Id<struct LeaveFactKind>;

struct LeaveFact {
  LeaveId id = LeaveId::draw();
  base::PersonId person;
  Leave kind = Leave::childcare;
  base::Span days = {};       // first and last day of the leave
  int worked_days = 0;        // under 出生時育児休業, in the month of the first day
  base::Date applied_on = {};  // when the employer's application came
  std::optional<base::Date> due_on = {};   // 出産予定日, maternity leave only
  std::optional<base::Date> born_on = {};  // 出産日, once it is known
  friend bool operator==(const LeaveFact&, const LeaveFact&) = default;
};

/// As the levy takes them.
struct LeaveDays {
  Leave kind = Leave::childcare;
  base::Span days = {};
  int worked_days = 0;
};

}  // namespace kenpo::premium
