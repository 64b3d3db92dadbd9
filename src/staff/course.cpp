#include "staff/course.h"

#include <algorithm>

#include "base/require.h"
#include "base/resource.h"
#include "base/tsv.h"

namespace kenpo::staff {

namespace {

using base::Result;

constexpr std::string_view courses_folder = "src/staff/courses/";

base::Fault course_fault(std::uint64_t line, base::Words what) {
  return {.what = std::move(what),
          .why = {},
          .mend = {"研修のファイルの行を直してください。", "Mend the line of the course."},
          .place = {.file = "course.tsv", .line = line, .column = 0, .field = {}}};
}

/// Takes one line in; false when the line is not of this format.
bool take_line(Course& course, std::string_view word, std::string_view first,
               std::string_view second) {
  if (word == "title") {
    course.title = first;
  } else if (word == "from" || word == "to") {
    const auto day = base::Date::parse(first);
    if (!day) return false;
    if (word == "from") course.from = *day;
    if (word == "to") course.to = *day;
  } else if (word == "lesson") {
    course.lessons.push_back({std::string(first), std::string(second)});
  } else if (word == "question") {
    course.questions.push_back({std::string(first), {}, questions_limit, {}});
  } else if (course.questions.empty()) {
    return false;
  } else if (word == "choice") {
    course.questions.back().choices.emplace_back(first);
  } else if (word == "right") {
    auto& question = course.questions.back();
    if (question.right != questions_limit) return false;  // two right answers
    question.right = question.choices.size();
    question.choices.emplace_back(first);
  } else if (word == "why") {
    course.questions.back().why = first;
  } else {
    return false;
  }
  return true;
}

bool is_sound(const Question& question) {
  return question.choices.size() >= 2 && question.choices.size() <= choices_limit &&
         question.right < question.choices.size() && !question.why.empty();
}

std::vector<Course> read_carried() {
  std::vector<Course> courses;
  for (const auto path : base::resources_under(courses_folder)) {
    auto name = path.substr(courses_folder.size());
    name = name.substr(0, name.find('.'));
    auto course = parse_course(name, base::resource(path));
    KENPO_REQUIRE(course.ok());
    courses.push_back(std::move(course).value());
  }
  std::ranges::sort(courses, {}, &Course::from);
  return courses;
}

}  // namespace

Result<Course> parse_course(std::string_view name, std::string_view text) {
  Course course;
  course.name = name;
  std::uint64_t number = 0;
  for (const auto line : base::lines_of(text)) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto cells = base::cells_of(line);
    constexpr std::size_t most_cells = 3;
    const auto second = cells.size() == most_cells ? cells[2] : std::string_view();
    const bool two_parts = cells[0] == "lesson";
    const bool sound = cells.size() == (two_parts ? most_cells : most_cells - 1) &&
                       !cells[1].empty() && take_line(course, cells[0], cells[1], second);
    if (!sound) {
      return course_fault(number,
                          {"研修のファイルの行の形が違います。", "Not a line of a course."});
    }
  }
  const bool whole = !course.title.empty() && (!course.to || course.from <= *course.to) &&
                     !course.lessons.empty() && !course.questions.empty() &&
                     course.questions.size() <= questions_limit &&
                     std::ranges::all_of(course.questions, is_sound);
  if (whole) return course;
  return course_fault(number, {"研修の内容がそろっていません。", "The course is not whole."});
}

std::span<const Course> carried_courses() {
  static const auto courses = read_carried();
  return courses;
}

const Course* course_on(std::span<const Course> courses, base::Date day) {
  const Course* found = nullptr;
  for (const auto& course : courses) {
    if (course.from <= day && (!course.to || day <= *course.to)) found = &course;
  }
  return found;
}

const Course* find_course(std::span<const Course> courses, std::string_view name) {
  const auto at = std::ranges::find(courses, name, &Course::name);
  return at == courses.end() ? nullptr : &*at;
}

}  // namespace kenpo::staff
