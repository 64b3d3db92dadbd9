// The outcome of one receipt against the ledger as it stands now.
#pragma once

#include <optional>

#include "base/result.h"
#include "notice/gate.h"
#include "recourse/outcome.h"
#include "review/review_run_act.h"
#include "store/database.h"

namespace kenpo::recourse {

struct RecourseOffice {
  notice::Gate& gate;
  store::Database& database;
};

inline constexpr notice::Pair members_pair{notice::Category::eligibility,
                                           notice::Purpose::member_administration};

inline constexpr notice::Operation outcome_show{.name = "claim.outcome",
                                                .japanese = "レセプトの資格点検の結果の表示",
                                                .pairs = {review::review_pair, members_pair}};

struct OutcomeView {
  claim::Claim claim;
  Outcome outcome;
};
/// Nullopt: no such receipt. Refused: one outside the handler's establishments.
base::Result<std::optional<OutcomeView>> show_outcome(const RecourseOffice& office,
                                                      const notice::Acting& acting,
                                                      const claim::ClaimId& id);

/// Who is insured: the person, or whose dependent the person is or was last.
base::Result<base::PersonId> insured_behind(
    const store::View& view, const notice::Access<notice::Category::eligibility>& access,
    const base::PersonId& person, base::Moment now);

}  // namespace kenpo::recourse
