// The size of an employer as a dated fact: whether its workers with short hours are insured
// (特定適用事業所). Holds no personal data.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/fault.h"
#include "base/id.h"

namespace kenpo::eligibility {

/// Why workers with short hours are insured there, or not.
enum class OfficeKind : std::uint8_t {
  counted = 1,    // by the number of people
  agreement = 2,  // 任意特定適用事業所
  state = 3,      // 国・地方公共団体
  kept = 4,       // 特定適用事業所 that fell below the size and goes on
};

/// Holds from its day until the day of the next row of the establishment.
struct OfficeSize {
  base::EstablishmentId establishment;
  base::Date from = {};
  OfficeKind kind = OfficeKind::counted;
  int persons = 0;  // insured at all establishments of the employer, without short hours
  friend bool operator==(const OfficeSize&, const OfficeSize&) = default;
};
inline constexpr int office_persons_limit = 10'000'000;

base::Words wording(OfficeKind kind);

/// What holds on the day; `sizes` of one establishment by their days.
std::optional<OfficeSize> size_on(const std::vector<OfficeSize>& sizes, base::Date day);

}  // namespace kenpo::eligibility
