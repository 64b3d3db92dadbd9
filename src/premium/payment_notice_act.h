// The payment notice of an establishment: shown while the month is open, issued once. No personal
// data: totals, and counts of people by cause.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/payment_notice.h"

namespace kenpo::premium {

inline constexpr notice::Operation payment_notice_show{.name = "payment_notice.show",
                                                       .japanese = "納入告知の表示",
                                                       .statute = notice::Statute::no_personal_data,
                                                       .runner = notice::Runner::staff_or_program};
/// Claims money of an employer: for the role of the levy, though no personal data is in it.
inline constexpr notice::Operation payment_notice_issue{
    .name = "payment_notice.issue",
    .japanese = "納入の告知",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}},
    .runner = notice::Runner::staff_or_program};

/// The bill as it stands. Refused: an establishment that is unknown or outside the handler's scope,
/// a month that was not levied.
base::Result<PaymentNotice> show_payment_notice(eligibility::Ledger& ledger,
                                                const notice::Acting& acting,
                                                const base::EstablishmentId& establishment,
                                                base::Month month);

/// The bills of a month, every establishment in scope with an amount.
base::Result<std::vector<PaymentNotice>> list_payment_notices(eligibility::Ledger& ledger,
                                                              const notice::Acting& acting,
                                                              base::Month month);

/// Issues the notice: nothing is added to the bill afterwards. Issued before: the same again,
/// nothing changes. Refused: bills that nobody released as they stand (closing_store); one of zero
/// or less, which has no notice: its amount is set off.
base::Result<PaymentNotice> issue_payment_notice(eligibility::Ledger& ledger,
                                                 const notice::Acting& acting,
                                                 const base::EstablishmentId& establishment,
                                                 base::Month month);

/// Debits and credits of both ledgers over all time are equal. A fault names the ledger.
base::Result<> check_levy_ledger(eligibility::Ledger& ledger, const notice::Acting& acting);

}  // namespace kenpo::premium
