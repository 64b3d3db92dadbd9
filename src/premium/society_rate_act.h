// Entering and listing the society's rates.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/rate_requirement.h"
#include "premium/society_rate.h"

namespace kenpo::premium {

/// `A2026-003`: a letter, a year, a count.
inline constexpr std::size_t resolution_characters_limit = 20;

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

inline constexpr notice::Operation society_rate_resolve{
    .name = "society_rate.resolve",
    .japanese = "保険料率の議決番号の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

/// Enters rates, all or none. A rate for a month that was levied is taken: the difference is posted
/// with the next levy. Refused: an insured part above half (art 161, 162), and rates that leave a
/// month with basic + specific outside the limits of art 160. A resolution is not entered here but
/// by resolve_rate: a rate that is entered anew needs its resolution anew.
base::Result<> enter_rates(eligibility::Ledger& ledger, const notice::Acting& acting,
                           const std::vector<SocietyRate>& rates);
inline constexpr notice::Operation rounding_enter{
    .name = "rounding.enter",
    .japanese = "保険料の端数処理の定めの登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};
/// Enters the society's rule of rounding from a month on. Refused: a month that was levied, because
/// what was withheld from pay is not withheld anew.
base::Result<> enter_rounding(eligibility::Ledger& ledger, const notice::Acting& acting,
                              const RoundingRule& rule);
base::Result<std::vector<RoundingRule>> show_roundings(eligibility::Ledger& ledger,
                                                       const notice::Acting& acting);

inline constexpr notice::Operation care_setting_enter{
    .name = "care_setting.enter",
    .japanese = "介護保険料の定めの登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};
/// Enters the society's rules of the care premium from a month on (附則7条, 8条). Refused: a month that
/// was levied; bands that are not in order from zero on, or whose insured part is above half.
base::Result<> enter_care_setting(eligibility::Ledger& ledger, const notice::Acting& acting,
                                  const CareSetting& setting);
base::Result<std::vector<CareSetting>> show_care_settings(eligibility::Ledger& ledger,
                                                          const notice::Acting& acting);

/// Writes the number of the assembly's resolution to the rate of this kind and month. Whether there
/// is such a resolution the caller has asked (the assembly stands beside this folder, not below).
/// Refused: no such rate, an empty number, one longer than resolution_characters_limit, and a
/// resolution that comes into force after the rate's first month.
base::Result<> resolve_rate(eligibility::Ledger& ledger, const notice::Acting& acting,
                            RateKind kind, base::Month from, const RateResolution& resolution);
/// From which months on the levy demands resolutions; empty: it never does.
base::Result<std::vector<RateRequirement>> show_requirements(eligibility::Ledger& ledger,
                                                             const notice::Acting& acting);
base::Result<std::vector<SocietyRate>> show_rates(eligibility::Ledger& ledger,
                                                  const notice::Acting& acting);

}  // namespace kenpo::premium
