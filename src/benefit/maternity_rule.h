// Period of the maternity allowance (出産手当金): Health Insurance Act art 102(1).
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::benefit {

enum class Pregnancy : std::uint8_t { single, multiple };

struct MaternityInput {
  base::Date expected;
  base::Date born;
  Pregnancy pregnancy = Pregnancy::single;
  std::optional<base::Date> absent_from = {};  // the first day not worked
};

/// From 42 (98) days before the birth, or before the expected day when the birth was later, never
/// before the first day not worked, to 56 days after the birth. The day of birth belongs to the
/// days before. A fault when the first day not worked is after the period.
base::Result<law::Decision<base::Span>> maternity_period(const MaternityInput& input);

}  // namespace kenpo::benefit
