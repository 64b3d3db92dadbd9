// The symbol and number of a person whose establishment is corrected. Used by the acts on changes
// only.
#pragma once

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

/// A move with the symbol of the establishment that it goes to and a number there: the one that was
/// typed, or the next free one (健康保険法3条12項: symbol and number are those of one person). Every
/// other change as it is. Refused: an establishment that is not there, a number of somebody else,
/// no number left.
base::Result<ProposedChange> with_number(const store::View& view,
                                         const eligibility::MemberAccess& access,
                                         const KnownFacts& known, ProposedChange change);

/// The counter of the establishment follows the number that was given.
base::Result<> keep_number(store::Transaction& transaction, const ProposedChange& change);

/// Refused: a period that comes back under a number which somebody else was given since.
base::Result<> check_numbers_free(const store::View& view,
                                  const eligibility::MemberAccess& access,
                                  const std::vector<eligibility::InsuredPeriod>& periods,
                                  const KnownFacts& known);

}  // namespace kenpo::premium
