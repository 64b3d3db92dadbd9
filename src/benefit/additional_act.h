// Entering the society's rules of additional benefits (付加給付の規程).
#pragma once

#include <vector>

#include "base/result.h"
#include "benefit/additional_store.h"
#include "benefit/high_cost_act.h"

namespace kenpo::benefit {

/// Decides what is paid to everybody: for a role of the benefits, though no personal data is in it.
inline constexpr notice::Operation additional_rule_enter{.name = "additional_rule.enter",
                                                         .japanese = "付加給付の規程の登録",
                                                         .verb = notice::Verb::write,
                                                         .pairs = {benefit_pair}};
inline constexpr notice::Operation additional_rule_list{
    .name = "additional_rule.list",
    .japanese = "付加給付の規程の一覧",
    .statute = notice::Statute::no_personal_data,
    .runner = notice::Runner::staff_or_program};

inline constexpr std::size_t additional_resolution_characters_limit = 60;
/// A society that keeps more of a member's burden has no such benefit.
inline constexpr std::int64_t additional_threshold_limit_yen = 1'000'000;

base::Result<std::vector<AdditionalTermsRow>> list_additional_rules(eligibility::Ledger& ledger,
                                                                    const notice::Acting& acting);
/// Adds the row; the months from it on are computed anew with the next run. Refused: without the
/// resolution that it rests on, or with amounts that no rule has (a unit under 1 yen, a threshold
/// or minimum under 0).
base::Result<> enter_additional_rule(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     AdditionalTermsRow row);

}  // namespace kenpo::benefit
