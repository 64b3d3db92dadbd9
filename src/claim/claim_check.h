// The history of a claim's eligibility check (資格点検): each time its outcome has changed, and why it
// was asked again.
#pragma once

#include "base/clock.h"
#include "claim/claim.h"

namespace kenpo::claim {

/// Why the check was made again.
enum class CheckCause : std::uint8_t {
  month,        // the month's work, or somebody asked for it
  late_notice,  // 届書の後着: a decision about the people of the claim
};
/// 「届書の後着」
const char* wording(CheckCause cause);

/// Whose the claim is since the change. `away` stands in the history of whoever it was filed under
/// before: their benefits and findings are looked at again, too.
enum class Moved : std::uint8_t { no = 0, here = 1, away = 2 };

/// One change of the outcome. The outcome before the first of them was that of the intake.
struct ClaimCheck {
  ClaimId claim = ClaimId::draw();
  base::Moment checked_at;
  CheckCause cause = CheckCause::month;
  Standing before = Standing::valid;
  Standing after = Standing::valid;
  Moved moved = Moved::no;
};

/// One time that the claims followed the ledger.
struct CheckRun {
  base::Moment ran_at;
  CheckCause cause = CheckCause::month;
  std::uint64_t claims = 0;   // looked at
  std::uint64_t changed = 0;
};

}  // namespace kenpo::claim
