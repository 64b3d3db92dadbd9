// The yearly erasure of benefits whose period is over: proposed by general affairs, decided by a
// second person, certified (pair 43; 個人情報保護法22条).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "staff/approval_act.h"
#include "staff/employee_act.h"
#include "staff/welfare_erasure.h"

namespace kenpo::staff {

inline constexpr notice::Operation show_welfare_due_operation{
    .name = "welfare.due", .japanese = "福利厚生の記録の保存期限", .pairs = {welfare_pair}};
/// As two people have decided.
inline constexpr notice::Operation erase_welfare_operation{
    .name = "welfare.erase",
    .japanese = "福利厚生の記録の消去",
    .verb = notice::Verb::erase,
    .pairs = {welfare_pair},
    .runner = notice::Runner::staff_or_program};

inline constexpr std::string_view welfare_kind_name = "welfare_erasure";

struct WelfareDue {
  std::vector<KeptBenefit> due;  // the period is over, the oldest first
  std::int64_t kept = 0;         // still within theirs
  std::vector<WelfareErasure> certificates;
};
base::Result<WelfareDue> show_welfare_due(const PeopleOffice& office,
                                          const notice::Acting& acting);

/// Proposes to erase all that is due today. Refused: nothing is due.
base::Result<base::CaseId> propose_welfare_erasure(const PeopleOffice& office,
                                                   const notice::Acting& acting,
                                                   std::string reason);
/// Erases what was due on the day of the proposal, withdrawn rows included, and keeps the
/// certificate. Refused when it is no longer as many as were proposed.
ApprovalKind welfare_erasure_kind();

}  // namespace kenpo::staff
