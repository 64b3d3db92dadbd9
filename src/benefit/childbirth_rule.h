// Childbirth lump-sum (出産育児一時金): Health Insurance Act arts 101 and 114, Order art 36.
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"
#include "law/decision.h"

namespace kenpo::benefit {

/// Whether the institution is in the compensation scheme (産科医療補償制度).
enum class CompensationScheme : std::uint8_t { outside, inside };

struct ChildbirthInput {
  base::Date born_on;
  int weeks = 0;  // completed weeks of pregnancy
  CompensationScheme scheme = CompensationScheme::outside;
  int children = 1;
  std::optional<base::Yen> cost = {};  // of the birth; none = not known
};

struct Childbirth {
  base::Yen grant;                      // 0 before the 85th day of pregnancy
  std::optional<base::Yen> difference;  // grant less cost, for the insured person; none = no cost
  friend bool operator==(const Childbirth&, const Childbirth&) = default;
};

/// A fault before 2023-04-01: older amounts are not in the book.
base::Result<law::Decision<Childbirth>> childbirth_grant(const ChildbirthInput& input);

}  // namespace kenpo::benefit
