// Late charge on unpaid premiums (延滞金): Health Insurance Act art 181 and supplementary art 9.
#pragma once

#include <optional>
#include <vector>

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

/// A payment of a part of the premium.
struct PartPaid {
  base::Date on = {};
  base::Yen amount = {};
};

/// The charge where the premium was paid in parts: from the day of a payment on, its amount is not
/// in the base any more (art 181(2)). `parts` in any order; what they leave counts as paid on
/// `until`. With one part of the whole the same as late_charge.
base::Result<law::Decision<base::Yen>> late_charge_in_parts(
    base::Yen amount, base::Date due, std::vector<PartPaid> parts, base::Date until,
    std::optional<base::Date> reminder_deadline = std::nullopt);

}  // namespace kenpo::premium
