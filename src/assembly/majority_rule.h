// Quorum and majorities of the assembly: Enforcement Order of the Health Insurance Act; articles
// 23, 24 and 26 of the Act for merger, division and dissolution.
#pragma once

#include <cstdint>

#include "base/date.h"
#include "base/result.h"
#include "law/decision.h"

namespace kenpo::assembly {

/// What a resolution needs.
enum class Majority : std::uint8_t {
  ordinary = 1,      // more than half of those present; the chair decides a tie
  rules_change = 2,  // 規約の変更など: two thirds of the fixed number
  dissolution = 3,   // 合併・分割・解散: three quarters of the fixed number
};

/// Who takes part. A member who votes in writing or by proxy counts as present where the society's
/// rules allow it, and only for matters that the notice named.
struct Present {
  int fixed_number = 0;  // 定数: seats, filled or not
  int in_person = 0;
  int in_writing = 0;
  int by_proxy = 0;

  int all() const { return in_person + in_writing + by_proxy; }
  friend bool operator==(const Present&, const Present&) = default;
};

/// Votes on one matter. The chair votes only when the others are equal, and only where an ordinary
/// majority decides.
struct Votes {
  int in_favour = 0;
  int against = 0;
  enum class Chair : std::uint8_t { silent, in_favour, against } chair = Chair::silent;
};

enum class Outcome : std::uint8_t { carried = 1, rejected = 2, chair_decides = 3 };

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
