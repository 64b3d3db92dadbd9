// Which course comes next in a series. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "staff/course.h"

namespace kenpo::staff {

inline constexpr std::size_t series_least_characters = 2;
inline constexpr std::size_t series_most_characters = 20;
/// One column of the store holds 64 KiB (store/seal.h); a course of an hour is a tenth of it.
inline constexpr std::size_t course_bytes_limit = 60 * 1024;

/// A file as it came in.
struct CourseFile {
  std::string series;
  std::string_view bytes;
  base::StaffId by;
  base::Moment at;
};

/// The file as the next version of its series. Refused: a series that is not 2 to 20 of [a-z0-9], a
/// file that is no course, too long or no UTF-8, and a first day that has passed: a course does not
/// count for the past.
base::Result<KeptCourse> next_version(const CourseFile& file, std::span<const KeptCourse> known);

}  // namespace kenpo::staff
