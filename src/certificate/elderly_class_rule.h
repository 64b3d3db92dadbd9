// The class of the limit for people of 70 to 74: Order art 42(3).
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::certificate {

/// 現役並み所得者 are those who pay 30 % (elderly_share).
enum class ElderlyShare : std::uint8_t { ordinary, active_income };

/// 低所得II: the insured person is not charged municipal tax. 低所得I: nobody of the household is,
/// and no income is left after the deductions (of a public pension, 806,700 and from 2026-08
/// 826,500 yen).
enum class LowIncome : std::uint8_t { none, untaxed, no_income };

/// The class on `on`, of a person of 70 to 74, from the insured person's standard remuneration. A
/// fault before 2018-08 and from 2027-08.
base::Result<law::Decision<LimitClass>> elderly_limit_class(base::Date on, ElderlyShare share,
                                                            base::Yen standard,
                                                            LowIncome low_income);

}  // namespace kenpo::certificate
