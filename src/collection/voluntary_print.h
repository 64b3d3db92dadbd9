// Papers for a voluntary member: the payment slip (納付書, 施行規則138条) and the certificate of what
// was paid in a year. No address stands on them: the member's is nobody else's to read.
#pragma once

#include "base/result.h"
#include "collection/voluntary_view.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::collection {

/// 納付書 of a demand.
base::Result<print::Printed> print_slip(const MemberView& member, const VoluntaryDemand& demand,
                                        const premium::NoticeSender& sender,
                                        base::Moment made_at);

/// Several of them in one file, each on a sheet of its own. Refused: more than slips_of_a_file.
base::Result<print::Printed> print_slips(const std::vector<MemberSlip>& slips,
                                         const premium::NoticeSender& sender,
                                         base::Moment made_at);

/// Payments whose day lies in the calendar year.
std::vector<MemberPayment> payments_in(const MemberView& member, int year);

/// 保険料納付証明書: by the day of payment, as the tax return asks for it.
base::Result<print::Printed> print_certificate(const MemberView& member, int year,
                                               const premium::NoticeSender& sender,
                                               base::Moment made_at);

}  // namespace kenpo::collection
