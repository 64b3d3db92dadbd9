// The late charge on one debt: whether it bears one at all, and how much (健康保険法181条).
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "collection/arrears.h"
#include "collection/receipt.h"
#include "law/decision.h"

namespace kenpo::collection {

/// Premiums alone bear a late charge; a prepayment that is not paid in time lapses instead
/// (施行規則139条).
inline bool bears_charge(const DebtKey& demand) { return late_charge_of(demand).has_value(); }

/// The deadline of the last reminder that stands: one issued after the premium was paid in full
/// reminds of nothing. None: no reminder was issued.
std::optional<base::Date> reminder_deadline(const Debt& debt,
                                            const std::vector<ArrearsStep>& steps);

/// The waiver for unavoidable circumstances that stands for the debt, if any.
const ArrearsStep* charge_waiver(const Debt& debt, const std::vector<ArrearsStep>& steps);

/// The charge, were what is left of the debt paid on `until`. Zero with its reason: no reminder,
/// waived, and what premium::late_charge says.
base::Result<law::Decision<base::Yen>> charge_on(const Debt& debt,
                                                 const std::vector<ArrearsStep>& steps,
                                                 const std::vector<Allocation>& allocations,
                                                 base::Date until);

}  // namespace kenpo::collection
