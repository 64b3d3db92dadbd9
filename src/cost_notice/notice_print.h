// The medical cost notice as PDF: one person's, or those of a run, each on its own sheets.
#pragma once

#include <vector>

#include "base/result.h"
#include "cost_notice/cost_notice.h"
#include "premium/payment_notice.h"
#include "print/sheet.h"

namespace kenpo::cost_notice {

/// The items of the deduction of the income tax (所得税法施行規則47条の2), what the society and public
/// payers bore, what was given beside, the complaint desk. Several notices: each begins on a new
/// page, with its own address block.
base::Result<print::Printed> print_notices(const std::vector<CostNotice>& notices,
                                           const premium::NoticeSender& sender,
                                           base::Moment made_at);

}  // namespace kenpo::cost_notice
