// From a receipt of a claims file to a claim of the society.
#pragma once

#include <string>

#include "claim/claim.h"
#include "claim/treatment.h"
#include "format/claim/receipt.h"

namespace kenpo::claim {

/// The claim of a receipt: the decided head, points of both versions. Person, standing and intake
/// are the caller's. Texts become UTF-8.
Claim claim_of(const format::claim::Receipt& receipt, base::Month claimed_in);

/// What the eligibility check reads of a claim.
Treatment treatment_of(const Claim& claim);

}  // namespace kenpo::claim
