// Whether duties are met on a day. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "staff/duty.h"

namespace kenpo::staff {

/// The rules of employment in force on the day; nullptr when there are none.
const EmploymentRules* rules_in_force(const Duties& duties, base::Date day);

/// H-1: the day of the person's undertaking under the rules in force on `day`. One under older
/// rules does not count: what is promised must be what the rules say now.
std::optional<base::Date> undertaking_on(const Duties& duties, const base::StaffId& staff,
                                         base::Date day);

/// H-2: the last day for which the person's trainings count, whatever the day; nullopt: never
/// passed.
std::optional<base::Date> trained_until(const Duties& duties, const base::StaffId& staff);

/// H-3: the result of a test answered now. The pass mark and the interval are rows of the law book.
/// Faults: a number of answers that is not that of the questions, or a choice that does not exist.
base::Result<TrainingResult> judge_test(const Course& course, const Answers& answers,
                                        const base::StaffId& staff, base::Moment now,
                                        std::optional<base::Date> due);

/// How a course did, for the review of its results (H-4).
struct CourseEffect {
  int people_passed = 0;
  int people_failed_last = 0;          // took it, and have not passed
  int tests = 0;                       // all of them, retakes included
  std::vector<int> wrong_by_question;  // wrong or open answers in first tests
  int first_tests = 0;
};
CourseEffect effect_of(const Course& course, const Duties& duties);

/// Refuses an empty or overlong title or article, and a version that is not the next, or does not
/// come into force after the one before it.
base::Result<> check_rules(const EmploymentRules& rules, const Duties& duties);

}  // namespace kenpo::staff
