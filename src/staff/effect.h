// H-4: the results of a training lead to a review with measures and dates.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::staff {

/// A review of a course's results. About nobody: counts, a finding, a measure and its day.
struct TrainingReview {
  std::string course;
  base::StaffId by;
  base::Moment at;
  int people_passed = 0;
  int people_failed = 0;
  std::string finding;  // 「紛失時の連絡の問いに誤答が多い」: no names
  std::string measure;  // 「朝礼で連絡先を確かめる」
  base::Date due;       // by when
};

}  // namespace kenpo::staff
