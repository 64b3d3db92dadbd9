// Which months need resolutions for their rates, and whether the rates have them.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "premium/rate_requirement.h"
#include "premium/society_rate.h"
#include "store/seal.h"

namespace kenpo::premium {

inline constexpr store::Table rate_requirement_table{
    .name = "rate_requirement",
    .japanese = "料率に議決を求める設定",
    .timed = store::Timed::yes,  // valid from the first day of its month
    .clear = {{"resolution", store::Kind::integer}}};

/// Adds a row; one of the same month is withdrawn.
base::Result<> put(store::Transaction& transaction, const RateRequirement& requirement,
                   base::Moment now);
/// The rows that stand, by month.
base::Result<std::vector<RateRequirement>> list_requirements(const store::View& view);

/// The rates of the month, as rates_of, for what is posted: where the society demands it, a rate
/// that names no resolution of the assembly is refused, each with a fault of its own.
base::Result<SocietyRates> resolved_rates_of(const store::View& view, base::Month month);

}  // namespace kenpo::premium
