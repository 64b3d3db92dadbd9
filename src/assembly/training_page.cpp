#include "assembly/assembly_page.h"
#include "assembly/training_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field trainee_field{.name = "membership", .label = "議員"};
constexpr Field course_field{.name = "course", .label = "研修", .length_limit = 100};
constexpr Field attended_field{.name = "attended_on", .label = "受けた日"};
constexpr Field score_field{.name = "score",
                            .label = "テストの点",
                            .need = Field::Need::optional,
                            .support = "0から100。テストのない研修は空のまま。",
                            .length_limit = 3,
                            .mode = "numeric"};
constexpr int full_score = 100;

std::vector<Choice> trainees(const std::vector<MemberTraining>& found) {
  std::vector<Choice> choices;
  for (const auto& each : found) choices.push_back({each.member.id.text(), each.member.name});
  return choices;
}

std::string courses_of(const MemberTraining& each) {
  std::string words;
  for (const auto& training : each.attended) {
    words += (words.empty() ? "" : "、") + training.attended_on.iso() + " " + training.course;
    if (training.score) words += "(" + std::to_string(*training.score) + "点)";
  }
  return words;
}

Result<Response> trainings_page(const AssemblyScreens& screens, const Visit& visit,
                                const Acting& acting, const Form& form) {
  const auto today = visit.now().day();
  const auto found = KENPO_TRY(show_trainings(screens.office, acting, today));
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& each : found) {
    auto state = desk::chip_cell(desk::ChipKind::waiting, "これから");
    if (!each.attended.empty()) state = desk::chip_cell(desk::ChipKind::done, "受講済み");
    if (each.overdue(today)) state = desk::chip_cell(desk::ChipKind::problem, "期限を過ぎた");
    rows.push_back({{each.member.name},
                    {wording(each.member.kind).ja.text()},
                    {each.due.iso()},
                    {courses_of(each)},
                    state});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section("trainings",
               desk::table("議員の研修", {{"氏名"}, {"区分"}, {"期限"}, {"受けた研修"}, {"状態"}},
                           rows, std::to_string(rows.size()) + "人"))
      .section("membership", form.select(trainee_field, trainees(found)))
      .section("course", form.input(course_field))
      .section("attended_on", form.input(attended_field))
      .section("score", form.input(score_field));
  desk::PageHead head;
  head.title = "議員の研修";
  head.section = "/assembly-members";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_trainings_page", std::move(data));
}

Result<Response> record(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto found = KENPO_TRY(show_trainings(screens.office, acting, visit.now().day()));
  const auto member = form.choice(trainee_field, trainees(found));
  const auto course = form.text(course_field);
  const auto attended = form.date(attended_field);
  const auto score = form.sent("score").empty() ? std::optional<std::int64_t>()
                                                : form.number(score_field, 0, full_score);
  if (form.ok()) {
    Training training{.person = base::PersonId::draw(),  // the act puts the member's own
                      .membership = *MembershipId::parse(*member),
                      .course = *course,
                      .attended_on = *attended};
    if (score) training.score = static_cast<int>(*score);
    const auto done = record_training(screens.office, acting, training);
    if (done.ok()) return visit.redirect_with("/assembly-trainings", "研修を記録しました。");
    form.note(done.faults());
  }
  return trainings_page(screens, visit, acting, form);
}

}  // namespace

void add_training_routes(desk::Router& router, const AssemblyScreens& screens) {
  router.get_act<assembly_training_show>("/assembly-trainings",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return trainings_page(screens, visit, acting, Form());
                                         });
  router.post_act<assembly_training_record>("/assembly-trainings",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return record(screens, visit, acting);
                                            });
}

}  // namespace kenpo::assembly
