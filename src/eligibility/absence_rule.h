// When a long absence (長期休職) is looked at again: the society's own rule.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "eligibility/circumstance.h"

namespace kenpo::eligibility {

/// The day in the month on which the absence is reviewed: every so many months from its first day,
/// while it goes on. Nullopt: no review falls into the month.
base::Result<std::optional<base::Date>> absence_review_in(const Circumstance& absence,
                                                          base::Month month);

}  // namespace kenpo::eligibility
