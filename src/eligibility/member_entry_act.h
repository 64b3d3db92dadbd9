// One member as the index of members shows them, read anew after a change. Used by acts, under
// their own grant.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "eligibility/member_index.h"

namespace kenpo::eligibility {

/// Puts the people into the index as they stand, or takes them out when they are no members.
base::Result<> refresh_members(Ledger& ledger, const store::View& view, const MemberAccess& access,
                               const std::vector<base::PersonId>& people, base::Moment now);

}  // namespace kenpo::eligibility
