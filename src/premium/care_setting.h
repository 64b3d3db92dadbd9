// The society's own rules of the care premium, by 規約: dated, entered by an act. Not law.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/yen.h"
#include "premium/care_exclusion.h"

namespace kenpo::premium {

/// 特定被保険者 (健康保険法附則7条1項): whether insured people who are not in the care insurance
/// themselves bear its premium for a dependent who is.
enum class SpecificInsured : std::uint8_t { not_charged = 1, charged = 2 };

/// An amount of the whole and the part of it that the insured person bears.
struct SharedYen {
  base::Yen total = {};
  base::Yen insured = {};
  friend bool operator==(const SharedYen&, const SharedYen&) = default;
};

/// 特別介護保険料額 (健康保険法附則8条): a flat monthly amount for standards from `lowest` on.
struct CareBand {
  base::Yen lowest = {};
  SharedYen amount = {};
  friend bool operator==(const CareBand&, const CareBand&) = default;
};
/// A society of more bands than there are grades has mistyped.
inline constexpr std::size_t care_bands_limit = 50;

/// The flat amount for a standard monthly remuneration; none: by the rate.
std::optional<SharedYen> flat_care(const std::vector<CareBand>& bands, base::Yen standard);

/// Holds from its month until the month of the next. Without one: no premium of 特定被保険者, and
/// the care premium by its rate.
struct CareSetting {
  base::Month from = {};
  SpecificInsured specific = SpecificInsured::not_charged;
  std::vector<CareBand> bands = {};  // the lowest first; empty: by the rate
  friend bool operator==(const CareSetting&, const CareSetting&) = default;
};

/// A dependent, as far as the premium of 特定被保険者 rests on them.
struct CareDependent {
  base::Date born = {};
  base::Date from = {};
  std::optional<base::Date> until = {};  // the last day as a dependent; none = still
  std::vector<CareExclusion> exclusions = {};
  friend bool operator==(const CareDependent&, const CareDependent&) = default;
};

}  // namespace kenpo::premium
