// From a receipt of a claims file to a claim of the society.
#pragma once

#include <span>
#include <string>

#include "claim/claim.h"
#include "claim/treatment.h"
#include "format/claim/receipt.h"

namespace kenpo::claim {

/// The claim of a receipt: the decided head, points of both versions. Person, standing and intake
/// are the caller's. Texts become UTF-8.
Claim claim_of(const format::claim::Receipt& receipt, base::Month claimed_in);

/// Files a claim under whom the check has found: person and establishment. Nothing when nobody was.
void file_under(Claim& claim, const Standings& found, std::span<const Candidate> candidates);

/// What the eligibility check reads of a claim.
Treatment treatment_of(const Claim& claim);

}  // namespace kenpo::claim
