// The rates that a month's premium is made of.
#pragma once

#include <cstdint>
#include <optional>

#include "base/yen.h"
#include "premium/care_setting.h"

namespace kenpo::premium {

/// A rate of the whole premium and the part of it that the insured person bears.
struct SharedRate {
  base::Rate total;
  base::Rate insured;
};

/// How the insured share of the contribution for children is rounded: with the rest of the share
/// in one sum, or by itself. The ministry's answer of 2026-02-12 is `together`; the law leaves it
/// open.
enum class ChildRounding : std::uint8_t { together = 1, apart = 2 };

/// The rates of a society in a month, for one standard. `general` includes the adjustment rate
/// (調整保険料率).
struct Rates {
  SharedRate general;
  SharedRate care;
  SharedRate child;
  ChildRounding child_rounding = ChildRounding::together;
  std::optional<SharedYen> flat_care = {};  // 特別介護保険料額: in place of the rate of care
};

}  // namespace kenpo::premium
