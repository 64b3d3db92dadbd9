// What a patient pays for a hospital meal (食事療養標準負担額): Health Insurance Act art 85(2).
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::benefit {

enum class MealClass : std::uint8_t {
  general,
  intractable,   // 指定難病・小児慢性特定疾病, taxed
  untaxed,       // 市町村民税非課税 (オ, 低所得II)
  untaxed_long,  // the same, more than 90 days in twelve months
  low_income_1   // 低所得I, 70 to 74
};

/// For one meal, at most three a day. A fault before 2018-04 and from 2026-06: amounts not known.
base::Result<law::Decision<base::Yen>> meal_burden(base::Date on, MealClass of);

}  // namespace kenpo::benefit
