// Payment pledges: taken, decided by a second person, watched, cancelled.
#pragma once

#include <string>
#include <utility>

#include "base/result.h"
#include "collection/arrears_act.h"
#include "collection/pledge_rule.h"
#include "staff/approval_act.h"

namespace kenpo::collection {

inline constexpr notice::Operation pledge_propose{.name = "pledge.propose",
                                                  .japanese = "納付誓約の受付",
                                                  .verb = notice::Verb::write,
                                                  .pairs = for_collection};
inline constexpr notice::Operation pledge_end{.name = "pledge.end",
                                              .japanese = "納付誓約の取下げ・取消し",
                                              .verb = notice::Verb::write,
                                              .pairs = for_collection};
inline constexpr notice::Operation pledge_watch{.name = "pledge.watch",
                                                .japanese = "納付誓約の履行の点検",
                                                .verb = notice::Verb::write,
                                                .pairs = for_collection,
                                                .runner = notice::Runner::staff_or_program};

inline constexpr std::string_view pledge_kind_name = "payment_pledge";
/// The kind of proposal that agrees to a pledge. Refused at the decision: a pledge that is not the
/// one that was proposed, or was withdrawn.
staff::ApprovalKind pledge_kind();

/// Records the written pledge, which acknowledges its debts, and lays its plan before a second
/// person. Refused: what check_pledge refuses; a debt that another pledge which stands is about.
base::Result<base::CaseId> propose_pledge(eligibility::Ledger& ledger, staff::Approvals& approvals,
                                          const notice::Acting& acting, Pledge pledge,
                                          const std::string& reason);

/// Takes a pledge back that nobody has decided on, or cancels one that was agreed to. Refused: one
/// that is over.
base::Result<PledgeState> end_pledge(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const PayerId& payer, const PledgeId& pledge);

struct WatchedPledges {
  std::int64_t agreed = 0;
  std::int64_t broken = 0;
  std::int64_t opened = 0;  // work items
};
/// Looks through every pledge that was agreed to and opens a work item for each that is broken,
/// once for the first instalment that was missed. Run again it changes nothing.
base::Result<WatchedPledges> watch_pledges(eligibility::Ledger& ledger,
                                           const notice::Acting& acting);

/// The pledge for its paper. Refused: unknown, another payer's.
base::Result<std::pair<PayerView, PledgeView>> show_pledge(eligibility::Ledger& ledger,
                                                           const notice::Acting& acting,
                                                           const PayerId& payer,
                                                           const PledgeId& pledge);

}  // namespace kenpo::collection
