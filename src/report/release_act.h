// What two people decide about a month: that its bills may go out, and that it is closed. Both are
// kinds of staff/approval_act; what is carried out is what was laid before the second person.
#pragma once

#include <string>

#include "base/result.h"
#include "report/month_board_act.h"
#include "staff/approval_act.h"

namespace kenpo::report {

inline constexpr std::string_view bill_release_kind_name = "bill_release";
inline constexpr std::string_view month_closing_kind_name = "month_closing";

/// The bills go out when a second person has seen the list of differences. Refused at the decision:
/// bills that are no longer those that were laid before the second person.
staff::ApprovalKind bill_release_kind();
/// The month is closed. Refused at the decision: a task that is not out of the way any more.
staff::ApprovalKind month_closing_kind();

/// What the second person is shown about the month's bills.
struct ReleaseSummary {
  base::Month month = {};
  std::string digest = {};
  std::int64_t establishments = 0;
  std::int64_t people = 0;  // in the levy
  std::int64_t undetermined = 0;  // of them levied as before although a determination is open
  base::Yen billed = {};
  base::Yen last_month = {};
};
base::Result<ReleaseSummary> show_release(eligibility::Ledger& ledger,
                                          const notice::Acting& acting, base::Month month);

/// Lays the release, or the closing, before a second person. Refused: a month whose tasks before it
/// are not out of the way; what was asked already.
base::Result<base::CaseId> propose_release(eligibility::Ledger& ledger,
                                           staff::Approvals& approvals,
                                           const notice::Acting& acting, base::Month month,
                                           const AskedDecisions& asked,
                                           const std::string& reason);
base::Result<base::CaseId> propose_closing(eligibility::Ledger& ledger,
                                           staff::Approvals& approvals,
                                           const notice::Acting& acting, base::Month month,
                                           const AskedDecisions& asked,
                                           const std::string& reason);

/// What waits for a second person about the month, as far as the visitor may see it.
base::Result<AskedDecisions> asked_about(staff::Approvals& approvals,
                                         const notice::Acting& acting, base::Month month,
                                         base::Moment now);

}  // namespace kenpo::report
