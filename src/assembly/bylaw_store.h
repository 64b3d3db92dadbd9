// The register of the society's rules in the store.
#pragma once

#include <vector>

#include "assembly/bylaw.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/seal.h"

namespace kenpo::assembly {

inline constexpr store::Table bylaw_table{
    .name = "bylaw",
    .japanese = "規約・規程",
    .timed = store::Timed::yes,  // valid from its day; its end follows from the next version
    .clear = {{"rule", store::Kind::id},
              {"subject", store::Kind::integer},
              {"title", store::Kind::text},
              {"number", store::Kind::integer},
              {"standing", store::Kind::integer},
              {"resolution", store::Kind::text},
              {"resolved_on", store::Kind::date},
              {"summary", store::Kind::text}}};

base::Result<> add(store::Transaction& transaction, const BylawVersion& version, base::Moment now);
/// All versions of all rules, by subject and day.
base::Result<std::vector<BylawVersion>> list_bylaws(const store::View& view);

}  // namespace kenpo::assembly
