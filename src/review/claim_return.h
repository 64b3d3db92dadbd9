// A receipt that the reviewing organisation has sent back to its provider (返戻: HEN, SAH), as a
// file of returns told the society.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"
#include "claim/claim.h"

namespace kenpo::review {

using ReturnId = base::Id<struct ClaimReturnKind>;

struct ClaimReturn {
  ReturnId id = ReturnId::draw();
  base::PersonId person = base::PersonId::draw();  // somebody not in the ledger when unknown
  std::optional<claim::ClaimId> claim = {};        // the receipt, when it had come here
  base::Month treated_in = {};
  base::Month processed_in = {};
  char kind = '1';  // 返戻区分
  base::Moment taken_at = {};
  std::string code = {};  // 返戻事由コード
  std::string reason = {};
  std::string supplement = {};
  std::string name = {};
  std::string institution = {};
  std::string search_number = {};
};
/// 「審査上」; the code itself where it is not known.
std::string kind_words(const ClaimReturn& returned);

}  // namespace kenpo::review
