// What the evidence says to each statement, and when the next inspection is due.
#pragma once

#include <vector>

#include "safeguard/inspection.h"

namespace kenpo::safeguard {

/// One line a question, in their order. What neither log nor ledger of this folder can say is to be
/// looked at by hand.
std::vector<InspectionLine> inspection_lines(const InspectionEvidence& evidence);

/// 公表事項2「定期的に自己点検を実施」(O-5): so many months after the last one was due, or after
/// the work began.
InspectionSchedule inspection_schedule(base::Date last, std::int64_t interval_months,
                                       base::Date today);

}  // namespace kenpo::safeguard
