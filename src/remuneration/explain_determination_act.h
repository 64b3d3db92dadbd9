// Why a standard remuneration or a standard bonus is what it is, line by line.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"
#include "remuneration/basis_text.h"
#include "remuneration/standard_remuneration.h"

namespace kenpo::remuneration {

inline constexpr notice::Operation remuneration_explain{
    .name = "remuneration.explain",
    .japanese = "標準報酬の決定理由の表示",
    .pairs = {notice::Pair{notice::Category::eligibility,
                           notice::Purpose::standard_remuneration_determination}}};

/// What was notified, what was decided from it if anything, and the lines of the basis.
struct Explanation {
  eligibility::InsuredName insured;
  eligibility::NotifiedPay notified;
  std::optional<StandardRemuneration> remuneration;  // when one was decided from it and stands
  std::optional<BonusDecision> bonus;
  std::vector<BasisLine> lines;
};

/// By the notification that the decision was made from (StandardRemuneration::source). Refused: a
/// notification that is not there, an establishment outside the handler's scope.
base::Result<Explanation> explain_determination(eligibility::Ledger& ledger,
                                                const notice::Acting& acting,
                                                const eligibility::NotifiedPayId& notified);

}  // namespace kenpo::remuneration
