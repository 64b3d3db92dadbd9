#include "staff/course_rule.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"

namespace kenpo::staff {

namespace {

using base::Result;

bool is_series(std::string_view text) {
  const auto fits = [](char each) {
    return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
  };
  return text.size() >= series_least_characters && text.size() <= series_most_characters &&
         std::ranges::all_of(text, fits);
}

}  // namespace

Result<KeptCourse> next_version(const CourseFile& file, std::span<const KeptCourse> known) {
  const auto& [series, bytes, by, at] = file;
  if (!is_series(series)) {
    return base::refusal({"研修の記号は、英小文字と数字の2文字から20文字までです。",
                          "A series has 2 to 20 small letters and digits."},
                         {"記号を入れ直してください。", "Enter it again."});
  }
  if (bytes.size() > course_bytes_limit || !base::is_utf8(bytes)) {
    return base::refusal(
        {"ファイルが大きすぎるか、UTF-8ではありません。", "The file is too long or not UTF-8."},
        {"60KBまでのUTF-8のファイルにしてください。", "Send a UTF-8 file of up to 60 KB."});
  }
  // The carried sample is the first of its own series.
  int version = find_course(carried_courses(), series) == nullptr ? 1 : 2;
  for (const auto& each : known) {
    if (each.series == series) version = std::max(version, each.version + 1);
  }
  auto course = KENPO_TRY(parse_course(series + "_" + std::to_string(version), bytes));
  if (course.from < at.day()) {
    return base::refusal(
        {"始まりの日が過ぎています。", "The first day has passed."},
        {"ファイルの from を今日以後の日にしてください。", "Choose a first day from today on."});
  }
  return KeptCourse{.course = std::move(course),
                    .series = series,
                    .version = version,
                    .text = std::string(bytes),
                    .sha256 = base::sha256_hex(bytes),
                    .taken_in_at = at,
                    .taken_in_by = by,
                    .released_at = {}};
}

}  // namespace kenpo::staff
