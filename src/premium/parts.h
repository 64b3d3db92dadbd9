// A premium divided into its kinds, exact: millionths of a yen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/require.h"
#include "base/yen.h"
#include "premium/society_rate.h"

namespace kenpo::premium {

/// Amounts by kind in the order of RateKind, in millionths of a yen. Standard × rate is exact; the
/// sum of a million people stays within nine million million million.
struct Parts {
  std::array<std::int64_t, rate_kinds_count> millionths{};

  std::int64_t& operator[](RateKind kind) {
    return millionths[static_cast<std::size_t>(kind) - 1];
  }
  std::int64_t operator[](RateKind kind) const {
    return millionths[static_cast<std::size_t>(kind) - 1];
  }
  std::int64_t sum() const {
    std::int64_t all = 0;
    for (const auto one : millionths) all += one;
    return all;
  }
  bool is_zero() const { return *this == Parts{}; }
  Parts& operator+=(const Parts& other) {
    for (std::size_t at = 0; at < millionths.size(); ++at) {
      KENPO_REQUIRE(!__builtin_add_overflow(millionths[at], other.millionths[at], &millionths[at]));
    }
    return *this;
  }
  friend Parts operator-(const Parts& left, const Parts& right) {
    Parts difference = left;
    for (std::size_t at = 0; at < right.millionths.size(); ++at) {
      difference.millionths[at] -= right.millionths[at];
    }
    return difference;
  }
  friend bool operator==(const Parts&, const Parts&) = default;
};

/// What an employer owes for a month, in whole yen: the sum over all people with fractions dropped
/// once (国等の債権債務等の金額の端数計算に関する法律2条). Care, child, adjustment and specific parts
/// have their fractions dropped; the basic part is the rest, so that the parts make the total.
struct Billed {
  base::Yen basic = {};
  base::Yen specific = {};
  base::Yen adjustment = {};
  base::Yen care = {};
  base::Yen child = {};

  base::Yen total() const { return basic + specific + adjustment + care + child; }
  friend bool operator==(const Billed&, const Billed&) = default;
};

Billed billed_of(const Parts& parts);
Billed operator-(const Billed& left, const Billed& right);
Billed& operator+=(Billed& left, const Billed& right);

}  // namespace kenpo::premium
