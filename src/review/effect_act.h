// The rules with their effect, and the society's choice which of them it uses.
#pragma once

#include <string>

#include "base/result.h"
#include "review/effect.h"
#include "review/finding_act.h"
#include "review/request.h"

namespace kenpo::review {

inline constexpr notice::Operation effect_show{.name = "review.effect",
                                               .japanese = "内容点検の規則と効果の表示",
                                               .pairs = {review_pair}};
inline constexpr notice::Operation check_choose{.name = "review.choose",
                                                .japanese = "内容点検の規則の使用の変更",
                                                .verb = notice::Verb::write,
                                                .pairs = {review_pair}};

/// What a handler with a limit to establishments is told: a rule is of the whole society.
base::Fault rules_are_of_all();
/// Adds a finding that stands, and a request with its answer, to what a rule has brought.
void count(const Finding& finding, CheckEffect& effect);
void count(const Request& request, CheckEffect& effect);

/// Of handlers without limit to establishments.
base::Result<Effects> show_effects(const ReviewOffice& office, const notice::Acting& acting);

enum class Use : std::uint8_t { off, on };

/// Switches a rule on or off from today. Findings that nobody has decided are settled by the next
/// round. Refused: an unknown rule, one that is so already, no reason.
base::Result<> choose_check(const ReviewOffice& office, const notice::Acting& acting,
                            const std::string& check, Use use, const std::string& reason);

}  // namespace kenpo::review
