// High-cost medical expense of a household in a month (高額療養費の世帯合算): Order arts 41 and 42.
#pragma once

#include <optional>
#include <span>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "benefit/treatment.h"
#include "certificate/limit_class.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// What one person paid at one institution, inpatient or outpatient, medical or dental, in the
/// month (pharmacy receipts stand with the outpatient care that prescribed them).
struct BurdenUnit {
  int person = 0;  // any number that tells the people of the household apart
  certificate::LimitClass of = certificate::LimitClass::u;  // of the person: under 70 or 70 to 74
  Setting setting = Setting::inpatient;
  base::Yen burden;  // after in-kind limits
  base::Yen cost;    // whole cost (10割)
  /// What the threshold of a unit is compared with, where that is not the burden: care with a
  /// subsidy, the month of turning 75.
  std::optional<base::Yen> judged = {};
};

struct HouseholdInput {
  base::Month month;
  certificate::LimitClass of = certificate::LimitClass::u;  // the insured person's class under 70
  std::span<const BurdenUnit> units;
  Frequent frequent = Frequent::no;
};

/// The benefit and the steps it comes from: outpatient care of each person of 70 to 74, their
/// limit together, the whole household. A fault when the people of 70 to 74 have several classes
/// (all follow the insured person) or `of` is none of the classes under 70.
base::Result<law::Decision<base::Yen>> household_benefit(const HouseholdInput& input);

/// The same with its parts.
struct HouseholdBenefit {
  base::Yen total;
  base::Yen outpatient_only;  // of it under the outpatient limits of people of 70 to 74
  base::Yen joined;           // burden that was added together
  int joined_units = 0;
};
base::Result<law::Decision<HouseholdBenefit>> household_division(const HouseholdInput& input);

/// Whether the unit joins: of 70 to 74 always, else from the threshold on (21,000 yen).
base::Result<bool> joins_household(const BurdenUnit& unit, base::Month month);

}  // namespace kenpo::benefit
