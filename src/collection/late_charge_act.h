// Late charges (延滞金): decided once a demand was paid late, worked out anew when payments moved,
// or waived (健康保険法181条).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "collection/arrears_view.h"
#include "collection/receipt_act.h"
#include "law/decision.h"

namespace kenpo::collection {

inline constexpr notice::Operation late_charge_show{.name = "late_charge.show",
                                                    .japanese = "延滞金の計算の表示",
                                                    .pairs = for_collection};
inline constexpr notice::Operation late_charge_decide{.name = "late_charge.decide",
                                                      .japanese = "延滞金の決定",
                                                      .verb = notice::Verb::write,
                                                      .pairs = for_collection};
inline constexpr notice::Operation late_charge_waive{.name = "late_charge.waive",
                                                     .japanese = "延滞金を徴収しない決定",
                                                     .verb = notice::Verb::write,
                                                     .pairs = for_collection};

/// The charge on one demand, line by line.
struct LateChargeView {
  std::string payer;
  DebtView debt;
  std::vector<base::Month> months = {};  // that the demand covers, the earliest first
};
/// Refused: a debt of another payer, one that bears no charge.
base::Result<LateChargeView> show_late_charge(eligibility::Ledger& ledger,
                                              const notice::Acting& acting, const DebtKey& demand);

/// Decides the late charge on a demand that was paid late, or works out anew one that was decided:
/// what it is more is due on `due`; what it is less becomes a credit, which pays first what is open
/// of the charge. Hands back the whole charge with its basis. Refused: a demand not paid in full,
/// no reminder was issued before, waived, no charge results, the charge stands as it is.
base::Result<law::Decision<base::Yen>> decide_late_charge(eligibility::Ledger& ledger,
                                                          const notice::Acting& acting,
                                                          const DebtKey& debt, base::Date due);

/// Decides today that no charge is levied on the demand, for unavoidable circumstances told in
/// `reason`; one that was decided is taken back. Refused: without a reason, a debt that bears none,
/// waived before.
base::Result<> waive_late_charge(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const DebtKey& debt, std::string reason);
/// Takes the waiver back by a step of its own; the charge that it took back is owed again. Refused:
/// nothing is waived, no reason.
base::Result<> undo_waiver(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const DebtKey& debt, std::string reason);

}  // namespace kenpo::collection
