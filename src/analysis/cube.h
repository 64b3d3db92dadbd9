// Tables that analysis counts: rows by a property of the claims, columns by establishment or month.
#pragma once

#include <cstdint>
#include <iterator>

#include "base/date.h"

namespace kenpo::analysis {

/// By what claims are grouped. The numbers of a row say which class: see cube_rule.h.
enum class Dimension : std::uint8_t {
  age,            // age_class
  sex,            // claim::Sex
  patient,        // claim::Patient
  service,        // claim::Service × 3 + claim::Stay
  disease,        // chapter of ICD-10
  institution,    // place in the list of institutions
  band,           // what one person cost in the month: cost_bands
  establishment,  // place in the list of establishments
  month,          // month of claiming, base::Month::index
  disease_group,  // place in the list of groups
};

/// What is counted in one cell.
struct Counts {
  std::int64_t persons = 0;  // pseudonyms, each once
  std::int64_t claims = 0;
  std::int64_t points = 0;
  std::int64_t yen = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// What of a cell's sums is of the one person with most of it; never shown.
struct Largest {
  std::int64_t points = 0;
  std::int64_t yen = 0;
  friend bool operator==(const Largest&, const Largest&) = default;
};

inline constexpr std::int32_t total_class = -1;

struct CubeCell {
  std::int32_t row = total_class;
  std::int32_t column = total_class;
  Counts counts;
  Largest largest = {};
  friend bool operator==(const CubeCell&, const CubeCell&) = default;
};

/// Drugs of one kind, or one drug.
struct DrugCell {
  std::int32_t row = total_class;
  std::int32_t column = total_class;
  std::int64_t persons = 0;
  std::int64_t lines = 0;
  std::int64_t quantity_hundred_thousandths = 0;
  std::int64_t yen = 0;
  std::int64_t least_yen = 0;  // at the cheapest price of the same group
  std::int64_t largest_quantity = 0;  // of the one person with most of it; never shown
  std::int64_t largest_yen = 0;
  friend bool operator==(const DrugCell&, const DrugCell&) = default;
};

/// Months of claiming, both included.
struct Months {
  base::Month first;
  base::Month last;
};

/// From how many yen a person's month belongs to a band; the last has no end. Bands of the tables
/// are the society's own choice, no figure of law.
inline constexpr std::int64_t cost_bands_yen[] = {0,       10'000,    50'000,    100'000,
                                                  300'000, 1'000'000, 3'000'000, 10'000'000};
inline constexpr std::size_t cost_bands_count = std::size(cost_bands_yen);

}  // namespace kenpo::analysis
