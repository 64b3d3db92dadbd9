// Where a letter reaches a person.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"

namespace kenpo::eligibility {

/// 「〒100-0001」; empty unless the code has seven digits.
std::string postal_words(std::string_view postal_code);

/// The lines above the name: the person's address, unless it is no home (address_origin.h); a
/// dependent's without one is the insured
/// person's. To a protected person only the address that the protection keeps, and nothing through
/// a protected insured person. Empty: the post does not reach the person.
base::Result<std::vector<std::string>> posted_address(const store::View& view,
                                                      const MemberAccess& access,
                                                      const base::PersonId& person,
                                                      base::Moment now);

/// The same; and where the post does not reach a person who is not protected, nor is the insured
/// person, the employer's address of today, 気付.
base::Result<std::vector<std::string>> letter_address(const store::View& view,
                                                      const MemberAccess& access,
                                                      const base::PersonId& person,
                                                      base::Moment now);

}  // namespace kenpo::eligibility
