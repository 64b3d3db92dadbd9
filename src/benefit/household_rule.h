// High-cost medical expense of a household in a month (高額療養費の世帯合算): Order arts 41 and 42.
#pragma once

#include <span>
#include <string_view>

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

}  // namespace kenpo::benefit
