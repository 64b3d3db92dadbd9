// What the rows of other folders say of a paper that a person has, for corrections (34条).
#pragma once

#include <optional>

#include "request/correction.h"
#include "store/subject_rows.h"

namespace kenpo::app {

/// The certificate of the row, when it stands and somebody has or gets it.
std::optional<request::HeldPaper> held_paper(const store::HeldRow& row);

}  // namespace kenpo::app
