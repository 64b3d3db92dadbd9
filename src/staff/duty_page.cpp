// `/duties`: one's own undertaking and training. `/trainings/{course}`: the course and its test.
#include <charconv>

#include "desk/page.h"
#include "desk/visit.h"
#include "staff/course_act.h"
#include "staff/duty_act.h"
#include "staff/people_page.h"
#include "staff/training_words.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;

DutyOffice duties_of(const PeopleScreens& screens) {
  return {screens.office.gate, screens.office.database};
}

std::string outcome_words(const TrainingResult& result) {
  const std::string late = result.punctual == TrainingResult::Punctual::late ? "(期限後)" : "";
  switch (result.outcome) {
    case TrainingOutcome::passed:
      return "合格" + late;
    case TrainingOutcome::failed:
      return "不合格" + late;
    case TrainingOutcome::course_closed:
      return "期間外" + late;
  }
  return {};
}

Data results_table(const Duties& duties, std::span<const Course> courses) {
  std::vector<std::vector<Cell>> rows;
  for (auto at = duties.results.rbegin(); at != duties.results.rend(); ++at) {
    const auto* course = find_course(courses, at->course);
    const bool passed = at->outcome == TrainingOutcome::passed;
    rows.push_back(
        {{course == nullptr ? at->course : course->title},
         {at->answered_at.short_text()},
         {std::to_string(at->right_count) + " / " + std::to_string(at->questions_count)},
         desk::chip_cell(passed ? ChipKind::done : ChipKind::problem, outcome_words(*at)),
         {at->valid_until ? at->valid_until->iso() : ""}});
  }
  return desk::table("受けたテスト", {{"研修"}, {"日時"}, {"正答"}, {"結果"}, {"有効期限"}}, rows);
}

/// The versions that can still be signed: the one in force and those to come.
std::vector<Data> undertaking_rows(const Duties& duties, base::Date today) {
  std::vector<Data> rows;
  const auto* in_force = rules_in_force(duties, today);
  for (const auto& rules : duties.rules) {
    const bool past = in_force != nullptr && rules.version < in_force->version;
    if (past) continue;
    std::optional<base::Date> on;
    for (const auto& each : duties.undertakings) {
      if (each.rules_version == rules.version) on = each.on;
    }
    Data row;
    row.text("rules_title", rules.title)
        .text("rules_article", rules.secrecy_article)
        .text("rules_from", rules.in_force_from.iso())
        .text("rules_version", std::to_string(rules.version))
        .text_if_any("rules_signed", on ? on->iso() : "")
        .when("rules_unsigned", !on);
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Response> duties_page(const PeopleScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto duties = KENPO_TRY(show_duties(duties_of(screens), acting));
  const auto today = visit.now().day();
  const auto until = trained_until(duties, visit.staff());
  const auto promised = undertaking_on(duties, visit.staff(), today);
  const bool trained = until && today <= *until;
  const auto courses = KENPO_TRY(courses_in_force(screens.office.database));
  const auto* course = course_on(courses, today);
  const bool met = promised && trained;
  Data data;
  data.section(
          "state",
          met ? desk::notification(desk::NotificationKind::success, "誓約と研修は済んでいます。")
              : desk::notification(desk::NotificationKind::warning,
                                   "誓約か研修が済んでいないため、業務の画面は使えません。",
                                   "済ませると、その時から使えます。"))
      .section("facts",
               desk::description_list({{"誓約", promised ? promised->iso() : "まだです"},
                                       {"研修の期限", until ? until->iso() : "受けていません"}}))
      .list("undertakings", undertaking_rows(duties, today))
      .text_if_any("course_address", course == nullptr ? "" : "/trainings/" + course->name)
      .text("course_title", course == nullptr ? "" : course->title)
      .when("any_results", !duties.results.empty())
      .section("results", results_table(duties, courses));
  desk::PageHead head;
  head.title = "誓約と研修";
  head.section = "/duties";
  return desk::page(visit, std::move(head), "duties_page", std::move(data));
}

std::optional<int> parse_version(std::string_view text) {
  int version = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, version);
  return read.ec == std::errc() && read.ptr == end ? std::optional(version) : std::nullopt;
}

Result<Response> sign(const PeopleScreens& screens, const Visit& visit, const Acting& acting) {
  const auto version = parse_version(visit.request().form.text("version"));
  if (!version) return Visit::no_such_page();
  KENPO_TRY(sign_undertaking(duties_of(screens), acting, visit.staff(), *version));
  KENPO_TRY(screens.office.policy_changed());
  return visit.redirect_with("/duties", "誓約を記録しました。");
}

std::string question_name(std::size_t at) { return "question_" + std::to_string(at + 1); }

std::vector<Data> question_rows(const Course& course) {
  std::vector<Data> rows;
  for (std::size_t at = 0; at < course.questions.size(); ++at) {
    std::vector<Data> choices;
    for (std::size_t choice = 0; choice < course.questions[at].choices.size(); ++choice) {
      Data each;
      each.text("choice_value", std::to_string(choice))
          .text("choice_label", course.questions[at].choices[choice])
          .when("chosen", false);
      choices.push_back(std::move(each));
    }
    Data row;
    row.text("name", question_name(at))
        .text("label", "問" + std::to_string(at + 1) + "　" + course.questions[at].text)
        .when("required", true)
        .nothing("support")
        .nothing("fault")
        .list("choices", std::move(choices));
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Course> course_of(const PeopleScreens& screens, const Visit& visit) {
  const auto courses = KENPO_TRY(courses_in_force(screens.office.database));
  const auto* course = find_course(courses, visit.path_value("course"));
  if (course == nullptr) return Visit::no_such_page();
  return *course;
}

Result<Response> course_page(const PeopleScreens& screens, const Visit& visit) {
  const auto course = KENPO_TRY(course_of(screens, visit));
  std::vector<Data> lessons;
  for (const auto& lesson : course.lessons) {
    Data row;
    row.text("lesson_heading", lesson.heading).text("lesson_text", lesson.text);
    lessons.push_back(std::move(row));
  }
  Data data;
  data.list("lessons", std::move(lessons))
      .list("questions", question_rows(course))
      .number("questions_count", static_cast<long long>(course.questions.size()))
      .text("answers_address", "/trainings/" + course.name);
  desk::PageHead head;
  head.title = "研修：" + course.title;
  head.section = "/duties";
  head.crumbs = {{"誓約と研修", "/duties"}};
  head.submit_label = "答える";
  return desk::page(visit, std::move(head), "training_page", std::move(data));
}

Answers answers_of_form(const Course& course, const Visit& visit) {
  Answers answers;
  for (std::size_t at = 0; at < course.questions.size(); ++at) {
    const auto choice = parse_version(visit.request().form.text(question_name(at)));
    answers.push_back(choice && *choice >= 0 ? std::optional(static_cast<std::size_t>(*choice))
                                             : std::nullopt);
  }
  return answers;
}

Data reasons_table(const Course& course, const TrainingResult& result) {
  std::vector<std::vector<Cell>> rows;
  for (std::size_t at = 0; at < course.questions.size(); ++at) {
    const auto& question = course.questions[at];
    const bool right = result.answers[at] == question.right;
    rows.push_back(
        {{question.text},
         desk::chip_cell(right ? ChipKind::done : ChipKind::problem, right ? "正答" : "誤答"),
         {question.choices[question.right]},
         {question.why}});
  }
  return desk::table("答え合わせ", {{"問題"}, {"結果"}, {"正しい答え"}, {"理由"}}, rows);
}

Result<Response> answer(const PeopleScreens& screens, const Visit& visit, const Acting& acting) {
  const auto course = KENPO_TRY(course_of(screens, visit));
  const auto result = KENPO_TRY(answer_test(duties_of(screens), acting, visit.staff(), course,
                                            answers_of_form(course, visit)));
  KENPO_TRY(screens.office.policy_changed());
  const bool passed = result.outcome == TrainingOutcome::passed;
  const auto score =
      std::to_string(result.right_count) + "問 / " + std::to_string(result.questions_count) + "問";
  Data data;
  data.section("state",
               passed ? desk::notification(desk::NotificationKind::success,
                                           "合格です(" + score + ")。", result_words(result).ja.text())
                      : desk::notification(desk::NotificationKind::warning,
                                           "合格ではありません(" + score + ")。",
                                           result_words(result).ja.text()))
      .section("reasons", reasons_table(course, result))
      .text("again_address", "/trainings/" + course.name)
      .when("passed", passed);
  desk::PageHead head;
  head.title = "研修の結果：" + course.title;
  head.section = "/duties";
  head.crumbs = {{"誓約と研修", "/duties"}};
  return desk::page(visit, std::move(head), "training_result_page", std::move(data));
}

}  // namespace

void add_duty_routes(desk::Router& router, const PeopleScreens& screens) {
  router.menu<show_duties_operation>(desk::MenuGroup::people, "/duties", "誓約と研修");
  router.get_act<show_duties_operation>("/duties",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return duties_page(screens, visit, acting);
                                        });
  router.post_act<sign_undertaking_operation>(
      "/undertakings",
      [screens](const Visit& visit, const Acting& acting) { return sign(screens, visit, acting); });
  router.get<show_duties_operation>(
      "/trainings/{course}",
      [screens](const Visit& visit, const notice::Permit<show_duties_operation>&) {
        return course_page(screens, visit);
      });
  router.post_act<answer_test_operation>("/trainings/{course}",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return answer(screens, visit, acting);
                                         });
}

}  // namespace kenpo::staff
