// The limit of a dependent's yearly income (被扶養者の収入基準): notice 昭52.4.6 保発9号.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "dependent/relation.h"
#include "law/decision.h"

namespace kenpo::dependent {

/// Disabled to the degree of the disability pension (障害厚生年金).
enum class Disability : std::uint8_t { none, disabled };

/// The yearly income that a dependent has to stay under, for a recognition on `on`.
base::Result<law::Decision<base::Yen>> income_limit(base::Date on, base::Date born,
                                                    Relation relation, Disability disability);

}  // namespace kenpo::dependent
