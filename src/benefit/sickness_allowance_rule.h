// Sickness and injury allowance (傷病手当金): Health Insurance Act arts 99 and 108. The daily
// amount is also that of the maternity allowance (art 102(2)).
#pragma once

#include <optional>
#include <span>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// The thirtieth of the average standard (to 10 yen), and two thirds of it.
struct DailyAmount {
  base::Yen base;
  base::Yen daily;
  friend bool operator==(const DailyAmount&, const DailyAmount&) = default;
};

/// The daily amount of a benefit first paid for `first_paid_on`. `standards`: of the months under
/// this society, oldest first, up to the month of that day; the last twelve count. With fewer,
/// `society_average` is needed: the raw average of all insured persons on 30 September of the
/// fiscal year before. A fault when it is missing then, and without any month.
base::Result<law::Decision<DailyAmount>> sickness_daily_amount(
    base::Date first_paid_on, std::span<const base::Yen> standards,
    std::optional<base::Yen> society_average);

/// How long it is paid.
struct SicknessSpan {
  base::Date last_on;  // eighteen months from the first paid day
  // The rest only where paid days are counted: benefits first paid from 2020-07-02.
  std::optional<int> days;
  std::optional<int> remaining;
  std::optional<base::Date> ends_on;  // when unfit without a break from `resumes`
  friend bool operator==(const SicknessSpan&, const SicknessSpan&) = default;
};

/// `paid_days`: days paid so far. `resumes`: the first day unfit again. A fault when it is before
/// the first paid day.
base::Result<law::Decision<SicknessSpan>> sickness_span(base::Date first_paid_on, int paid_days,
                                                        std::optional<base::Date> resumes);

/// What a claim is paid.
struct SicknessClaim {
  base::Yen daily;
  int days = 0;            // unfit days of the claim
  int waiting = 0;         // of them, days of waiting still to pass
  base::Yen pay_daily;     // pay for a day
  base::Yen pension_year;  // pension of a year for the same illness (after loss: old-age pension)
};

struct SicknessPayment {
  base::Yen paid_daily;
  base::Yen amount;
  friend bool operator==(const SicknessPayment&, const SicknessPayment&) = default;
};

/// The daily amount less the larger of pay and a day of the pension, for the days after the
/// waiting. `on` chooses the law.
base::Result<law::Decision<SicknessPayment>> sickness_payment(base::Date on,
                                                              const SicknessClaim& claim);

}  // namespace kenpo::benefit
