// `/training-effects`: what the tests showed, who is due, the reviews with measures and dates; the
// versions of the rules of employment.
#include "desk/page.h"
#include "desk/visit.h"
#include "law/book.h"
#include "staff/course_act.h"
#include "staff/duty_act.h"
#include "staff/effect_act.h"
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
using notice::Permit;
using Holds = desk::Column::Holds;

constexpr Field effect_finding_field{.name = "finding",
                                     .label = "分かったこと",
                                     .support = "氏名は書きません。",
                                     .length_limit = 500,
                                     .mode = {}};
constexpr Field effect_measure_field{
    .name = "measure", .label = "対応", .length_limit = 500, .mode = {}};
constexpr Field effect_due_field{.name = "due", .label = "対応の期限", .mode = {}};
constexpr Field rules_title_field{
    .name = "rules_title", .label = "就業規則の名称", .length_limit = 60, .mode = {}};
constexpr Field rules_article_field{.name = "rules_article",
                                    .label = "秘密保持の条",
                                    .support = "例：第12条",
                                    .length_limit = 60,
                                    .mode = {}};
constexpr Field rules_from_field{.name = "rules_from", .label = "施行日", .mode = {}};

Result<Data> due_table(const PeopleScreens& screens, base::Date today) {
  const auto soon_days =
      KENPO_TRY(law::Book::carried().count("staff.training.announced_before", today)).value;
  std::vector<std::vector<Cell>> rows;
  for (const auto& named : screens.handlers()) {
    const auto& until = named.handler.trained_until;
    const bool over = !until || *until < today;
    const bool soon = !over && until->since(today) <= soon_days;
    rows.push_back({{named.name},
                    {named.handler.undertaking_on ? named.handler.undertaking_on->iso() : "なし"},
                    {until ? until->iso() : "なし"},
                    desk::chip_cell(over   ? ChipKind::problem
                                    : soon ? ChipKind::waiting
                                           : ChipKind::done,
                                    over   ? "権限は止まっています"
                                    : soon ? "まもなく期限"
                                           : "有効")});
  }
  return desk::table("誓約と研修の期限", {{"氏名"}, {"誓約"}, {"研修の期限"}, {"状態"}}, rows);
}

Data questions_table(const Course& course, const CourseEffect& effect) {
  std::vector<std::vector<Cell>> rows;
  for (std::size_t at = 0; at < course.questions.size(); ++at) {
    rows.push_back({{std::to_string(at + 1)},
                    {course.questions[at].text},
                    {std::to_string(effect.wrong_by_question[at])},
                    {std::to_string(effect.first_tests)}});
  }
  return desk::table("最初のテストの誤答",
                     {{"問", Holds::numbers},
                      {"問題"},
                      {"誤答(人)", Holds::numbers},
                      {"受けた人(人)", Holds::numbers}},
                     rows);
}

Data reviews_table(const PeopleScreens& screens, const std::vector<TrainingReview>& reviews) {
  const auto handlers = screens.handlers();
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : reviews) {
    rows.push_back({{each.at.short_text()},
                    {name_of(handlers, each.by)},
                    {std::to_string(each.people_passed) + "人 / 不合格 " +
                     std::to_string(each.people_failed) + "人"},
                    {each.finding},
                    {each.measure},
                    {each.due.iso()}});
  }
  return desk::table(
      "検証の記録",
      {{"日時"}, {"検証した人"}, {"合格"}, {"分かったこと"}, {"対応"}, {"対応の期限"}}, rows);
}

Data rules_table(const Duties& duties) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : duties.rules) {
    rows.push_back({{"第" + std::to_string(each.version) + "版"},
                    {each.title},
                    {each.secrecy_article},
                    {each.in_force_from.iso()}});
  }
  return desk::table("就業規則", {{"版"}, {"名称"}, {"秘密保持"}, {"施行日"}}, rows);
}

Result<Response> effects_page(const PeopleScreens& screens, const Visit& visit,
                              const desk::Form& form) {
  const auto today = visit.now().day();
  const auto duties = screens.staffing().duties;
  const auto courses = KENPO_TRY(courses_in_force(screens.office.database));
  const auto* course = course_on(courses, today);
  if (course == nullptr) return Visit::no_such_page();
  const auto effect = effect_of(*course, duties);
  const bool responsible = screens.office.gate.policy()->responsible_person == visit.staff();
  Data data;
  data.section("error_summary", form.error_summary())
      .section("due", KENPO_TRY(due_table(screens, today)))
      .section("facts",
               desk::description_list(
                   {{"研修", course->title},
                    {"合格した人", std::to_string(effect.people_passed) + "人"},
                    {"まだ合格していない人", std::to_string(effect.people_failed_last) + "人"},
                    {"テストの回数", std::to_string(effect.tests) + "回"}}))
      .section("questions", questions_table(*course, effect))
      .section("reviews", reviews_table(screens, KENPO_TRY(show_reviews(screens.office))))
      .section("rules", rules_table(duties))
      .when("responsible", responsible)
      .section("finding", form.input(effect_finding_field))
      .section("measure", form.input(effect_measure_field))
      .section("due_day", form.input(effect_due_field))
      .section("rules_title", form.input(rules_title_field))
      .section("rules_article", form.input(rules_article_field))
      .section("rules_from", form.input(rules_from_field));
  desk::PageHead head;
  head.title = "研修の結果";
  head.section = "/training-effects";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "training_effects_page", std::move(data));
}

Result<Response> enter_review(const PeopleScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto form = visit.form();
  const auto finding = form.text(effect_finding_field);
  const auto measure = form.text(effect_measure_field);
  const auto due = form.date(effect_due_field);
  const auto courses = KENPO_TRY(courses_in_force(screens.office.database));
  const auto* course = course_on(courses, visit.now().day());
  if (form.ok() && course != nullptr) {
    const auto kept = review_effect(screens.office, acting, *course, *finding, *measure, *due);
    if (kept.ok()) return visit.redirect_with("/training-effects", "検証を記録しました。");
    form.note(kept.faults());
  }
  return effects_page(screens, visit, form);
}

Result<Response> enter_rules(const PeopleScreens& screens, const Visit& visit,
                             const Acting& acting) {
  auto form = visit.form();
  const auto title = form.text(rules_title_field);
  const auto article = form.text(rules_article_field);
  const auto from = form.date(rules_from_field);
  if (form.ok()) {
    const auto version = static_cast<int>(screens.staffing().duties.rules.size()) + 1;
    const auto kept = register_rules({screens.office.gate, screens.office.database}, acting,
                                     {version, *title, *from, *article});
    if (kept.ok()) {
      KENPO_TRY(screens.office.policy_changed());
      return visit.redirect_with("/training-effects", "就業規則を登録しました。");
    }
    form.note(kept.faults());
  }
  return effects_page(screens, visit, form);
}

}  // namespace

void add_effect_routes(desk::Router& router, const PeopleScreens& screens) {
  router.menu<show_effect_operation>(desk::MenuGroup::people, "/training-effects", "研修の結果");
  router.get<show_effect_operation>(
      "/training-effects", [screens](const Visit& visit, const Permit<show_effect_operation>&) {
        return effects_page(screens, visit, desk::Form());
      });
  router.post_act<review_effect_operation>("/training-effects",
                                           [screens](const Visit& visit, const Acting& acting) {
                                             return enter_review(screens, visit, acting);
                                           });
  router.post_act<register_rules_operation>("/employment-rules",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return enter_rules(screens, visit, acting);
                                            });
}

}  // namespace kenpo::staff
