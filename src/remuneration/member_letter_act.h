// On which letters the decisions about one person went out.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_name_act.h"
#include "remuneration/decision_letter_act.h"

namespace kenpo::remuneration {

/// One decision, the newest first, with the letter that told the employer; none: not told yet.
struct MemberLetter {
  base::Words decision = {};
  base::Month from = {};
  base::Yen standard = {};
  std::optional<IssuedLetter> letter = {};
};
struct MemberLetters {
  eligibility::Person person;
  std::vector<MemberLetter> letters = {};
};

/// Decisions of the handler's establishments only. A released letter counts when the decision was
/// known when it was issued. Of a protected person no letter is named: it names the establishment.
base::Result<MemberLetters> letters_of_member(eligibility::Ledger& ledger,
                                              const notice::Acting& acting,
                                              const base::PersonId& person);

}  // namespace kenpo::remuneration
