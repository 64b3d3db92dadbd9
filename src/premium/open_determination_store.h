// Determinations that are still open: whoever has one is levied on the standard remuneration that
// held before. Work items hold ids only.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "eligibility/work_item.h"
#include "store/database.h"

namespace kenpo::premium {

/// What keeps a standard remuneration from being decided.
bool is_of_determinations(eligibility::WorkKind kind);

/// How many people have an open determination that belongs to the month or an earlier one.
base::Result<std::int64_t> count_undetermined_people(const store::View& view, base::Month month);

}  // namespace kenpo::premium
