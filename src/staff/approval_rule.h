// What may happen to a proposal, and when. Pure.
#pragma once

#include "base/result.h"
#include "staff/approval.h"

namespace kenpo::staff {

/// Refuses a change without a subject, without differences or with too many, a field that is not
/// [a-z_] or stands twice, values with tabs, line ends or more characters than the limit, and a
/// reason that is empty or longer than its limit.
base::Result<> check_proposal(const Change& change, std::string_view reason);

/// Where the proposal stands at the moment. An undecided one expires by itself.
ApprovalState state_of(const Approval& approval, base::Moment now);

/// Whether `who` may approve or refuse now: open, and not one's own proposal (公表事項2: what one
/// person proposes another one decides).
base::Result<> may_decide(const Approval& approval, const base::StaffId& who, base::Moment now);
/// Whether `who` may take the proposal back now: open, and one's own.
base::Result<> may_withdraw(const Approval& approval, const base::StaffId& who, base::Moment now);
/// Whether an approved proposal whose execution failed may be carried out again.
base::Result<> may_carry_out(const Approval& approval, base::Moment now);

/// The text has still the hash that was proposed, and reads as a change.
base::Result<Change> sound_change(const Approval& approval);

}  // namespace kenpo::staff
