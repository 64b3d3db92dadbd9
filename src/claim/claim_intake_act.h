// Taking in a claims file: whole or not at all, each receipt checked against the ledger.
#pragma once

#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "base/plain.h"
#include "base/progress.h"
#include "base/result.h"
#include "claim/claim_intake.h"
#include "notice/gate.h"
#include "store/database.h"

namespace kenpo::claim {

/// レセプトの取込と資格点検: the claim under 保険給付の審査・支払, the ledger under 加入者の管理.
inline constexpr notice::Operation intake_claims_operation{
    .name = "claim.intake",
    .japanese = "レセプトの取込と資格点検",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::medical_claim,
                           notice::Purpose::benefit_examination_and_payment},
              notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}},
    .runner = notice::Runner::staff_or_program};

struct ClaimIntakeReport {
  ClaimIntake intake;
  bool already = false;  // the same file was taken in before; nothing has changed
};

/// Takes in the bytes of a file that format::claim::looks_like recognises. Refused as a whole, with
/// every fault: a file that the reader refuses, receipts of another insurer, receipts that were
/// taken in before. `file` names it in the faults.
base::Result<ClaimIntakeReport> intake_claims(notice::Gate& gate, store::Database& database,
                                              const notice::Acting& acting, base::Plain file,
                                              base::LargeBytes bytes,
                                              const base::TellProgress& tell = {});

}  // namespace kenpo::claim
