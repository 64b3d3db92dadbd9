// Election of members by the insured persons (互選議員): contest, count, ties, appeal time.
// Health Insurance Act art 18(3); the society's own election rules (議員選挙執行規程).
#pragma once

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::assembly {

/// Candidates are numbered from 1 in the order of their notification.
struct Tally {
  int candidate = 0;
  int votes = 0;
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// What one person counted: a line for each candidate, and the ballots that count for nobody.
struct Count {
  std::vector<Tally> tallies;  // by candidate number
  int invalid = 0;

  int ballots() const;
  friend bool operator==(const Count&, const Count&) = default;
};

/// More candidates than seats: a poll is held. Otherwise all are elected without one
/// (投票を要しない).
bool needs_poll(int candidates, int seats);

/// Two counts by two people agree. Refuses a difference, a count below zero, a candidate counted
/// twice, and more ballots than voters who came.
base::Result<> counts_agree(const Count& first, const Count& second, int voted);

/// Who is elected. `tied` and `open_seats` are not empty while a lot (くじ) must decide the last
/// seats among candidates with equal votes.
struct ElectionResult {
  std::vector<int> elected;  // candidate numbers, most votes first
  std::vector<int> tied;     // candidates with equal votes for the open seats
  int open_seats = 0;        // that the lot decides
  int vacant_seats = 0;      // for which there is no candidate: a by-election
};

/// `lots`: the candidates in the order in which the lot named them; empty before it is drawn.
/// A candidate without a vote is not elected by a poll. Refuses a lot that names a candidate who is
/// not tied, or one twice.
base::Result<law::Decision<ElectionResult>> elect(const std::vector<Tally>& tallies, int seats,
                                                  const std::vector<int>& lots);

/// The last day on which the result may be objected to; roll and ballots are erased after it.
base::Result<law::Decision<base::Date>> appeal_until(base::Date announced_on);

/// One district (選挙区) of the election.
struct District {
  int electors = 0;
  int seats = 0;
};
/// Whether electors per seat differ less than the society's rule allows. Refuses a district without
/// seats and an empty list.
base::Result<law::Decision<bool>> balanced(const std::vector<District>& districts, base::Date on);

}  // namespace kenpo::assembly
