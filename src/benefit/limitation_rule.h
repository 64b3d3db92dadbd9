// When the right to a benefit lapses (時効): Health Insurance Act art 193(1), civil code art 143.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// A benefit whose time begins on the day after its fact: the cost was paid (療養費, 移送費), the
/// day of incapacity (each day for itself), the birth, the death or the burial.
base::Result<law::Decision<base::Span>> limitation_after(base::Date fact);

/// High-cost medical expense: the time begins on the 1st of the month after the treatment.
base::Result<law::Decision<base::Span>> limitation_after(base::Month treatment);

}  // namespace kenpo::benefit
