// The outcome of a receipt's eligibility check in all its parts (資格点検): validity, insured or
// dependent, share of the burden, class of the limit, third-party flag. Each with its reason.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/plain.h"
#include "base/yen.h"
#include "claim/claim.h"
#include "review/receipt_facts.h"

namespace kenpo::recourse {

enum class Agreement : std::uint8_t { agrees, differs, open };  // open: a person has to look
const char* wording(Agreement agreement);

struct OutcomeLine {
  std::string part;      // 「給付割合」
  std::string claimed;   // as the receipt says
  std::string expected;  // as the ledger says; empty where nothing is expected
  Agreement agreement = Agreement::agrees;
  base::Words reason;
  base::Plain article;
};

struct Outcome {
  std::vector<OutcomeLine> lines;
  /// What the society pays of the receipt by its group's share, in whole yen, fractions dropped.
  std::optional<base::Yen> society_pays = {};
};

/// What the ledger knows of the patient in the month of treatment.
struct PatientFacts {
  claim::Standing standing = claim::Standing::unknown_person;
  std::optional<claim::Patient> patient = {};
  std::optional<base::Date> born = {};
  std::optional<base::Date> insured_born = {};
  std::optional<base::Yen> standard = {};  // 標準報酬月額 of the insured person
};

}  // namespace kenpo::recourse
