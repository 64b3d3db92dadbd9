// An election of members by the insured persons (互選議員の選挙), from the frozen roll to the
// erasure of roll and ballots.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::assembly {

using ElectionId = base::Id<struct ElectionKind>;

/// More candidates than this are no election of one society.
inline constexpr int candidates_limit = 200;

struct Election {
  ElectionId id = ElectionId::draw();
  int seats = 0;
  base::Date announced_on = {};     // 告示
  base::Date roll_on = {};          // who is insured on this day may vote
  base::Date candidacy_until = {};  // last day to stand
  base::Date polling_on = {};       // 投票日; the term begins on `term_from`
  base::Date term_from = {};
  std::optional<base::Moment> frozen_at = {};  // the roll
  std::optional<base::Date> result_on = {};    // 当選の告示
  std::optional<base::Date> erased_on = {};    // roll and ballots
  std::string ballots_destroyed = {};          // how the paper ballots were destroyed
};

/// An elector on the frozen roll. Category 当組合の議員に関する情報: the roll is made for the
/// election and is erased with it.
struct Voter {
  ElectionId election;
  base::PersonId person;
  base::EstablishmentId establishment;  // the polling district
  std::string name;
  std::string name_kana;
  std::string number;                         // 記号-番号
  std::optional<base::Moment> voted_at = {};  // that, never what
};

struct Candidate {
  ElectionId election;
  base::PersonId person;
  int number = 0;  // from 1, in the order of notification
  std::string name;
  std::string name_kana;
  std::string workplace;
  base::Date notified_on = {};
  std::optional<base::Date> withdrawn_on = {};
  std::optional<int> votes = {};
  bool elected = false;
};

/// One line of one person's count. Line 0 holds the ballots that count for nobody (無効).
struct CountLine {
  ElectionId election;
  int round = 1;  // both count again after a difference
  base::StaffId counter;
  int line = 0;
  int votes = 0;
};

/// What happened at the count and who was there: 選挙録.
enum class ElectionStep : std::uint8_t {
  announced = 1,
  roll_frozen = 2,
  candidate = 3,
  candidate_withdrawn = 4,
  counted_first = 5,
  counted_second = 6,
  counts_differ = 7,
  lot_drawn = 8,
  result = 9,
  erased = 10,
  lot_witnessed = 11,
};
base::Words wording(ElectionStep step);

struct ElectionLogLine {
  ElectionId election;
  ElectionStep step = ElectionStep::announced;
  base::StaffId by;
  std::optional<base::StaffId> witness = {};
  base::Moment at;
  std::string words;  // numbers and counts; no names
};

}  // namespace kenpo::assembly
