// Which months and bonuses bear a premium: Health Insurance Act art 156.
#pragma once

#include <optional>
#include <span>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"
#include "premium/care_exclusion.h"

namespace kenpo::premium {

/// The span of an insured status: from the day of acquisition to before the day of loss.
struct Insured {
  base::Date acquired;
  std::optional<base::Date> lost;  // not before `acquired`; none = still insured
};

/// Whether the month bears a premium: from the month of acquisition to the month before the loss;
/// the month of loss only when the status began in it.
bool month_charged(const Insured& insured, base::Month month);
law::Decision<bool> explain_month_charged(const Insured& insured, base::Month month);

/// Whether a bonus bears a premium: paid from the acquisition to before the loss, in a month that
/// is charged.
bool bonus_charged(const Insured& insured, base::Date paid_on);
law::Decision<bool> explain_bonus_charged(const Insured& insured, base::Date paid_on);

/// The months of a person's life that bear a care premium.
struct CareMonths {
  base::Month first;  // the month containing the day on which 40 is reached
  base::Month end;    // the month containing the day on which 65 is reached: no longer charged
  const law::Row* first_row = nullptr;
  const law::Row* end_row = nullptr;
};

/// The ages as of `month`; a fault before the care insurance.
base::Result<CareMonths> care_months(base::Date born, base::Month month);

/// Whether an insured person with a domestic address bears the care premium in the month.
base::Result<bool> care_charged(base::Date born, base::Month month);
/// Whether the care premium of the month is not charged because the person is outside the care
/// insurance: from the month in which they leave it to the month before they come back (art 156(1),
/// (2); 施行規則40条, 41条). Who comes back within the month of leaving is charged, and who became
/// insured by it and left within the month: by reaching 40 or by a return (施行令45条).
base::Result<bool> outside_care(std::span<const CareExclusion> exclusions, base::Date born,
                                base::Month month);
base::Result<law::Decision<bool>> explain_care_charged(base::Date born, base::Month month);

}  // namespace kenpo::premium
