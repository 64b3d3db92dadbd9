// The single risks of a check-up against the bounds of a group of law rows.
#pragma once

#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "checkup/findings.h"
#include "law/decision.h"

namespace kenpo::checkup {

/// The bounds by their group of rows (`checkup.guidance`, `checkup.metabolic`) and day.
struct Bounds {
  std::string_view group;
  base::Date on;
};

/// Waist from 85 (90) cm.
base::Result<Possible> waist_risk(const Bounds& bounds, const Findings& found,
                                  std::vector<law::Basis>& basis);
/// Systolic or diastolic pressure from the bound.
base::Result<Possible> pressure_risk(const Bounds& bounds, const Findings& found,
                                     std::vector<law::Basis>& basis);
/// Triglyceride from the bound (fasting; else casual where the group has a bound for it), or HDL
/// under the bound.
base::Result<Possible> lipid_risk(const Bounds& bounds, const Findings& found,
                                  std::vector<law::Basis>& basis);
/// The first that was measured of fasting glucose, HbA1c and (where the group has a bound for it)
/// casual glucose, from its bound.
base::Result<Possible> glucose_risk(const Bounds& bounds, const Findings& found,
                                    std::vector<law::Basis>& basis);

/// A value from the bound `name`, for instance `checkup.guidance.bmi`.
base::Result<Possible> reaches(std::string_view name, base::Date on, std::optional<Measure> value);

/// A line of the basis: yes, no, or open because an item is missing.
law::Basis line_of(base::Words question, Possible answer);

}  // namespace kenpo::checkup
