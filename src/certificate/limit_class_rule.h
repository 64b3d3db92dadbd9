// The class of the limit for people under 70 (限度額適用区分): Order art 42(1), Regulation 103-2.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::certificate {

/// Whether the insured person pays the municipal tax (市町村民税). April to July count the tax of
/// the fiscal year before; the caller looks it up.
enum class MunicipalTax : std::uint8_t { taxed, untaxed };

/// The class of the insured person and of all dependents under 70 on `on`, from the insured
/// person's standard remuneration of that month. A fault where the law book has no classes.
base::Result<law::Decision<LimitClass>> limit_class(base::Date on, base::Yen standard,
                                                    MunicipalTax tax);

}  // namespace kenpo::certificate
