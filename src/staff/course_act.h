// Courses of the society's own: taken in from a file by one person, put into force by two (notice
// section 2, H-2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "staff/approval_act.h"
#include "staff/course.h"

namespace kenpo::staff {

/// The right answers stand in it: the act shows it to the responsible person, the executive
/// director and the auditor alone.
inline constexpr notice::Operation show_courses_operation{
    .name = "course.show", .japanese = "研修の一覧", .statute = notice::Statute::joint_decision};
inline constexpr notice::Operation take_in_course_operation{
    .name = "course.take_in",
    .japanese = "研修のファイルの受付",
    .verb = notice::Verb::write,
    .statute = notice::Statute::joint_decision};

inline constexpr std::string_view course_kind_name = "training_course";

/// What a course is taken in with. `series` is 2 to 20 of [a-z0-9]; the versions of a series count
/// from 1, the carried sample being the first of its own.
struct CourseIntake {
  std::string series;
  std::string_view bytes;  // docs/formats/course_tsv.md
  std::string reason;
};

/// Keeps the file as the next version of its series and proposes to put it into force. Refused:
/// anybody but the responsible person and the executive director, a file that is no course or too
/// long, a first day that has passed, and the very content of an earlier version.
base::Result<base::CaseId> take_in_course(const PeopleOffice& office, const notice::Acting& acting,
                                          const CourseIntake& intake);
/// The course counts from the moment the second person agrees, on its own days.
ApprovalKind course_kind();

base::Result<std::vector<KeptCourse>> show_courses(const PeopleOffice& office,
                                                   const notice::Acting& acting);

/// The courses that two people put into force and the carried ones, by their first day; the
/// society's own come last, so that they win. Holds no personal data.
base::Result<std::vector<Course>> courses_in_force(store::Database& database);

}  // namespace kenpo::staff
