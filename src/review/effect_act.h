// The rules with their effect, and the society's choice which of them it uses.
#pragma once

#include <string>

#include "base/result.h"
#include "review/effect.h"
#include "review/finding_act.h"

namespace kenpo::review {

inline constexpr notice::Operation effect_show{.name = "review.effect",
                                               .japanese = "内容点検の規則と効果の表示",
                                               .pairs = {review_pair}};
inline constexpr notice::Operation check_choose{.name = "review.choose",
                                                .japanese = "内容点検の規則の使用の変更",
                                                .verb = notice::Verb::write,
                                                .pairs = {review_pair}};

/// Of handlers without limit to establishments: a rule is of the whole society.
base::Result<Effects> show_effects(const ReviewOffice& office, const notice::Acting& acting);

enum class Use : std::uint8_t { off, on };

/// Switches a rule on or off from today. Findings that nobody has decided are settled by the next
/// round. Refused: an unknown rule, one that is so already, no reason.
base::Result<> choose_check(const ReviewOffice& office, const notice::Acting& acting,
                            const std::string& check, Use use, const std::string& reason);

}  // namespace kenpo::review
