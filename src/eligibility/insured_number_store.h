// How a 記号-番号 is looked for without unsealing: what the blind column of insured_period_table
// holds.
#pragma once

#include <string_view>

#include "base/id.h"
#include "store/database.h"
#include "store/value.h"

namespace kenpo::eligibility {

/// What `number_blind` holds for the number at the establishment.
store::Value number_blind(const store::View& view, const base::EstablishmentId& establishment,
                          std::string_view number);

}  // namespace kenpo::eligibility
