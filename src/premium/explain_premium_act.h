// A person's premium of a month, line by line with its articles, and a member's difference to last
// month.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_name_act.h"
#include "eligibility/ledger.h"
#include "premium/assessment_rule.h"
#include "remuneration/basis_text.h"

namespace kenpo::premium {

inline constexpr notice::Operation premium_explain{
    .name = "premium.explain",
    .japanese = "保険料の計算理由の表示",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};
inline constexpr notice::Operation premium_difference{
    .name = "premium.difference",
    .japanese = "保険料の前月差額の一覧",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

/// One period's premium of the month as the facts stand now.
struct ExplainedPeriod {
  eligibility::InsuredName insured;
  eligibility::PeriodId period;
  base::EstablishmentId establishment;
  OwedMonth owed;
  std::vector<remuneration::BasisLine> lines;  // charged, care, monthly premium, bonus premium
};

struct ExplainedPremium {
  base::Month month = {};
  std::vector<ExplainedPeriod> periods = {};  // in scope
  std::vector<Posting> postings = {};         // what was posted for the month so far
};

/// Refused: rates that are missing; a person with no period in the handler's scope.
base::Result<ExplainedPremium> explain_premium(eligibility::Ledger& ledger,
                                               const notice::Acting& acting,
                                               const base::PersonId& person, base::Month month);

/// How a person's premium differs from last month's, by cause, in millionths of a yen.
struct PersonDifference {
  base::PersonId person;
  eligibility::PeriodId period;
  eligibility::InsuredName insured;
  CauseParts causes;
};

/// The people of an establishment whose premium differs from last month's, as the facts stand.
/// Differences of earlier months (遡及) stand in the postings and in the bill, not here.
base::Result<std::vector<PersonDifference>> show_differences(
    eligibility::Ledger& ledger, const notice::Acting& acting,
    const base::EstablishmentId& establishment, base::Month month);

}  // namespace kenpo::premium
