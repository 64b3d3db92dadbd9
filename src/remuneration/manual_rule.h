// What a manual determination makes of its input. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "eligibility/insured_period.h"
#include "law/decision.h"
#include "remuneration/annual_average_rule.h"
#include "remuneration/leave_end_rule.h"
#include "remuneration/manual_determination.h"
#include "remuneration/revision_rule.h"

namespace kenpo::remuneration {

/// Another workplace of somebody employed at several: the society's symbol (記号) of its
/// establishment, which pays its part of the premium.
struct OtherWorkplace {
  std::string symbol;
  base::Yen monthly;
};
/// 二以上事業所勤務: what each workplace pays, from the month on. `own`: that of the period. None
/// besides: it is the only one again.
struct WorkplacesInput {
  base::Month from;
  base::Yen own;
  std::vector<OtherWorkplace> others = {};
};
/// 随時改定 of somebody employed at several: the fixed pay changed at one of them.
struct WorkplacesRevisionInput {
  /// The month is the fourth from the change. What the changed workplace pays is left out: zero as
  /// `own`, or not among `others`.
  WorkplacesInput places;
  RevisionInput changed;   // the three months of the changed workplace alone
  std::string changed_at;  // its symbol; empty: the workplace of the period
};
/// With the average of the changed workplace, cut to the yen, in its place.
WorkplacesInput with_changed(const WorkplacesRevisionInput& input);
/// 保険者算定 by the method of the society's charter: the amount it gives.
struct InsurerInput {
  base::Month from;
  base::Yen monthly;
};
using ManualInput = std::variant<LeaveEndInput, AnnualRegularInput, AnnualRevisionInput,
                                 RevisionInput, WorkplacesInput, InsurerInput,
                                 WorkplacesRevisionInput>;

struct ManualOutcome {
  base::Month from = {};
  base::Yen monthly = {};
  Grade grade = {};
  std::optional<base::Yen> previous_standard = {};
  int fallen_grades = 0;  // grades lower than before; 0 or less: none
};

/// The present standard is taken from `decisions` (those of the period, by month). Refused: a month
/// outside the period, no present standard where the rule compares with one, conditions of the rule
/// that are not met; the fault says which.
base::Result<law::Decision<ManualOutcome>> decide_manual(
    const eligibility::InsuredPeriod& period, const std::vector<StandardRemuneration>& decisions,
    const ManualInput& input);

/// Whether a second person decides on what a clerk enters (the society's rule on the day).
base::Result<bool> second_person_needed(base::Date on);
/// Grades of a fall from which on papers are asked for (the society's rule on the day).
base::Result<int> attachment_grades(base::Date on);

}  // namespace kenpo::remuneration
