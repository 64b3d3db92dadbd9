// What stays with a person of care for which 療養費 was paid: Health Insurance Act arts 87, 110, 115.
#pragma once

#include "base/yen.h"
#include "benefit/medical_expense.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// The burden that counts as 一部負担金等 of the month: the expense found less the 療養費 paid, which
/// is not more than it.
law::Decision<base::Yen> expense_burden(base::Yen found, base::Yen paid);

}  // namespace kenpo::benefit
