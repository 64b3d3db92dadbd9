// 高額療養費・付加給付の支給決定通知書 as PDF.
#pragma once

#include "base/result.h"
#include "benefit/high_cost.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::benefit {

/// The decision to the insured person: amounts, month, how it is paid, appeal, complaint desk.
base::Result<print::Printed> print_award_letter(const AwardLetter& letter,
                                                const premium::NoticeSender& sender,
                                                base::Moment made_at);

}  // namespace kenpo::benefit
