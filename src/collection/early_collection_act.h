// 繰上徴収 asked by one person and released by another one (健康保険法172条, 施行規則137条).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "collection/early_collection.h"
#include "collection/receipt_act.h"
#include "staff/approval_act.h"

namespace kenpo::collection {

inline constexpr notice::Operation early_collection_ask{.name = "early_collection.ask",
                                                        .japanese = "繰上徴収の承認の求め",
                                                        .verb = notice::Verb::write,
                                                        .pairs = for_collection};

inline constexpr std::string_view early_collection_kind_name = "early_collection";
/// The demand is due on the earlier day once a second person has agreed. Refused at the decision:
/// what check_early refuses then.
staff::ApprovalKind early_collection_kind();

struct EarlyOrder {
  DebtKey debt;
  EarlyGround ground = EarlyGround::bankruptcy;
  base::Date due = {};
  std::string reason = {};  // and what shows the ground; no names of people
};
/// Lays the demand before a second person. Refused: a payer outside the handler's range, what
/// check_early refuses.
base::Result<base::CaseId> propose_early_collection(eligibility::Ledger& ledger,
                                                    staff::Approvals& approvals,
                                                    const notice::Acting& acting,
                                                    const EarlyOrder& order);

/// Refuses a debt that is no premium, is paid, is due already or was brought forward before, and a
/// day that is past or not before its due date.
base::Result<> check_early(const Debt& debt, base::Date due, base::Date today);

}  // namespace kenpo::collection
