// From a proposed change to the decisions it consists of, and back. Pure.
#pragma once

#include <vector>

#include "base/result.h"
#include "law/decision.h"
#include "premium/assessment_rule.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

/// The decisions that the change asks for. Refused: a period, a decision or a bonus that the ledger
/// does not have, a loss that is not after the acquisition, a birth after the acquisition, a
/// standard or a bonus for a time without insured status, periods at one establishment that
/// overlap, a dependent before the birth, without an insured person or of two at once, and a change
/// that changes nothing.
base::Result<law::Decision<ChangedFacts>> decide_change(const KnownFacts& known,
                                                        const ProposedChange& change);

/// The facts as they stand after the change.
KnownFacts applied(KnownFacts known, const ChangedFacts& changed);

/// The decisions that bring the facts back to what they were: applied to `now` they give `before`
/// but for the ids of decisions.
ChangedFacts reversal(const KnownFacts& before, const KnownFacts& now);

/// The facts of insured people with those of their dependents as `dependent` knows them: who is
/// among its people is a dependent by its links, with its births and exclusions, and by no other.
KnownFacts with_dependents(KnownFacts insured, const KnownFacts& dependent);

/// The dependents of `before` that are dependents again, with what their premiums rest on.
KnownFacts with_dependents_again(KnownFacts now, const KnownFacts& before);

/// Whether both alter the same matter: a person, a period, a dependent, the standard or the bonus
/// of a month.
bool touch_the_same(const ChangedFacts& one, const ChangedFacts& other);

/// What premiums rest on after the change: `loaded` (levy_facts_act.h) with the facts of `after` in
/// their place. What a change cannot touch (leaves) stays as loaded.
std::vector<PeriodFacts> facts_with(const std::vector<PeriodFacts>& loaded,
                                    const KnownFacts& after);
/// The same of the periods of voluntary members, who bear their premium alone.
std::vector<PeriodFacts> voluntary_facts_of(const KnownFacts& known);

}  // namespace kenpo::premium
