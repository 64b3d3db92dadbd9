// Entering and listing the society's rates.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/society_rate.h"

namespace kenpo::premium {

/// Decides what everybody pays: for the role of the levy, though no personal data is in it.
inline constexpr notice::Operation society_rate_enter{
    .name = "society_rate.enter",
    .japanese = "保険料率の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}},
    .runner = notice::Runner::staff_or_program};
inline constexpr notice::Operation society_rate_list{.name = "society_rate.list",
                                                     .japanese = "保険料率の一覧",
                                                     .statute = notice::Statute::no_personal_data,
                                                     .runner = notice::Runner::staff_or_program};

/// Enters rates, all or none. A rate for a month that was levied is taken: the difference is posted
/// with the next levy. Refused: an insured part above half (art 161, 162), and rates that leave a
/// month with basic + specific outside the limits of art 160.
base::Result<> enter_rates(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const std::vector<SocietyRate>& rates);
base::Result<std::vector<SocietyRate>> show_rates(eligibility::Ledger& ledger,
                                                  const notice::Acting& acting);

}  // namespace kenpo::premium
