// `/employees`: the employees with posts, contracts and leaving (pair 41).
#include "desk/page.h"
#include "base/mask.h"
#include "desk/visit.h"
#include "staff/employee_act.h"
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

constexpr auto may_be_empty = Field::Need::optional;
constexpr Field employee_handler_field{.name = "handler",
                                       .label = "取扱者名簿の人",
                                       .need = may_be_empty,
                                       .support = "名簿に載っている人を採用の記録に結び付けます。",
                                       .mode = {}};
constexpr Field employee_name_field{
    .name = "name", .label = "氏名", .length_limit = 40, .mode = {}};
constexpr Field employee_kana_field{
    .name = "kana", .label = "カナ", .length_limit = 60, .mode = {}};
constexpr Field employee_born_field{.name = "born_on", .label = "生年月日", .mode = {}};
constexpr Field employee_joined_field{.name = "joined_on", .label = "採用の日", .mode = {}};
constexpr Field employee_address_field{
    .name = "address", .label = "住所", .need = may_be_empty, .length_limit = 200, .mode = {}};
constexpr Field employee_telephone_field{
    .name = "telephone", .label = "電話番号", .need = may_be_empty, .length_limit = 20, .mode = {}};
constexpr Field employee_contact_field{.name = "contact",
                                       .label = "緊急連絡先の氏名",
                                       .need = may_be_empty,
                                       .length_limit = 40,
                                       .mode = {}};
constexpr Field employee_relation_field{
    .name = "relation", .label = "続柄", .need = may_be_empty, .length_limit = 20, .mode = {}};
constexpr Field employee_contact_telephone_field{.name = "contact_telephone",
                                                 .label = "緊急連絡先の電話番号",
                                                 .need = may_be_empty,
                                                 .length_limit = 20,
                                                 .mode = {}};
constexpr Field employee_post_field{
    .name = "post", .label = "職・所属", .length_limit = 60, .mode = {}};
constexpr Field employee_contract_field{.name = "contract", .label = "契約の種類", .mode = {}};
constexpr Field employee_first_day_field{.name = "from", .label = "始まりの日", .mode = {}};
constexpr Field employee_last_day_field{
    .name = "to", .label = "終わりの日", .need = may_be_empty, .mode = {}};
constexpr Field leaving_field{.name = "last_day", .label = "退職の日", .mode = {}};
constexpr Field leaving_at_field{.name = "leaves_at", .label = "権限の終わり", .mode = {}};

const std::vector<desk::Choice> leaving_times{{"end_of_day", "退職の日の終わりに"},
                                              {"once", "いますぐ"}};

std::string label_of(const std::vector<desk::Choice>& choices, int value) {
  return std::string(choices[static_cast<std::size_t>(value) - 1].label);
}

std::string employee_address(const base::StaffId& staff) {
  return "/employees/" + std::string(staff.text());
}

std::vector<desk::Choice> handler_choices(const std::vector<NamedHandler>& handlers) {
  std::vector<desk::Choice> choices;
  for (const auto& each : handlers) choices.push_back({each.handler.staff.text(), each.name});
  return choices;
}

Result<Response> employees_page(const PeopleScreens& screens, const Visit& visit,
                                const Acting& acting) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : KENPO_TRY(show_employees(screens.office, acting))) {
    const bool left = each.left_on && *each.left_on < visit.now().day();
    rows.push_back(
        {desk::link_cell(each.details.name, employee_address(each.staff)),
         {each.details.name_kana},
         {period_words(each.joined_on, each.left_on)},
         desk::chip_cell(left ? ChipKind::plain : ChipKind::done, left ? "退職" : "在職")});
  }
  Data data;
  data.section("employees", desk::table("従業員", {{"氏名"}, {"カナ"}, {"在職の期間"}, {"状態"}},
                                        rows, std::to_string(rows.size()) + "人"));
  desk::PageHead head;
  head.title = "従業員";
  head.section = "/employees";
  return desk::page(visit, std::move(head), "employees_page", std::move(data));
}

Result<Response> hiring_page(const PeopleScreens& screens, const Visit& visit,
                             const desk::Form& form) {
  const auto handlers = screens.handlers();
  Data data;
  data.section("error_summary", form.error_summary())
      .section("handler", form.select(employee_handler_field, handler_choices(handlers)))
      .section("name", form.input(employee_name_field))
      .section("kana", form.input(employee_kana_field))
      .section("born_on", form.input(employee_born_field))
      .section("joined_on", form.input(employee_joined_field))
      .section("post", form.input(employee_post_field))
      .section("contract", form.select(employee_contract_field, contract_kinds()))
      .section("to", form.input(employee_last_day_field))
      .section("address", form.input(employee_address_field))
      .section("telephone", form.input(employee_telephone_field))
      .section("contact", form.input(employee_contact_field))
      .section("relation", form.input(employee_relation_field))
      .section("contact_telephone", form.input(employee_contact_telephone_field));
  desk::PageHead head;
  head.title = "採用の登録";
  head.section = "/employees";
  head.crumbs = {{"従業員", "/employees"}};
  head.submit_label = "登録する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "hiring_page", std::move(data));
}

EmployeeFile file_of_form(desk::Form& form, const std::vector<NamedHandler>& handlers) {
  const auto listed = form.choice(employee_handler_field, handler_choices(handlers));
  const auto joined = form.date(employee_joined_field).value_or(base::Date());
  EmployeeFile file{
      .employee = {.staff = listed ? *base::StaffId::parse(*listed) : base::StaffId::draw(),
                   .details = {.name = form.text(employee_name_field).value_or(""),
                               .name_kana = form.text(employee_kana_field).value_or(""),
                               .born_on = form.date(employee_born_field).value_or(base::Date()),
                               .address = form.text(employee_address_field).value_or(""),
                               .telephone = form.text(employee_telephone_field).value_or(""),
                               .emergency_name = form.text(employee_contact_field).value_or(""),
                               .emergency_relation =
                                   form.text(employee_relation_field).value_or(""),
                               .emergency_telephone =
                                   form.text(employee_contact_telephone_field).value_or("")},
                   .joined_on = joined,
                   .left_on = {}},
      .posts = {{form.text(employee_post_field).value_or(""), joined, {}}},
      .contracts = {}};
  const auto kind = form.choice(employee_contract_field, contract_kinds()).value_or("1");
  file.contracts = {
      {static_cast<ContractKind>(kind.front() - '0'), joined, form.date(employee_last_day_field)}};
  return file;
}

Result<Response> enter_hiring(const PeopleScreens& screens, const Visit& visit,
                              const Acting& acting) {
  auto form = visit.form();
  const auto file = file_of_form(form, screens.handlers());
  if (form.ok()) {
    const auto hired = hire(screens.office, acting, file);
    if (hired.ok()) {
      return visit.redirect_with(employee_address(file.employee.staff), "採用を登録しました。");
    }
    form.note(hired.faults());
  }
  return hiring_page(screens, visit, form);
}

Data posts_table(const EmployeeFile& file) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : file.posts)
    rows.push_back({{each.title}, {period_words(each.from, each.to)}});
  return desk::table("職・所属", {{"職・所属"}, {"期間"}}, rows);
}

Data contracts_table(const EmployeeFile& file) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : file.contracts) {
    rows.push_back({{label_of(contract_kinds(), static_cast<int>(each.kind))},
                    {period_words(each.from, each.to)}});
  }
  return desk::table("雇用契約", {{"種類"}, {"期間"}}, rows);
}

std::string words_or_none(const std::string& words) {
  return words.empty() ? std::string("記載なし") : words;
}

Result<base::StaffId> employee_of(const Visit& visit) { return visit.id<base::StaffId>("staff"); }

/// Whether address and telephone numbers are hidden.
enum class Hidden : std::uint8_t { yes, no };

Result<Response> employee_page(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting, const desk::Form& form,
                               Hidden hidden = Hidden::yes) {
  const auto staff = KENPO_TRY(employee_of(visit));
  const bool hide = hidden == Hidden::yes;
  const auto file = KENPO_TRY(hide ? show_employee(screens.office, acting, staff)
                                   : reveal_employee(screens.office, acting, staff));
  const auto& details = file.employee.details;
  const auto shown = [&](const std::string& words) {
    return words_or_none(hide ? base::masked(words) : words);
  };
  Data data;
  data.section("error_summary", form.error_summary())
      .section("facts",
               desk::description_list(
                   {{"氏名", details.name + "(" + details.name_kana + ")"},
                    {"生年月日", details.born_on.iso()},
                    {"在職の期間", period_words(file.employee.joined_on, file.employee.left_on)},
                    {"住所", shown(details.address)},
                    {"電話番号", shown(details.telephone)},
                    {"緊急連絡先", shown(details.emergency_name) + " " +
                                       details.emergency_relation + " " +
                                       shown(details.emergency_telephone)}}))
      .text_if_any("reveal_address", hide ? employee_address(staff) + "/contact-details" : "")
      .section("posts", posts_table(file))
      .section("contracts", contracts_table(file))
      .text("address", employee_address(staff))
      .when("employed", !file.employee.left_on)
      .section("post", form.input(employee_post_field))
      .section("from", form.input(employee_first_day_field))
      .section("leaving", form.input(leaving_field))
      .section("leaves_at", form.select(leaving_at_field, leaving_times));
  desk::PageHead head;
  head.title = "従業員：" + details.name;
  head.section = "/employees";
  head.crumbs = {{"従業員", "/employees"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "employee_page", std::move(data));
}

Result<Response> enter_transfer(const PeopleScreens& screens, const Visit& visit,
                                const Acting& acting) {
  const auto staff = KENPO_TRY(employee_of(visit));
  auto form = visit.form();
  const auto title = form.text(employee_post_field);
  const auto from = form.date(employee_first_day_field);
  if (form.ok()) {
    const auto entered = enter_post(screens.office, acting, staff, {*title, *from, {}});
    if (entered.ok()) return visit.redirect_with(employee_address(staff), "異動を登録しました。");
    form.note(entered.faults());
  }
  return employee_page(screens, visit, acting, form);
}

Result<Response> enter_leaving(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting) {
  const auto staff = KENPO_TRY(employee_of(visit));
  auto form = visit.form();
  const auto last_day = form.date(leaving_field);
  const auto at = form.choice(leaving_at_field, leaving_times);
  if (form.ok()) {
    const auto left = leave(screens.office, acting, staff, *last_day,
                            *at == "once" ? LeavesAt::once : LeavesAt::end_of_day);
    if (left.ok()) {
      return visit.redirect_with(employee_address(staff),
                                 "退職を登録しました。権限もその時に終わります。");
    }
    form.note(left.faults());
  }
  return employee_page(screens, visit, acting, form);
}

}  // namespace

void add_employee_routes(desk::Router& router, const PeopleScreens& screens) {
  router.menu<list_employees_operation>(desk::MenuGroup::people, "/employees", "従業員");
  router.get_act<list_employees_operation>("/employees",
                                           [screens](const Visit& visit, const Acting& acting) {
                                             return employees_page(screens, visit, acting);
                                           });
  router.get<hire_operation>("/hirings",
                             [screens](const Visit& visit, const notice::Permit<hire_operation>&) {
                               return hiring_page(screens, visit, desk::Form());
                             });
  router.post_act<hire_operation>("/hirings", [screens](const Visit& visit, const Acting& acting) {
    return enter_hiring(screens, visit, acting);
  });
  router.get_act<show_employee_operation>(
      "/employees/{staff}", [screens](const Visit& visit, const Acting& acting) {
        return employee_page(screens, visit, acting, desk::Form());
      });
  router.get_act<reveal_employee_operation>(
      "/employees/{staff}/contact-details", [screens](const Visit& visit, const Acting& acting) {
        return employee_page(screens, visit, acting, desk::Form(), Hidden::no);
      });
  router.post_act<enter_post_operation>("/employees/{staff}/posts",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return enter_transfer(screens, visit, acting);
                                        });
  router.post_act<leave_operation>("/employees/{staff}/leaving",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return enter_leaving(screens, visit, acting);
                                   });
  add_employee_change_routes(router, screens);
  add_employee_ledger_routes(router, screens);
}

}  // namespace kenpo::staff
