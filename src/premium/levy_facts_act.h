// The facts that the premiums of a month rest on, read for everybody or for some people.
#pragma once

#include <vector>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/assessment_rule.h"
#include "store/database.h"

namespace kenpo::premium {

/// Periods in the order of people, then of acquisition.
using LevyFacts = std::vector<PeriodFacts>;

/// Reads the birth dates beside the levy itself, as an operation of its own with its own leaf.
inline constexpr notice::Operation premium_levy_births{
    .name = "premium.levy_births",
    .japanese = "保険料の調定（年齢の確認）",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}},
    .runner = notice::Runner::staff_or_program};

/// The standards likewise.
inline constexpr notice::Operation premium_levy_standards{
    .name = "premium.levy_standards",
    .japanese = "保険料の調定（標準報酬の読取り）",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}},
    .runner = notice::Runner::staff_or_program};

/// Everybody employed in the month or the month before it. Bonuses of both months. Periods are read
/// here, birth dates and standards beside, each on a thread of its own.
base::Result<LevyFacts> load_facts(eligibility::Ledger& ledger, const notice::Acting& acting,
                                   const store::View& view,
                                   const eligibility::MemberAccess& access, base::Month month);

/// All periods and bonuses of the people.
base::Result<LevyFacts> load_facts_of(const store::View& view,
                                      const eligibility::MemberAccess& access,
                                      const std::vector<base::PersonId>& people,
                                      base::Moment now);

}  // namespace kenpo::premium
