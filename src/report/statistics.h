// The month's figures (月報) and the age table: counts and sums only, no person in them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/yen.h"
#include "eligibility/insured_period.h"
#include "eligibility/person.h"

namespace kenpo::report {

/// Five-year classes: 0 to 4, 5 to 9, …, 95 to 99, 100 and more.
inline constexpr int age_class_years = 5;
inline constexpr std::size_t age_classes_count = 21;

/// A count of men and one of women.
struct BySex {
  std::int64_t men = 0;
  std::int64_t women = 0;
  std::int64_t all() const { return men + women; }
  friend bool operator==(const BySex&, const BySex&) = default;
};

/// Somebody who holds a period on the day.
struct CountedInsured {
  eligibility::Status status = eligibility::Status::employed;
  eligibility::Sex sex = eligibility::Sex::male;
  base::Date born = {};
  std::optional<base::Yen> standard = {};  // none: not determined yet
};

/// The figures of a month. What each counts, `definition_of` says.
struct MonthStatistics {
  base::Month month = {};
  BySex insured = {};
  BySex voluntary = {};
  BySex special = {};
  BySex dependents = {};
  BySex care_insured = {};      // aged 40 to 64
  BySex acquired = {};
  BySex lost = {};
  BySex determined = {};        // insured with a standard remuneration
  base::Yen standard_men = {};  // sum of standard remunerations
  base::Yen standard_women = {};
  std::int64_t bonuses = 0;
  base::Yen bonus_total = {};   // sum of standard bonuses
  std::array<BySex, age_classes_count> insured_by_age = {};
  std::array<BySex, age_classes_count> dependents_by_age = {};
};

/// One figure of the table as it is shown, printed and written: its name, its men, women and all,
/// and what it counts.
struct Figure {
  const char* name;
  const char* unit;
  std::optional<std::int64_t> men = {};
  std::optional<std::int64_t> women = {};
  std::int64_t all = 0;
  const char* definition;
};

}  // namespace kenpo::report
