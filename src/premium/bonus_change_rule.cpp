#include "premium/bonus_change_rule.h"

#include <algorithm>

#include "remuneration/bonus_rule.h"

namespace kenpo::premium {

namespace {

using base::Result;
using base::Yen;
using remuneration::BonusDecision;

/// The bonuses of the fiscal year as they are after the correction, by month.
std::vector<BonusDecision> bonuses_after(const KnownFacts& known,
                                         const eligibility::InsuredPeriod& period,
                                         const BonusCorrection& proposed) {
  const auto month = proposed.paid_on.in_month();
  std::vector<BonusDecision> bonuses;
  BonusDecision corrected{.person = period.person,
                          .period = period.id,
                          .month = month,
                          .paid_on = proposed.paid_on,
                          .paid = proposed.paid,
                          .source = eligibility::NotifiedPayId::draw()};
  for (const auto& bonus : known.bonuses) {
    if (bonus.month.fiscal_year() != month.fiscal_year()) continue;
    if (bonus.month == month && bonus.person == period.person) {
      corrected.source = bonus.source;
      corrected.divided = bonus.divided;
    } else {
      bonuses.push_back(bonus);
    }
  }
  if (Yen() < proposed.paid) bonuses.push_back(std::move(corrected));
  std::ranges::sort(bonuses, {}, &BonusDecision::month);
  return bonuses;
}

const BonusDecision* standing(const KnownFacts& known, const BonusDecision& bonus) {
  const auto found = std::ranges::find_if(known.bonuses, [&](const BonusDecision& one) {
    return one.month == bonus.month && one.person == bonus.person;
  });
  return found == known.bonuses.end() ? nullptr : &*found;
}

}  // namespace

// 健康保険法45条1項
Result<law::Decision<ChangedFacts>> decide_bonus_change(const KnownFacts& known,
                                                        const eligibility::InsuredPeriod& period,
                                                        const BonusCorrection& proposed) {
  law::Decision<ChangedFacts> decision;
  const auto month = proposed.paid_on.in_month();
  if (proposed.paid == Yen()) {
    for (const auto& bonus : known.bonuses) {
      if (bonus.month != month || bonus.person != period.person) continue;
      decision.value.ended_bonuses.push_back(bonus);
    }
  }
  Yen total;
  for (auto bonus : bonuses_after(known, period, proposed)) {
    const auto made =
        KENPO_TRY(remuneration::explain_standard_bonus(bonus.month, bonus.paid, total));
    total += made.value;
    bonus.standard = made.value;
    const auto* old = standing(known, bonus);
    const bool same = old != nullptr && old->paid == bonus.paid && old->paid_on == bonus.paid_on &&
                      old->standard == bonus.standard && old->period == bonus.period;
    if (same) continue;
    bonus.id = remuneration::DecisionId::draw();
    for (const auto& line : made.basis) decision.basis.push_back(line);
    decision.value.bonuses.push_back(std::move(bonus));
  }
  return decision;
}

}  // namespace kenpo::premium
