// Whose past a handler may change. Used by the acts on changes only.
#pragma once

#include "base/result.h"
#include "notice/grant.h"
#include "premium/change_fact.h"

namespace kenpo::premium {

/// Whether every establishment of the person is in the handler's scope: of a dependent those of the
/// insured people whose they are or were; of whom there is none of, only without limit.
bool all_in_scope(const notice::Recorder& recorder, const KnownFacts& known);

/// Refused: a period at an establishment outside the handler's scope (the period that is changed,
/// where it goes, and for what touches the whole person every one of theirs).
base::Result<> check_in_scope(const notice::Recorder& recorder, const KnownFacts& known,
                              const ProposedChange& change);

}  // namespace kenpo::premium
