// Quorum and majorities of the assembly: Enforcement Order of the Health Insurance Act; articles
// 23, 24 and 26 of the Act for merger, division and dissolution.
#pragma once

#include "assembly/votes.h"
#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::assembly {

/// Whether the meeting may open and resolve: half of the fixed number or more.
base::Result<law::Decision<bool>> quorate(const Present& present, base::Date on);

/// What became of the matter. Refuses more votes than people present, a vote of the chair where the
/// others are not equal, and a meeting without its quorum.
base::Result<law::Decision<Outcome>> count_votes(Majority majority, const Present& present,
                                                 const Votes& votes, base::Date on);

/// The least number of votes in favour that carries the matter.
base::Result<law::Decision<int>> votes_needed(Majority majority, const Present& present,
                                              base::Date on);

}  // namespace kenpo::assembly
