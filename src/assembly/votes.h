// Who takes part in a meeting, how they vote, and what comes of it.
#pragma once

#include <cstdint>

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

}  // namespace kenpo::assembly
