// Whose establishments a handler may handle (取扱者名簿: notice, section 2).
#pragma once

#include <optional>

#include "base/id.h"
#include "notice/grant.h"

namespace kenpo::eligibility {

/// Whether the handler may handle every establishment of the society.
bool unlimited(const notice::Recorder& recorder);

/// Whether the handler may see what belongs to the establishment. What belongs to none is for
/// handlers without limit only.
bool in_scope(const notice::Recorder& recorder,
              const std::optional<base::EstablishmentId>& establishment);

}  // namespace kenpo::eligibility
