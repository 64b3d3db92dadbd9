// Limits of doses in the store: what the society has entered, no personal data.
#pragma once

#include <vector>

#include "base/result.h"
#include "review/dose_limit.h"
#include "store/seal.h"

namespace kenpo::review {

inline constexpr store::Table dose_limit_table{
    .name = "dose_limit",
    .japanese = "用量の上限の規則",
    .timed = store::Timed::yes,  // valid from the first day of its month
    .clear = {{"drug", store::Kind::text},
              {"way", store::Kind::integer},
              {"most_amount", store::Kind::integer, store::Presence::optional},
              {"most_times", store::Kind::integer, store::Presence::optional},
              {"basis", store::Kind::text},
              {"decided_by", store::Kind::id}},
    .indexes = {{.columns = {"drug"}}}};

/// Adds the row; one of the same drug, way and month is withdrawn.
base::Result<> put(store::Transaction& transaction, const DoseLimit& limit);
/// All that stand, by drug, way and month.
base::Result<std::vector<DoseLimit>> list_dose_limits(const store::View& view);

}  // namespace kenpo::review
