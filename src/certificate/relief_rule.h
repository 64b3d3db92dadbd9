// Relief on application for people from 70 who would pay 30 % (基準収入額適用申請): Order art
// 34(2), Regulation arts 55 and 56.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::certificate {

/// What the society's own ledger says about the year whose receipts count.
struct ReliefOutlook {
  base::Month month = {};       // of treatment
  int months_known = 0;         // of that year, with a standard remuneration
  base::Yen remuneration = {};  // their standards and the standard bonuses of the year
  int members = 1;              // the insured person and the dependents from 70
};

/// Whether an application could be granted, as far as the society can see: not when the standards
/// of the whole year alone reach the bound. Who has receipts that the society does not know is
/// found out by the application.
base::Result<law::Decision<bool>> may_gain(const ReliefOutlook& outlook);

/// From when to when a granted application counts: from the month after it arrived, or from the
/// first month of its income year when it arrived before; to 31 August.
base::Result<law::Decision<base::Span>> relief_span(base::Date applied_on, int income_year_wanted);

}  // namespace kenpo::certificate
