// The courses that the program carries (src/staff/courses/*.tsv).
#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "staff/duty.h"

namespace kenpo::staff {

inline constexpr std::size_t questions_limit = 50;  // an hour's test
inline constexpr std::size_t choices_limit = 6;

/// Reads a course. Refuses a line of an unknown word, a question without choices or without its
/// right one, days the wrong way round, and a course without lessons or questions.
base::Result<Course> parse_course(std::string_view name, std::string_view text);

/// All carried courses by their first day; one that cannot be read is a broken promise.
std::span<const Course> carried_courses();
/// The course of the day; the newest when several are open, nullptr when none is.
const Course* course_on(std::span<const Course> courses, base::Date day);
const Course* find_course(std::span<const Course> courses, std::string_view name);

}  // namespace kenpo::staff
