// The rates of the society: its own configuration, dated, entered by an act. Not law.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "base/yen.h"
#include "premium/care_setting.h"
#include "premium/rates.h"

namespace kenpo::premium {

enum class RateKind : std::uint8_t {
  general_basic = 1,     // 基本保険料率
  general_specific = 2,  // 特定保険料率
  adjustment = 3,        // 調整保険料率
  care = 4,              // 介護保険料率
  child = 5,             // 子ども・子育て支援金率
};
inline constexpr int rate_kinds_count = 5;

/// Holds from its month until the month of the next row of its kind.
struct SocietyRate {
  RateKind kind = RateKind::general_basic;
  base::Month from = {};
  base::Rate total = {};
  base::Rate insured = {};  // the insured person's part of it: at most half (art 161, 162)
  std::string resolution = {};  // 議決番号 of the assembly under which it stands; may be empty
  friend bool operator==(const SocietyRate&, const SocietyRate&) = default;
};

/// All rates of a month. `child` is zero before the contribution exists.
struct SocietyRates {
  SharedRate basic;
  SharedRate specific;
  SharedRate adjustment;
  SharedRate care;
  SharedRate child;
  ChildRounding child_rounding = ChildRounding::together;
  SpecificInsured specific_insured = SpecificInsured::not_charged;
  std::vector<CareBand> care_bands = {};  // empty: care by its rate
  /// As the rules take them for the standard: general = basic + specific + adjustment.
  Rates together(base::Yen standard) const;
  friend bool operator==(const SocietyRates&, const SocietyRates&);
};

/// What the minutes of the assembly say of a resolution; the caller has read them.
struct RateResolution {
  std::string number;       // 議決番号: `A2026-003`
  base::Date in_force_from;
};

/// The society's rule of rounding from its month on (規約). Not law.
struct RoundingRule {
  base::Month from = {};
  ChildRounding child = ChildRounding::together;
  friend bool operator==(const RoundingRule&, const RoundingRule&) = default;
};

base::Words wording(RateKind kind);
base::Words wording(ChildRounding rounding);
base::Words wording(SpecificInsured specific);

}  // namespace kenpo::premium
