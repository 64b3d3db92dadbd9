// Everything that a proposed correction of a past fact will do, before it is saved.
//
//   auto effect = preview_change(ledger, acting, {person, PeriodCorrection{…}}, neighbours);
//
// The premiums of every month are those of the levy: its facts (levy_facts_act.h) and its
// assessment (assessment_rule.h), once with the facts as they stand and once with the change.
#pragma once

#include <functional>

#include "base/result.h"
#include "eligibility/ledger.h"
#include "premium/change_effect.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

inline constexpr notice::Operation premium_change_preview{
    .name = "premium.change_preview",
    .japanese = "過去の事実の訂正の影響の計算",
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection}}};

/// What folders after this one know about the change; the program fills it in. Each opens the gate
/// under its own operation. A fault means that whoever asks may not see it.
struct ChangeNeighbours {
  std::function<base::Result<std::vector<AffectedClaim>>(
      const notice::Acting&, const base::PersonId&, const CoverChange&)>
      claims = {};
  std::function<base::Result<std::vector<AffectedCertificate>>(const notice::Acting&,
                                                               const ChangeEffect&)>
      certificates = {};
};

/// Somebody about whom neighbours are asked, and the days that change for them.
struct Touched {
  base::PersonId person;
  CoverChange cover;
};
/// Asks about each of the people and adds what is found to the effect. What the visitor may not see
/// of one of them is not shown of any.
void ask_neighbours(const notice::Acting& acting, const ChangeNeighbours& neighbours,
                    const std::vector<Touched>& touched, ChangeEffect& effect);

/// More months than these are not looked at: the limitation leaves far fewer.
inline constexpr int effect_months_limit = 120;

/// The effects, nothing is written. Refused: what decide_change refuses (change_rule.h), somebody
/// none of whose establishments is in the handler's scope, a move to an establishment that is not
/// there, rates that are missing for a levied month.
base::Result<ChangeEffect> preview_change(eligibility::Ledger& ledger,
                                          const notice::Acting& acting,
                                          const ProposedChange& change,
                                          const ChangeNeighbours& neighbours = {});

/// For acts that save a change in a transaction of their own: the effects between two states of the
/// facts of these people, without claims and certificates. Where the society charges 特定被保険者, with
/// the care premiums of those whose dependents these people are (健康保険法附則7条1項).
base::Result<ChangeEffect> effect_between(const store::View& view,
                                          const eligibility::MemberAccess& access,
                                          const std::vector<base::PersonId>& people,
                                          const KnownFacts& before, const KnownFacts& after,
                                          base::Moment now);

}  // namespace kenpo::premium
