// What a change of facts does to premiums, cover and later determinations. Pure.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "premium/assessment_rule.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

/// What the premiums of a month were and become, at the rates of the month: by the levy's own
/// assessment (assessment_rule.h). Months and kinds without difference are left out. `settlement`
/// of every effect is the one given.
enum class Bearer : std::uint8_t {
  shared,  // the insured person and the employer
  alone,   // a voluntary member: the rates are those of voluntary_rate_month
};
base::Result<std::vector<MonthEffect>> effects_in(const std::vector<PeriodFacts>& before,
                                                  const std::vector<PeriodFacts>& after,
                                                  base::Month month, const SocietyRates& rates,
                                                  Settlement settlement,
                                                  Bearer bearer = Bearer::shared);

/// The sum of the differences whose settlement is not (or is) lapsed.
EffectSum sum_of(const std::vector<MonthEffect>& effects, Settlement of);

/// The days of insured status, or as a dependent, that go and come.
CoverChange cover_between(const KnownFacts& before, const KnownFacts& after);

/// The days on which a dependent's status goes and comes: a link before (after) the change; null:
/// there was (is) none.
CoverChange cover_of_link(const eligibility::DependentLink* before,
                          const eligibility::DependentLink* after);

/// What the office must do besides, as of the day.
base::Result<std::vector<FollowUp>> follow_ups(const KnownFacts& before, const KnownFacts& after,
                                               base::Date today);

}  // namespace kenpo::premium
