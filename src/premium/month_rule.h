// The premium of one month or one bonus of one insured person: Health Insurance Act arts 156, 161,
// 167 and the act on fractions of public claims.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/yen.h"
#include "law/decision.h"
#include "premium/rates.h"

namespace kenpo::premium {

/// Whether the insured person bears the care premium in the month.
enum class Care : std::uint8_t { not_charged, charged };

/// Total = insured + employer, always.
struct MonthPremium {
  base::Yen total;     // fractions dropped
  base::Yen insured;   // 50 sen and under dropped, over 50 sen raised
  base::Yen employer;  // the rest
  friend bool operator==(const MonthPremium&, const MonthPremium&) = default;
};

/// The rates that apply together: general with adjustment, child, and care where it is charged by
/// its rate.
SharedRate applied_rate(const Rates& rates, Care care);
/// 特別介護保険料額, where care is charged by it; nothing elsewhere.
SharedYen applied_flat(const Rates& rates, Care care);

/// The premium on a standard monthly remuneration or a standard bonus. The insured share is one sum
/// of all rates, rounded once, or the contribution for children by itself (ChildRounding). Where
/// the insured person bears the whole (voluntary continuation), insured = total. Allocates nothing:
/// the levy calls it for everybody.
MonthPremium month_premium(base::Yen standard, const Rates& rates, Care care);

/// The same with its basis.
law::Decision<MonthPremium> explain_month_premium(base::Yen standard, const Rates& rates,
                                                  Care care);

}  // namespace kenpo::premium
