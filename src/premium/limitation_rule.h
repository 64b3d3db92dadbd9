// How long a premium can be claimed or paid back: Health Insurance Act arts 164(1) and 193(1).
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::premium {

/// The time in which the premium of a month can be claimed, and an overpaid one claimed back.
struct Limitation {
  base::Date due;   // the last day of the following month
  base::Date last;  // the last day before the limitation is complete
};

/// The limitation of an employer's premium of the month. A notice or a reminder that renews it (art
/// 193(2)) is not known here. `on` chooses the row of the law book.
base::Result<Limitation> premium_limitation(base::Month month, base::Date on);
/// The same with its basis; the value says whether the premium can still be claimed on the day.
base::Result<law::Decision<bool>> explain_collectible(base::Month month, base::Date on);

/// The first month whose premium can still be claimed on the day.
base::Result<base::Month> first_collectible_month(base::Date on);

}  // namespace kenpo::premium
