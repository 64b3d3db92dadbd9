// The trial of rates on paper: sums and counts, no member.
#pragma once

#include "base/result.h"
#include "collection/rate_trial.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::collection {

base::Result<print::Printed> print_rate_trial(const RateTrial& trial,
                                              const premium::NoticeSender& sender,
                                              base::Moment made_at);

}  // namespace kenpo::collection
