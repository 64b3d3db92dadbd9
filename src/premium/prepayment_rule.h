// Prepayment of premiums under voluntary continuation (前納): Health Insurance Act art 165, Order
// art 49.
#pragma once

#include <span>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::premium {

/// The amount to pay in advance for months whose whole rates are given in order, the first of them
/// `first`: the sum of standard × rate ÷ 1.04^(k/12) for k = 1, 2, …, each premium unrounded, the
/// total rounded half up. `flat`: a whole premium of each month besides (特別介護保険料額); empty:
/// none. Refuses no month and more than twelve.
base::Result<law::Decision<base::Yen>> prepayment(base::Month first, base::Yen standard,
                                                  std::span<const base::Rate> rates,
                                                  std::span<const base::Yen> flat = {});

/// How far `prepaid`, paid for months at other rates, reaches at these: it is applied from the
/// first month on, and each month's value is its premium in advance (Order art 50). What each then
/// lacks, in money of that month, fractions of a yen dropped; zeros when it is enough. Refuses what
/// prepayment refuses.
base::Result<std::vector<base::Yen>> prepayment_shortfalls(base::Month first, base::Yen standard,
                                                           std::span<const base::Rate> rates,
                                                           base::Yen prepaid,
                                                           std::span<const base::Yen> flat = {});

}  // namespace kenpo::premium
