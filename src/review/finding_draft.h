// What one check says of a receipt, before it is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.h"
#include "review/check_row.h"

namespace kenpo::review {

struct FindingDraft {
  const CheckRow* check = nullptr;
  claim::ClaimId claim = claim::ClaimId::draw();
  std::optional<claim::ClaimId> other = {};  // the receipt to look at beside it
  std::int64_t yen = 0;      // what is claimed for it: what a request can bring at most
  std::string evidence;      // in words: codes, days, counts
  std::string subject;       // what of the receipt: a code, a day; tells two findings apart
  std::uint32_t row = 0;     // 行番号 of the receipt; 0 = the receipt as a whole
  std::uint16_t branch = 0;
};

/// One key a finding: the same rule about the same thing of the same receipts.
std::string key_of(const FindingDraft& draft);

}  // namespace kenpo::review
