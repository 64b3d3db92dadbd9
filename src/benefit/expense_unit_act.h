// 療養費 of a household's month as units of the calculation.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "benefit/household_act.h"
#include "benefit/household_class_act.h"
#include "benefit/month_benefit.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// What a person bore of 療養費 at one institution in the month, inpatient or outpatient.
struct ExpenseUnit {
  std::size_t member = 0;
  std::string institution_name = {};
  int count = 0;
  MonthUnit unit = {};
  std::vector<law::Basis> basis = {};
};

/// The units of the members in their order, by setting and institution. Of somebody who belongs to
/// two households in the month only what counts in this one. The share that stays with a patient is
/// judged by itself, apart from the receipts of the same institution (施行令41条1項).
base::Result<std::vector<ExpenseUnit>> expense_units(const store::View& view,
                                                     const BenefitAccess& access,
                                                     const HouseholdAsked& asked,
                                                     const std::vector<Member>& members,
                                                     base::Moment now);

}  // namespace kenpo::benefit
