// Courses: those that the program carries (src/staff/courses/*.tsv), and a society's own.
#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "staff/duty.h"

namespace kenpo::staff {

inline constexpr std::size_t questions_limit = 50;  // an hour's test
inline constexpr std::size_t choices_limit = 6;

/// A version of a course that the society took in; immutable: answers are positions in its lists.
struct KeptCourse {
  Course course;
  std::string series;  // `privacy`
  int version = 1;
  std::string text;  // the file
  std::string sha256;
  base::Moment taken_in_at;
  base::StaffId taken_in_by;
  std::optional<base::Moment> released_at;  // none: nobody or only one person has decided yet
};

/// Reads a course. Refuses a line of an unknown word, a question without choices or without its
/// right one, days the wrong way round, and a course without lessons or questions.
base::Result<Course> parse_course(std::string_view name, std::string_view text);

/// All carried courses by their first day; one that cannot be read is a broken promise.
std::span<const Course> carried_courses();
/// The course of the day; the newest when several are open, nullptr when none is.
const Course* course_on(std::span<const Course> courses, base::Date day);
const Course* find_course(std::span<const Course> courses, std::string_view name);

}  // namespace kenpo::staff
