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
