// The payment notice on paper: page 1 the notice, page 2 the difference to last month by cause
// (counts and amounts; no names).
#pragma once

#include "base/result.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::premium {

/// 納入告知書 as PDF.
base::Result<print::Printed> print_payment_notice(const PaymentNotice& notice,
                                                  const NoticeSender& sender);

}  // namespace kenpo::premium
