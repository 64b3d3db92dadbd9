// A payment pledge on paper, and the record of what was done about a payer's arrears.
#pragma once

#include "base/result.h"
#include "collection/arrears_view.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::collection {

/// 納付誓約書: for the payer to sign.
base::Result<print::Printed> print_pledge(const PayerView& payer, const Pledge& pledge,
                                          const premium::NoticeSender& sender,
                                          base::Moment made_at);

/// 滞納整理の経過: every debt with its stage, every step with its day, every instalment and how it
/// was kept; for the audit.
base::Result<print::Printed> print_arrears_record(const PayerView& payer,
                                                  const premium::NoticeSender& sender,
                                                  base::Moment made_at);

}  // namespace kenpo::collection
