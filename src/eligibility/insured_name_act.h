// What an explanation names its person by. Used by acts, under their own grant.
#pragma once

#include <string>

#include "base/result.h"
#include "eligibility/insured_period.h"
#include "eligibility/ledger.h"
#include "eligibility/person.h"

namespace kenpo::eligibility {

struct InsuredName {
  std::string name = {};  // empty when erased; 「保護の対象の人」 of a protected person
  std::string symbol = {};
  std::string number = {};
  Sheltered sheltered = Sheltered::no;  // then symbol and number are empty: they tell where
};

/// What the lists of an establishment call a protected person.
inline constexpr const char* sheltered_name = "保護の対象の人";

/// The person's name and the symbol and number of the period, as they stand at the moment.
base::Result<InsuredName> insured_name(const store::View& view, const MemberAccess& access,
                                       const base::PersonId& person, const PeriodId& period,
                                       base::Moment known_at);

}  // namespace kenpo::eligibility
