// Standard bonus (標準賞与額, Health Insurance Act art 45) and bonuses that are pay (art 3(5), (6)).
#pragma once

#include <span>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::remuneration {

/// The standard bonus of a month: the bonuses paid in it, cut to 1,000 yen, within what the yearly
/// limit leaves. `year_total_before`: standard bonuses of the fiscal year so far at this insurer.
base::Result<base::Yen> standard_bonus(base::Month month, base::Yen paid,
                                       base::Yen year_total_before);
/// The same with its basis.
base::Result<law::Decision<base::Yen>> explain_standard_bonus(base::Month month, base::Yen paid,
                                                              base::Yen year_total_before);

struct BonusPayment {
  base::Date on;
  base::Yen amount;
};

/// A twelfth of the bonuses of the year before 1 July that the establishment pays as pay, cut to
/// the yen. Payments outside the year are left out.
law::Decision<base::Yen> share_of_bonuses(int year, std::span<const BonusPayment> payments);

/// The monthly amount of bonuses paid on four or more different days in the year before 1 July of
/// `year`: their sum ÷ 12, cut to the yen. Fewer days: 0, they are bonuses. Payments outside the
/// year are left out.
base::Result<law::Decision<base::Yen>> bonus_as_pay(int year,
                                                    std::span<const BonusPayment> payments);

}  // namespace kenpo::remuneration
