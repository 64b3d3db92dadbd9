// Several members share a kana name and a birth date: what tells them apart at the desk
// (個人情報保護法37条2項: the society may ask for what it needs to find the data).
#pragma once

#include <cstdint>
#include <string>

#include "base/id.h"

namespace kenpo::request {

/// As what the person stands in the ledger.
enum class Membership : std::uint8_t { insured, dependent, none };

struct Candidate {
  base::PersonId person;
  std::string name = {};
  Membership membership = Membership::none;
  std::string symbol = {};  // of the latest insured period; of a dependent none
  std::string number = {};
  std::string address = {};  // with its postal code; empty: none is kept here, or it is protected
};

}  // namespace kenpo::request
