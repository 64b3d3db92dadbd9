// Late charges (延滞金): decided once a premium was paid late, or waived (健康保険法181条).
#pragma once

#include <string>

#include "base/result.h"
#include "collection/receipt_act.h"
#include "law/decision.h"

namespace kenpo::collection {

inline constexpr notice::Operation late_charge_decide{.name = "late_charge.decide",
                                                      .japanese = "延滞金の決定",
                                                      .verb = notice::Verb::write,
                                                      .pairs = for_collection};
inline constexpr notice::Operation late_charge_waive{.name = "late_charge.waive",
                                                     .japanese = "延滞金を徴収しない決定",
                                                     .verb = notice::Verb::write,
                                                     .pairs = for_collection};

/// Decides the late charge on a premium that was paid late: due on `due`. With its basis. Refused:
/// not paid in full yet, no reminder was issued before, waived, no charge results, decided before.
base::Result<law::Decision<base::Yen>> decide_late_charge(eligibility::Ledger& ledger,
                                                          const notice::Acting& acting,
                                                          const DebtKey& debt, base::Date due);

/// Decides today that no charge is levied on the debt, for unavoidable circumstances told in
/// `reason`. Refused: without a reason, a debt that bears none, waived or charged before.
base::Result<> waive_late_charge(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const DebtKey& debt, std::string reason);
/// Takes the waiver back by a step of its own. Refused: nothing is waived, no reason.
base::Result<> undo_waiver(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const DebtKey& debt, std::string reason);

}  // namespace kenpo::collection
