// What the eligibility check (資格点検) compares: a claim's treatment and the people of the ledger.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "claim/claim.h"

namespace kenpo::claim {

/// What the check reads of a claim.
struct Treatment {
  base::Month treated_in;
  std::vector<base::Date> days;  // days of treatment in that month; empty when the claim names none
  Patient patient = Patient::unknown;
  Sex sex = Sex::unknown;
  std::optional<base::Date> born;
  std::string branch;  // 枝番, two digits; empty when the claim names none
};

/// Somebody under the claim's symbol and number, as the ledger knows them now.
struct Candidate {
  base::PersonId person;
  base::EstablishmentId establishment;  // of the number: for a dependent the insured person's
  Patient patient = Patient::insured;
  Sex sex = Sex::unknown;
  base::Date born;
  std::string branch;               // `00` for the insured person
  std::vector<base::Span> covered;  // the days of eligibility: an insured person to the day before
                                    // the loss, a dependent within the insured person's periods
};

struct Standings {
  Standing standing = Standing::unknown_person;
  std::optional<std::size_t> candidate;  // which candidate the claim is about
};

}  // namespace kenpo::claim
