// `/courses`: the society's own courses, taken in from a file; `/courses/{course}`: one to be read
// before it is decided on.
#include "staff/course_act.h"

#include <algorithm>

#include "base/mapped_file.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "staff/people_page.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field course_series_field{.name = "series",
                                    .label = "研修の記号",
                                    .support = "英小文字と数字です。同じ記号の研修は、次の版に"
                                               "なります。例：privacy",
                                    .length_limit = 20,
                                    .mode = {}};
constexpr Field course_reason_field{
    .name = "reason", .label = "理由", .length_limit = reason_characters_limit, .mode = {}};
constexpr Field course_file_field{.name = "file", .label = "ファイル", .mode = {}};

Cell release_cell(const KeptCourse& kept) {
  return kept.released_at ? desk::chip_cell(ChipKind::done, "決定済み")
                          : desk::chip_cell(ChipKind::waiting, "決まっていない");
}

std::vector<Cell> course_row(const Course& course, std::string address, std::string version,
                             Cell state) {
  return {desk::link_cell(course.title, std::move(address)),
          {course.name},
          {std::move(version)},
          {period_words(course.from, course.to)},
          {std::to_string(course.questions.size()) + "問"},
          std::move(state)};
}

Data courses_table(const std::vector<KeptCourse>& own) {
  std::vector<std::vector<Cell>> rows;
  for (auto at = own.rbegin(); at != own.rend(); ++at) {
    rows.push_back(course_row(at->course, "/courses/" + at->course.name,
                              "第" + std::to_string(at->version) + "版", release_cell(*at)));
  }
  for (const auto& course : carried_courses()) {
    rows.push_back(course_row(course, "/courses/" + course.name, "第1版",
                              desk::chip_cell(ChipKind::plain, "見本")));
  }
  return desk::table("研修",
                     {{"題名"}, {"名前"}, {"版"}, {"期間"}, {"テスト"}, {"状態"}}, rows,
                     std::to_string(rows.size()) + "件");
}

Result<Response> courses_page(const PeopleScreens& screens, const Visit& visit,
                              const Acting& acting, const desk::Form& form) {
  const auto own = KENPO_TRY(show_courses(screens.office, acting));
  const auto* kind = screens.office.approvals.find_kind(course_kind_name);
  const bool proposes =
      kind != nullptr && (roles_now(screens.office.gate, visit.staff()) & kind->proposers) != 0;
  Data data;
  data.section("error_summary", form.error_summary())
      .section("courses", courses_table(own))
      .when("proposes", proposes)
      .section("series", form.input(course_series_field))
      .section("reason", form.input(course_reason_field));
  desk::PageHead head;
  head.title = "研修の登録";
  head.section = "/training-effects";
  head.crumbs = {{"研修の結果", "/training-effects"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "courses_page", std::move(data));
}

/// A proposed course, or a carried one.
Result<Course> shown_course(const Visit& visit, const std::vector<KeptCourse>& own) {
  const auto name = visit.path_value("course");
  const auto at = std::ranges::find_if(
      own, [&](const KeptCourse& each) { return each.course.name == name; });
  if (at != own.end()) return at->course;
  if (const auto* carried = find_course(carried_courses(), name)) return *carried;
  return Visit::no_such_page();
}

Result<Response> whole_course_page(const PeopleScreens& screens, const Visit& visit,
                                   const Acting& acting) {
  const auto own = KENPO_TRY(show_courses(screens.office, acting));
  const auto course = KENPO_TRY(shown_course(visit, own));
  std::vector<Data> lessons;
  for (const auto& lesson : course.lessons) {
    Data row;
    row.text("lesson_heading", lesson.heading).text("lesson_text", lesson.text);
    lessons.push_back(std::move(row));
  }
  std::vector<std::vector<Cell>> rows;
  for (const auto& question : course.questions) {
    std::string wrong;
    for (std::size_t at = 0; at < question.choices.size(); ++at) {
      if (at == question.right) continue;
      wrong += (wrong.empty() ? "" : " / ") + question.choices[at];
    }
    rows.push_back({{question.text}, {question.choices[question.right]}, {wrong}, {question.why}});
  }
  Data data;
  data.section("facts", desk::description_list({{"名前", course.name},
                                                {"期間", period_words(course.from, course.to)}}))
      .list("lessons", std::move(lessons))
      .section("questions",
               desk::table("テスト", {{"問題"}, {"正しい答え"}, {"ほかの選択肢"}, {"理由"}}, rows,
                           std::to_string(rows.size()) + "問"));
  desk::PageHead head;
  head.title = "研修：" + course.title;
  head.section = "/training-effects";
  head.crumbs = {{"研修の結果", "/training-effects"}, {"研修の登録", "/courses"}};
  return desk::page(visit, std::move(head), "course_page", std::move(data));
}

Result<Response> take_in(const PeopleScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto series = form.text(course_series_field);
  const auto reason = form.text(course_reason_field);
  const auto& uploads = visit.request().uploads;
  if (uploads.empty() || uploads.front().size_bytes == 0) {
    form.note(course_file_field, {"ファイルを選んでください。", "Choose a file."});
  }
  if (form.ok()) {
    const auto file = KENPO_TRY(base::MappedFile::open(uploads.front().path));
    const auto id = take_in_course(screens.office, acting, {*series, file.bytes(), *reason});
    if (id.ok()) {
      return visit.redirect_with("/approvals/" + std::string(id->text()),
                                 "受け付けました。別の人が承認すると、研修になります。");
    }
    form.note(id.faults());
  }
  return courses_page(screens, visit, acting, form);
}

}  // namespace

void add_course_routes(desk::Router& router, const PeopleScreens& screens) {
  router.get_act<show_courses_operation>("/courses",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return courses_page(screens, visit, acting,
                                                               desk::Form());
                                         });
  router.get_act<show_courses_operation>("/courses/{course}",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return whole_course_page(screens, visit, acting);
                                         });
  router.post_act<take_in_course_operation>("/courses",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return take_in(screens, visit, acting);
                                            });
}

}  // namespace kenpo::staff
