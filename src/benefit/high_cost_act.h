// 高額療養費・付加給付の計算: every household with care that may lead to a benefit, computed when its
// claims come in and again whenever eligibility, remuneration, a certificate, the society's rules
// or a claim changes. What is due beyond what was decided becomes a proposal that a person decides.
//
// Nothing is overwritten: a new fact makes a new result beside the old one. A run that is stopped
// goes on where it was; a run without new facts changes nothing.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "benefit/high_cost.h"
#include "eligibility/ledger.h"
#include "notice/gate.h"

namespace kenpo::benefit {

inline constexpr notice::Pair claim_pair{notice::Category::medical_claim,
                                         notice::Purpose::benefit_examination_and_payment};
inline constexpr notice::Pair member_pair{notice::Category::eligibility,
                                          notice::Purpose::member_administration};
inline constexpr notice::Pair benefit_pair{notice::Category::cash_benefit,
                                           notice::Purpose::benefit_examination_and_payment};

inline constexpr notice::Operation high_cost_compute{
    .name = "high_cost.compute",
    .japanese = "高額療養費・付加給付の計算",
    .verb = notice::Verb::write,
    .pairs = {claim_pair, member_pair, benefit_pair},
    .runner = notice::Runner::staff_or_program};

/// Households of one transaction: about a tenth of a second, and one leaf of the log.
inline constexpr std::size_t households_of_a_chunk = 200;

struct HighCostDone {
  std::int64_t households = 0;  // looked at, each with a month
  std::int64_t changed = 0;     // with another result than before
  std::int64_t proposed = 0;    // new proposals
  std::int64_t no_figures = 0;  // of months for which the law book has no figures
};

/// Computes what has come or changed since the last time; all there is at the first.
base::Result<HighCostDone> keep_high_cost(eligibility::Ledger& ledger,
                                          const notice::Acting& acting,
                                          const base::TellProgress& tell = {});

/// The same beside the running office: nothing before the month's work has run once.
base::Result<HighCostDone> follow_high_cost(eligibility::Ledger& ledger,
                                            const notice::Acting& acting);

/// Computes one household and month again because somebody asks for it or a fact has changed.
base::Result<HighCostDone> recompute_high_cost(eligibility::Ledger& ledger,
                                               const notice::Acting& acting,
                                               const base::PersonId& insured, base::Month month,
                                               ComputedFor cause = ComputedFor::asked);

}  // namespace kenpo::benefit
