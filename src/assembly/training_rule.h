// When a member's first training is due, and whether one counts.
#pragma once

#include "assembly/training.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::assembly {

/// The last day for the first training of a term that begins on the day: the society's own rule.
base::Result<law::Decision<base::Date>> training_due(base::Date term_from);

}  // namespace kenpo::assembly
