// Content check of doses against the society's own limits (用量, 長期投与).
#pragma once

#include <vector>

#include "review/content_rule.h"

namespace kenpo::review {

/// Adds what is above a limit of `answers.doses`: of one day or time where the row's kind is
/// dose_amount, of days or times where it is dose_days.
void check_dose(const ReceiptFacts& receipt, const CheckRow& check, const MasterAnswers& answers,
                std::vector<FindingDraft>& found);

}  // namespace kenpo::review
