// Invented receipts for tests and benchmarks. Nobody in them exists.
#pragma once

#include <vector>

#include "format/claim/draft.h"

namespace kenpo::format::claim {

/// An outpatient receipt of an insured person: two visits, 13 lines of details.
ReceiptDraft sample_receipt();
/// One correction of a service and one of the total that follows from it.
std::vector<CorrectionDraft> sample_corrections();

}  // namespace kenpo::format::claim
