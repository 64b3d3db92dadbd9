// Months without premium while somebody is detained (健康保険法118条1項): art 158.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "law/decision.h"
#include "premium/charged_rule.h"

namespace kenpo::premium {

struct DetentionDays {
  base::Date from;
  std::optional<base::Date> until = {};  // the last day; none = it goes on
};

/// Whether no premium is charged for the month: from the month of the detention (the month after
/// when the status began in that month) to the month before the release; never when detention and
/// release fall in one month. Not for voluntary continuation.
bool detention_frees(const Insured& insured, std::span<const DetentionDays> detentions,
                     base::Month month);
/// The lines for the explanation; none when there is no detention.
std::vector<law::Basis> explain_detentions(const Insured& insured,
                                           std::span<const DetentionDays> detentions,
                                           base::Month month);

}  // namespace kenpo::premium
