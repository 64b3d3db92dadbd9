// The responsible person looks at the results of the trainings and says what follows (H-4).
#pragma once

#include <vector>

#include "base/result.h"
#include "notice/gate.h"
#include "staff/approval_act.h"
#include "staff/duty.h"
#include "staff/effect.h"

namespace kenpo::staff {

/// 研修の効果の検証 (公表事項2 人的安全管理措置): counts, no names.
inline constexpr notice::Operation show_effect_operation{
    .name = "training_effect.show",
    .japanese = "研修の結果の確認",
    .statute = notice::Statute::supervision_of_handlers};
inline constexpr notice::Operation review_effect_operation{
    .name = "training_effect.review",
    .japanese = "研修の効果の検証の記録",
    .verb = notice::Verb::write,
    .statute = notice::Statute::security_control};

base::Result<std::vector<TrainingReview>> show_reviews(const PeopleOffice& office);
/// Records a review. Refused: anybody but the responsible person, a course without results, empty
/// words, more than 500 characters, and a day that has passed.
base::Result<> review_effect(const PeopleOffice& office, const notice::Acting& acting,
                             const Course& course, std::string finding, std::string measure,
                             base::Date due);

}  // namespace kenpo::staff
