// A synthetic society: every file that a society receives, in the real formats, with invented
// people. For training, demonstration and tests in the place of real data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/progress.h"
#include "base/result.h"

namespace kenpo::synthetic {

/// The largest society has about 800,000 members.
inline constexpr int members_limit = 1'000'000;
inline constexpr int members_least = 10;
inline constexpr int months_limit = 24;
/// The month before the plan, too, lies behind the last change of layout (claims with 受診日等).
inline constexpr base::Month earliest_month = base::Month::of_index(2022 * 12);

struct SocietyPlan {
  int members = 2000;      // insured persons and dependents, members_least to members_limit
  int months = 3;          // 1 to months_limit
  std::uint64_t seed = 1;  // the same plan gives the same bytes
  base::Month last_month;  // of the plan; over on the day on which the files are taken in
  base::InsurerNumber insurer;
};

struct SocietyFiles {
  std::vector<std::string> names;  // to be taken in in this order, which is that of the names
  std::vector<std::string> bad;    // in the folder `bad`: refused, or without effect
  std::int64_t establishments = 0;
  std::int64_t insured = 0;     // at the beginning
  std::int64_t dependents = 0;  // at the beginning
  std::int64_t notifications = 0;
  std::int64_t receipts = 0;
  std::int64_t bytes = 0;
};

/// Writes the files into `directory`, which is made if it is missing and refused if it holds
/// anything. The notifications begin one month before the plan, the month in which the claims of
/// the first month were treated. Refused: a plan outside the limits; a file that cannot be written.
base::Result<SocietyFiles> make_society(const SocietyPlan& plan, const std::string& directory,
                                        const base::TellProgress& tell);

}  // namespace kenpo::synthetic
