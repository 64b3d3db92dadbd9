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

/// 単胎・多胎: how many days before birth maternity leave may begin.
enum class Expected : std::uint8_t { single = 1, multiple = 2 };

struct LeaveFact {
  LeaveId id = LeaveId::draw();
  base::PersonId person;
  Leave kind = Leave::childcare;
  base::Span days = {};       // first and last day of the leave
  int worked_days = 0;        // under 出生時育児休業, in the month of the first day
  base::Date applied_on = {};  // when the employer's application came
  std::optional<base::Date> due_on = {};   // 出産予定日, maternity leave only
  std::optional<base::Date> born_on = {};  // 出産日, once it is known
  Expected expected = Expected::single;    // maternity leave only
  /// Last day of the leave before, when no working day lies between: both are one leave
  /// (施行規則135条). Child-care leave only.
  std::optional<base::Date> joined_after = {};
  friend bool operator==(const LeaveFact&, const LeaveFact&) = default;
};

/// As the levy takes them.
struct LeaveDays {
  Leave kind = Leave::childcare;
  base::Span days = {};
  int worked_days = 0;
  std::optional<base::Date> joined_after = {};
};
inline LeaveDays days_of(const LeaveFact& leave) {
  return {leave.kind, leave.days, leave.worked_days, leave.joined_after};
}

}  // namespace kenpo::premium
