// Late charge on unpaid premiums (延滞金): Health Insurance Act art 181 and supplementary art 9.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::premium {

/// The charge on `amount` that was due on `due` and paid in full on `paid`. 0 when it was paid in
/// time, by the deadline of the reminder (督促状), on under 1,000 yen, or when the charge is under
/// 100 yen. A fault when the period touches a calendar year whose rates the law book does not have.
base::Result<law::Decision<base::Yen>> late_charge(
    base::Yen amount, base::Date due, base::Date paid,
    std::optional<base::Date> reminder_deadline = std::nullopt);

}  // namespace kenpo::premium
