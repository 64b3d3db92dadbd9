// What a correction does to premiums, standard remuneration, claims and certificates (34条), month
// by month, before it is made; and the correction of an insured period itself. The figures are
// those of the levy (premium/change_effect_act.h), for whoever may see premiums.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "premium/change_save_act.h"
#include "request/correction_act.h"

namespace kenpo::request {

/// The insured periods of the person of a case, to choose the wrong one.
inline constexpr notice::Operation correction_periods_operation{
    .name = "correction.periods",
    .japanese = "訂正する資格の期間の表示",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::member_administration}}};

/// Whether the visitor may see what a correction does to premiums. Asks without leaving a leaf.
bool may_see_premiums(const RequestOffice& office, const base::StaffId& staff);
/// Whether the visitor may correct an insured period.
bool may_correct_periods(const RequestOffice& office, const base::StaffId& staff);

/// What the corrected birth date does; nullopt: it stays as it is, or the visitor may not see it.
base::Result<std::optional<premium::ChangeEffect>> birth_effect(RequestOffice& office,
                                                                const notice::Acting& acting,
                                                                const Correction& correction);

/// The person's periods in the visitor's scope. Refused: a case that is no correction.
base::Result<std::vector<eligibility::InsuredPeriod>> periods_of_case(
    RequestOffice& office, const notice::Acting& acting, const base::CaseId& id);

/// What the corrected period does. Refused: a period of somebody else, and what
/// premium::preview_change refuses.
base::Result<premium::ChangeEffect> preview_period(RequestOffice& office,
                                                   const notice::Acting& acting,
                                                   const base::CaseId& id,
                                                   const premium::PeriodCorrection& correction);

/// Carries out a decided correction of a period: the period is decided anew, the next levy posts
/// the differences, the step is written. `expected`: the difference that was shown. Refused: a case
/// that two people have not decided and told, a period of somebody else, another effect than shown.
base::Result<premium::SavedChange> correct_period(RequestOffice& office,
                                                  const notice::Acting& acting,
                                                  const base::CaseId& id,
                                                  const premium::PeriodCorrection& correction,
                                                  base::Yen expected);

}  // namespace kenpo::request
