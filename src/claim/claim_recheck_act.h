// The eligibility check made again: for a month, and for whoever a late notification touches.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "claim/claim_check.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::claim {

/// 資格点検のやり直し: every claim of a month is checked again.
inline constexpr notice::Operation recheck_claims_operation{
    .name = "claim.recheck",
    .japanese = "資格点検のやり直し",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment},
              notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

/// 後着の届書による資格点検: the claims of those about whom something was decided since the last time.
inline constexpr notice::Operation follow_ledger_operation{
    .name = "claim.follow_ledger",
    .japanese = "届書の後着による資格点検",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment},
              notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

struct Recheck {
  std::uint64_t claims = 0;
  std::uint64_t changed = 0;
};
/// Checks the claims of a month of claiming against the ledger as it stands now. Every changed
/// outcome is kept with the one before it.
base::Result<Recheck> recheck_claims(notice::Gate& gate, store::Database& database,
                                     const notice::Acting& acting, base::Month claimed_in,
                                     const base::TellProgress& tell = {});

/// Checks the claims of every person whose facts, periods or links were decided or withdrawn since
/// the last call, of the dependents of those people, and every claim that is nobody's yet. The
/// first call looks at all decisions there are. Changes nothing when nothing was decided.
base::Result<Recheck> follow_ledger(notice::Gate& gate, store::Database& database,
                                    const notice::Acting& acting);

}  // namespace kenpo::claim
