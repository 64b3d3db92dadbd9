// The parts of the layout table; layout.h joins them.
#pragma once

#include <span>

#include "format/claim/layout.h"

namespace kenpo::format::claim {

extern const std::span<const RecordRow> medical_records;   // IR … GO
extern const std::span<const RecordRow> dpc_records;       // what differs from 医科
extern const std::span<const RecordRow> dental_records;    // what differs from 医科
extern const std::span<const RecordRow> pharmacy_records;
extern const std::span<const RecordRow> nursing_records;
extern const std::span<const RecordRow> insurer_records;   // NI … MK, in files of every kind

}  // namespace kenpo::format::claim
