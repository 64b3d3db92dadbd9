// What an explanation names its person by. Used by acts, under their own grant.
#pragma once

#include <string>

#include "base/result.h"
#include "eligibility/insured_period.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

struct InsuredName {
  std::string name = {};  // empty when erased
  std::string symbol = {};
  std::string number = {};
};

/// The person's name and the symbol and number of the period, as they stand at the moment.
base::Result<InsuredName> insured_name(const store::View& view, const MemberAccess& access,
                                       const base::PersonId& person, const PeriodId& period,
                                       base::Moment known_at);

}  // namespace kenpo::eligibility
