// The two parts of the layout table; layout.h joins them.
#pragma once

#include <span>

#include "format/claim/layout.h"

namespace kenpo::format::claim {

extern const std::span<const RecordRow> medical_records;  // IR … GO
extern const std::span<const RecordRow> insurer_records;  // NI … MD

}  // namespace kenpo::format::claim
