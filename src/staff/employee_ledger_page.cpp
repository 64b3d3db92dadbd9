// The employees' trainings attended (pair 42) and benefits given (pair 43): a page a purpose.
#include "desk/page.h"
#include "desk/visit.h"
#include "staff/employee_act.h"
#include "staff/people_page.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field employee_title_field{
    .name = "title", .label = "研修の名称", .length_limit = 60, .mode = {}};
constexpr Field employee_provider_field{.name = "provider",
                                        .label = "主催者",
                                        .need = Field::Need::optional,
                                        .length_limit = 60,
                                        .mode = {}};
constexpr Field employee_on_field{.name = "on", .label = "日付", .mode = {}};
constexpr Field employee_hours_field{.name = "hours", .label = "時間", .mode = "numeric"};
constexpr Field employee_kind_field{.name = "kind", .label = "種類", .mode = {}};
constexpr Field employee_amount_field{.name = "amount", .label = "金額(円)", .mode = "numeric"};
constexpr Field welfare_words_field{.name = "words",
                                    .label = "内容",
                                    .need = Field::Need::optional,
                                    .length_limit = 200,
                                    .mode = {}};

const std::vector<desk::Choice> welfare_kinds{{"1", wording(WelfareKind::celebration)},
                                              {"2", wording(WelfareKind::checkup)},
                                              {"3", wording(WelfareKind::recreation)},
                                              {"4", wording(WelfareKind::loan)},
                                              {"5", wording(WelfareKind::other)}};

std::string ledger_address(const base::StaffId& staff) {
  return "/employees/" + std::string(staff.text());
}

Result<Response> attendances_page(const PeopleScreens& screens, const Visit& visit,
                                  const Acting& acting, const desk::Form& form) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : KENPO_TRY(show_attendances(screens.office, acting, staff))) {
    rows.push_back({{each.on.iso()}, {each.title}, {each.provider}, {std::to_string(each.hours)}});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .section("attendances",
               desk::table("受けた研修", {{"日付"}, {"研修"}, {"主催者"}, {"時間", Holds::numbers}},
                           rows))
      .text("form_address", ledger_address(staff) + "/trainings")
      .section("title", form.input(employee_title_field))
      .section("provider", form.input(employee_provider_field))
      .section("on", form.input(employee_on_field))
      .section("hours", form.input(employee_hours_field));
  desk::PageHead head;
  head.title = "研修の記録：" + name_of(screens.handlers(), staff);
  head.section = "/employees";
  head.crumbs = {{"従業員", "/employees"}};
  head.submit_label = "記録する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "attendances_page", std::move(data));
}

Result<Response> record_attendance(const PeopleScreens& screens, const Visit& visit,
                                   const Acting& acting) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  auto form = visit.form();
  const auto title = form.text(employee_title_field);
  const auto provider = form.text(employee_provider_field);
  const auto on = form.date(employee_on_field);
  const auto hours = form.number(employee_hours_field, 1, attendance_hours_limit);
  if (form.ok()) {
    const auto kept =
        enter_attendance(screens.office, acting, staff,
                         {*title, provider.value_or(""), *on, static_cast<int>(*hours)});
    if (kept.ok()) {
      return visit.redirect_with(ledger_address(staff) + "/trainings", "研修を記録しました。");
    }
    form.note(kept.faults());
  }
  return attendances_page(screens, visit, acting, form);
}

Result<Response> benefits_page(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting, const desk::Form& form) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : KENPO_TRY(show_welfare(screens.office, acting, staff))) {
    rows.push_back({{each.on.iso()},
                    {std::string(wording(each.kind))},
                    {each.words},
                    desk::yen_cell(each.amount)});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .section("benefits",
               desk::table("給付の記録",
                           {{"日付"}, {"種類"}, {"内容"}, {"金額(円)", Holds::numbers}}, rows))
      .text("form_address", ledger_address(staff) + "/benefits")
      .section("kind", form.select(employee_kind_field, welfare_kinds))
      .section("on", form.input(employee_on_field))
      .section("amount", form.input(employee_amount_field))
      .section("words", form.input(welfare_words_field));
  desk::PageHead head;
  head.title = "福利厚生の記録：" + name_of(screens.handlers(), staff);
  head.section = "/employees";
  head.crumbs = {{"従業員", "/employees"}};
  head.submit_label = "記録する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "benefits_page", std::move(data));
}

Result<Response> record_benefit(const PeopleScreens& screens, const Visit& visit,
                                const Acting& acting) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  auto form = visit.form();
  const auto kind = form.choice(employee_kind_field, welfare_kinds);
  const auto on = form.date(employee_on_field);
  const auto amount = form.yen(employee_amount_field, 0, welfare_amount_limit_yen);
  const auto words = form.text(welfare_words_field);
  if (form.ok()) {
    const auto kept = enter_welfare(
        screens.office, acting, staff,
        {static_cast<WelfareKind>(kind->front() - '0'), *on, *amount, words.value_or("")});
    if (kept.ok()) {
      return visit.redirect_with(ledger_address(staff) + "/benefits", "給付を記録しました。");
    }
    form.note(kept.faults());
  }
  return benefits_page(screens, visit, acting, form);
}

}  // namespace

void add_employee_ledger_routes(desk::Router& router, const PeopleScreens& screens) {
  router.get_act<show_attendances_operation>(
      "/employees/{staff}/trainings", [screens](const Visit& visit, const Acting& acting) {
        return attendances_page(screens, visit, acting, desk::Form());
      });
  router.post_act<enter_attendance_operation>("/employees/{staff}/trainings",
                                              [screens](const Visit& visit, const Acting& acting) {
                                                return record_attendance(screens, visit, acting);
                                              });
  router.get_act<show_welfare_operation>(
      "/employees/{staff}/benefits", [screens](const Visit& visit, const Acting& acting) {
        return benefits_page(screens, visit, acting, desk::Form());
      });
  router.post_act<enter_welfare_operation>("/employees/{staff}/benefits",
                                           [screens](const Visit& visit, const Acting& acting) {
                                             return record_benefit(screens, visit, acting);
                                           });
}

}  // namespace kenpo::staff
