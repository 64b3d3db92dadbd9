// Averages of 30 September in the store. No personal data.
#pragma once

#include <optional>

#include "base/result.h"
#include "remuneration/voluntary_average.h"
#include "store/seal.h"

namespace kenpo::remuneration {

/// Only added to: the newest of a year and population counts.
inline constexpr store::Table voluntary_average_table{
    .name = "voluntary_average",
    .japanese = "9月30日の標準報酬月額の平均",
    .untimed = store::Untimed::event,
    .clear = {{"year", store::Kind::integer},
              {"population", store::Kind::integer},
              {"amount", store::Kind::yen},
              {"persons", store::Kind::integer},
              {"origin", store::Kind::integer},
              {"basis", store::Kind::text},
              {"decided_on", store::Kind::moment},
              {"decided_by", store::Kind::id, store::Presence::optional}},
    .indexes = {{.columns = {"year", "population"}}}};

base::Result<> add(store::Transaction& transaction, const VoluntaryAverage& average);
base::Result<std::optional<VoluntaryAverage>> find_average(const store::View& view, int year,
                                                           AveragePopulation population);

}  // namespace kenpo::remuneration
