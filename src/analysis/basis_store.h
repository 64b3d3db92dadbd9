// What segments are made from, counted: without opening a claim.
#pragma once

#include "analysis/fact.h"
#include "base/result.h"
#include "claim/claim_store.h"
#include "store/database.h"

namespace kenpo::analysis {

/// What is the same for all months: masters, erasures, decisions that people are one. Claims are
/// those of the month.
base::Result<SegmentBasis> basis_of(const store::View& view);
/// The month's valid claims that the access reaches.
base::Result<std::int64_t> valid_claims(const store::View& view, const claim::ClaimAccess& access,
                                        base::Month claimed_in);

}  // namespace kenpo::analysis
