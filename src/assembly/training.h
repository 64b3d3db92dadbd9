// Training of members and officers (研修): due from the first day of the term.
#pragma once

#include <optional>
#include <string>

#include "assembly/member.h"
#include "base/date.h"

namespace kenpo::assembly {

struct Training {
  base::PersonId person;
  MembershipId membership;
  std::string course;  // 「議員の職務と個人情報」
  base::Date attended_on = {};
  std::optional<int> score = {};  // of 100; none: a course without a test
};

}  // namespace kenpo::assembly
