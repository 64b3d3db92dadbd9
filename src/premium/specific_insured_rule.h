// 特定被保険者: the care premium of insured people outside the care insurance who have a dependent
// within it (健康保険法附則7条), where the society's 規約 says so.
#pragma once

#include <optional>
#include <span>

#include "base/result.h"
#include "law/decision.h"
#include "premium/care_setting.h"

namespace kenpo::premium {

/// Whether one of the dependents makes the month bear the care premium: from the month in which
/// they are both a dependent and 介護保険第2号被保険者, not for the month in which they cease to be;
/// who becomes and ceases in one month is charged.
base::Result<bool> specific_insured_in(std::span<const CareDependent> dependents,
                                       base::Month month);

/// The same with its basis; nothing where nobody makes the month charged.
base::Result<std::optional<law::Basis>> explain_specific_insured(
    std::span<const CareDependent> dependents, base::Month month);

}  // namespace kenpo::premium
