// How long a certificate holds: Regulation arts 47, 52, 99, 103-2, 105, and the society's own rules
// where the law leaves the end to the insurer.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "certificate/certificate.h"
#include "law/decision.h"

namespace kenpo::certificate {

struct ValidityInput {
  Kind kind = Kind::confirmation;  // not `notice`: a notice has no end
  base::Date from;                 // the first day; of an application the day it arrived
  base::Date born;
  CardUse card_use = CardUse::not_registered;  // of a confirmation document
  /// The first day without membership, when it is known (voluntary continuation, a loss to come).
  std::optional<base::Date> leaves = {};
};

/// First and last day. A certificate of an application (limit, reduction, specific disease) holds
/// from the first day of the month in which it arrived. Never past the day before the 75th birthday
/// or the last day of membership; those whose contents change at 70 end with the month in which 70
/// is reached. Refused: a first day on which the law has no such paper; a paper that would end
/// before it begins.
base::Result<law::Decision<base::Span>> validity(const ValidityInput& input);

/// The last day (31 July) of the tax year in which the day lies.
base::Result<law::Decision<base::Date>> tax_year_end(base::Date day);

/// The last day (31 August) before the shares of the elderly are judged anew.
base::Result<law::Decision<base::Date>> judged_until(base::Date day);

}  // namespace kenpo::certificate
