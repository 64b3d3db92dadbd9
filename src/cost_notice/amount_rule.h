// What a receipt of the medical cost notice (医療費通知) says the patient has paid: Health Insurance
// Act arts 74, 110; for the deduction of the income tax (医療費控除: 所得税法73条, 120条4項).
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "cost_notice/paid_amounts.h"

namespace kenpo::cost_notice {

/// The three parts add up to the cost. A fault where the law book has no share for the month.
base::Result<PaidAmounts> paid_amounts(const ReceiptCost& receipt);

/// Whether a notice about somebody goes to the insured person as parent: until majority (民法4条).
base::Result<bool> is_minor(base::Date born, base::Date on);

}  // namespace kenpo::cost_notice
