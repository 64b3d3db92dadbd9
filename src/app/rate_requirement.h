// The society's setting that a rate needs a resolution of the assembly: proposed by the executive
// director or the clerk of the levy, decided by a second person.
#pragma once

#include <string>

#include "base/date.h"
#include "premium/rate_requirement.h"
#include "staff/approval_act.h"

namespace kenpo::app {

staff::ApprovalKind rate_requirement_kind();

/// Lays the setting before a second person. Refused: one who may not propose it, no reason.
base::Result<base::CaseId> propose_rate_requirement(
    staff::Approvals& approvals, const notice::Acting& acting,
    const premium::RateRequirement& requirement, const std::string& reason);

}  // namespace kenpo::app
