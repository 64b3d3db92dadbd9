// Yearly sum of a person's outpatient burden (外来年間合算): Order art 41-2.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// The period (計算期間) that holds the month: 1 August to 31 July, whose last day is the 基準日.
base::Result<base::Span> outpatient_period(base::Month month);

/// 基準日: the last day of the period; of somebody who lost the status on `lost` and became a member
/// of no medical insurance (医療保険加入者) in what was left of the period, the day before the loss.
/// A loss outside the period, or on its first day, changes nothing.
base::Result<law::Decision<base::Date>> outpatient_base_day(base::Month month,
                                                            std::optional<base::Date> lost);

/// The benefit for `paid`: a person's outpatient burden of the period after monthly benefits and
/// additional benefits. `of` is the class on the last day of the period. nullopt when the class has
/// no limit (現役並み, under 70; 低所得I since 2026-08). A fault before 2017-08 and from 2027-08.
base::Result<law::Decision<std::optional<base::Yen>>> outpatient_annual(base::Month month,
                                                                        certificate::LimitClass of,
                                                                        base::Yen paid);

/// The part of a society with which `ours` of the burden `total` of all insurers stood; with no
/// other insurer the whole. Whole yen, fractions dropped.
base::Result<law::Decision<std::optional<base::Yen>>> outpatient_annual_part(
    base::Month month, certificate::LimitClass of, base::Yen ours, base::Yen total);

}  // namespace kenpo::benefit
