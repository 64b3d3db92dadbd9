// The society's limits of doses with what they have brought, and their entry.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "review/dose_limit.h"
#include "review/effect_act.h"

namespace kenpo::review {

inline constexpr notice::Operation dose_limit_list{.name = "review.dose_limits",
                                                   .japanese = "用量の上限の規則の表示",
                                                   .pairs = {review_pair}};
inline constexpr notice::Operation dose_limit_enter{.name = "review.enter_dose_limit",
                                                    .japanese = "用量の上限の規則の登録",
                                                    .verb = notice::Verb::write,
                                                    .pairs = {review_pair}};

inline constexpr std::size_t dose_basis_characters_limit = 100;
/// No drug is given in a larger number of its units, and no month is longer.
inline constexpr std::int64_t dose_amount_limit = 100'000 * 100'000LL;  // hundred thousandths
inline constexpr int dose_times_limit = 999;                            // 回数 has three digits

/// A row with the name that the masters have, and what the findings of its drug have brought. The
/// rows of one drug share its effect.
struct DoseLimitLine {
  DoseLimit limit;
  std::string name = {};  // empty: no loaded master has the code
  CheckEffect effect = {};
};
/// Of handlers without limit to establishments: a rule is of the whole society.
base::Result<std::vector<DoseLimitLine>> list_dose_limit_lines(const ReviewOffice& office,
                                                               const notice::Acting& acting);

/// Enters a row, or ends with a row without limits what was limited before. The next round looks at
/// the receipts again. Refused: no code of a drug, a code that the loaded masters do not have, no
/// basis, amounts of none or less, an end of what was never limited.
base::Result<> enter_dose_limit(const ReviewOffice& office, const notice::Acting& acting,
                                DoseLimit limit);

}  // namespace kenpo::review
