// Whether workers with short hours are insured at an establishment on a day (健康保険法3条1項9号, 附則
// (平24法62) 46条), by the dated steps of the size.
#pragma once

#include "base/result.h"
#include "eligibility/office_size.h"
#include "law/decision.h"

namespace kenpo::eligibility {

/// A fault for a day without figures.
base::Result<law::Decision<bool>> covers_short_hours(const OfficeSize& size, base::Date day);

}  // namespace kenpo::eligibility
