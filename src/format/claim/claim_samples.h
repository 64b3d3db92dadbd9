// Invented receipts for tests and benchmarks. Nobody in them exists.
#pragma once

#include <vector>

#include "format/claim/draft.h"

namespace kenpo::format::claim {

/// An outpatient receipt of an insured person: two visits, 13 lines of details.
ReceiptDraft sample_receipt();
/// A receipt of the same person of another kind: DPC (a stay of two days), dental, pharmacy (two
/// drugs prescribed by the clinic of `sample_receipt`), home nursing (two visits). 医科 gives the
/// above.
ReceiptDraft sample_receipt(Service service);
/// One correction of a service and one of the total that follows from it.
std::vector<CorrectionDraft> sample_corrections();

}  // namespace kenpo::format::claim
