// Words for what stands in a person's ledger.
#pragma once

#include <string>

#include "eligibility/dependent_link.h"
#include "eligibility/insured_period.h"
#include "eligibility/person.h"

namespace kenpo::premium {

const char* wording(eligibility::Sex sex);
const char* wording(eligibility::Status status);
const char* wording(eligibility::EndReason reason);
const char* wording(eligibility::Relation relation);

/// 「昭和60年4月1日(41歳)」
std::string birth_words(base::Date born, base::Date today);
/// 「〒100-0000 東京都…」
std::string address_words(const eligibility::Person& person);

}  // namespace kenpo::premium
