// The eligibility check (資格点検): was the patient of a claim insured here on the days of
// treatment?
#pragma once

#include <span>

#include "claim/treatment.h"
#include "law/decision.h"

namespace kenpo::claim {

/// Decides by the first step that says no:
/// somebody stands under symbol and number; one of them has the branch, or birth date and sex;
/// birth date, sex and insured/dependent agree; every day of treatment is covered (健康保険法63条,
/// 36条: benefits end with the status; 110条 for dependents).
Standings check_standing(const Treatment& treatment, std::span<const Candidate> candidates);

/// The same with the steps in words, for the screen.
law::Decision<Standings> explain_standing(const Treatment& treatment,
                                          std::span<const Candidate> candidates);

}  // namespace kenpo::claim
