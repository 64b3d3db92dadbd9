// The differences of a month's slips to the month before, and their release by two people.
#pragma once

#include <set>
#include <string>

#include "base/result.h"
#include "collection/receipt_act.h"
#include "collection/voluntary_release.h"
#include "collection/voluntary_view.h"
#include "staff/approval_act.h"

namespace kenpo::collection {

inline constexpr notice::Operation slip_differences_show{
    .name = "voluntary.differences",
    .japanese = "任意継続の請求額の前月との差の表示",
    .pairs = for_collection};
inline constexpr notice::Operation slip_release_ask{.name = "voluntary.release_ask",
                                                    .japanese = "任意継続の納付書の承認の求め",
                                                    .verb = notice::Verb::write,
                                                    .pairs = for_collection};

inline constexpr std::string_view slip_release_kind_name = "voluntary_slip_release";
/// The slips go out when a second person has seen the differences. Refused at the decision: what
/// was released before.
staff::ApprovalKind slip_release_kind();

/// Every demand whose month it is, beside what was asked for the month before. For handlers of the
/// whole society.
base::Result<SlipDifferences> show_slip_differences(eligibility::Ledger& ledger,
                                                    const notice::Acting& acting,
                                                    base::Month month);

/// Lays the slips of the month that were not released before a second person. Refused: there is
/// none; a handler whose range is not the whole society.
base::Result<base::CaseId> propose_slip_release(eligibility::Ledger& ledger,
                                                staff::Approvals& approvals,
                                                const notice::Acting& acting, base::Month month,
                                                const std::string& reason);

/// Refuses a slip that is not among those released in its month.
base::Result<> check_slip_released(const std::set<FundId>& released,
                                   const VoluntaryDemand& demand);

}  // namespace kenpo::collection
