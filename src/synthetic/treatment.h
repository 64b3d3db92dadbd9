// What is done at a doctor's: the lines of an invented receipt.
#pragma once

#include "format/claim/draft.h"
#include "synthetic/draw.h"

namespace kenpo::synthetic {

/// Puts diseases, services and drugs of an outpatient receipt into the draft, which has its visits:
/// about nine lines, worth about what a lognormal body with a Pareto tail says.
void treat_outpatient(format::claim::ReceiptDraft& receipt, Draw& draw);

/// The same for a stay in hospital; every day of the visits is a day of the stay.
void treat_inpatient(format::claim::ReceiptDraft& receipt, Draw& draw);

}  // namespace kenpo::synthetic
