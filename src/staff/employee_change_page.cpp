// `/employees/{staff}/details`, `/employees/{staff}/contracts`: contact data and contracts anew.
#include "desk/page.h"
#include "desk/visit.h"
#include "staff/employee_act.h"
#include "staff/people_page.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field changed_name_field{.name = "name", .label = "氏名", .length_limit = 40, .mode = {}};
constexpr Field changed_kana_field{.name = "kana", .label = "カナ", .length_limit = 60, .mode = {}};
constexpr Field changed_address_field{.name = "address",
                                      .label = "住所",
                                      .need = Field::Need::optional,
                                      .support = "連絡先は、変えない項目を空のままにします。消すときは"
                                                 "「削除」と入れます。",
                                      .length_limit = 200,
                                      .mode = {}};
constexpr Field changed_telephone_field{.name = "telephone",
                                        .label = "電話番号",
                                        .need = Field::Need::optional,
                                        .length_limit = 20,
                                        .mode = {}};
constexpr Field changed_contact_field{.name = "contact",
                                      .label = "緊急連絡先の氏名",
                                      .need = Field::Need::optional,
                                      .length_limit = 40,
                                      .mode = {}};
constexpr Field changed_relation_field{.name = "relation",
                                       .label = "続柄",
                                       .need = Field::Need::optional,
                                       .length_limit = 20,
                                       .mode = {}};
constexpr Field changed_contact_telephone_field{.name = "contact_telephone",
                                                .label = "緊急連絡先の電話番号",
                                                .need = Field::Need::optional,
                                                .length_limit = 20,
                                                .mode = {}};
constexpr Field new_contract_field{.name = "contract", .label = "契約の種類", .mode = {}};
constexpr Field new_contract_from_field{.name = "from",
                                        .label = "始まりの日",
                                        .support = "いまの契約は、この日の前の日で終わります。",
                                        .mode = {}};
constexpr Field new_contract_to_field{
    .name = "to", .label = "終わりの日", .need = Field::Need::optional, .mode = {}};

std::string changed_address(const base::StaffId& staff) {
  return "/employees/" + std::string(staff.text());
}

desk::PageHead change_head(const EmployeeFile& file, std::string title, const desk::Form& form) {
  const auto& employee = file.employee;
  desk::PageHead head;
  head.title = std::move(title);
  head.section = "/employees";
  head.crumbs = {{"従業員", "/employees"},
                 {employee.details.name, changed_address(employee.staff)}};
  head.submit_label = "登録する";
  head.status = form.ok() ? 200 : 422;
  return head;
}

Result<EmployeeFile> file_of_visit(const PeopleScreens& screens, const Visit& visit,
                                   const Acting& acting) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  return show_employee(screens.office, acting, staff);
}

constexpr std::string_view erased_contact = "削除";

/// What was entered takes the place of the value; nothing entered leaves it, and so no contact has
/// to be sent to the screen to be kept (公表事項2 物理的安全管理措置, P-3).
void take_contact(std::string& value, const std::optional<std::string>& entered) {
  if (!entered) return;
  value = *entered == erased_contact ? "" : *entered;
}

Result<Response> details_page(const PeopleScreens& screens, const Visit& visit,
                              const Acting& acting, desk::Form form) {
  const auto file = KENPO_TRY(file_of_visit(screens, visit, acting));
  const auto& details = file.employee.details;
  form.prefill("name", details.name);
  form.prefill("kana", details.name_kana);
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_address", changed_address(file.employee.staff) + "/details")
      .section("name", form.input(changed_name_field))
      .section("kana", form.input(changed_kana_field))
      .section("address", form.input(changed_address_field))
      .section("telephone", form.input(changed_telephone_field))
      .section("contact", form.input(changed_contact_field))
      .section("relation", form.input(changed_relation_field))
      .section("contact_telephone", form.input(changed_contact_telephone_field));
  return desk::page(visit, change_head(file, "連絡先の変更", form), "employee_details_page",
                    std::move(data));
}

Result<Response> enter_details(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting) {
  const auto file = KENPO_TRY(file_of_visit(screens, visit, acting));
  auto form = visit.form();
  auto details = file.employee.details;
  details.name = form.text(changed_name_field).value_or("");
  details.name_kana = form.text(changed_kana_field).value_or("");
  take_contact(details.address, form.text(changed_address_field));
  take_contact(details.telephone, form.text(changed_telephone_field));
  take_contact(details.emergency_name, form.text(changed_contact_field));
  take_contact(details.emergency_relation, form.text(changed_relation_field));
  take_contact(details.emergency_telephone, form.text(changed_contact_telephone_field));
  if (form.ok()) {
    const auto kept = change_details(screens.office, acting, file.employee.staff, details);
    if (kept.ok()) {
      return visit.redirect_with(changed_address(file.employee.staff), "連絡先を変えました。");
    }
    form.note(kept.faults());
  }
  return details_page(screens, visit, acting, form);
}

Result<Response> contract_page(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting, const desk::Form& form) {
  const auto file = KENPO_TRY(file_of_visit(screens, visit, acting));
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_address", changed_address(file.employee.staff) + "/contracts")
      .section("contract", form.select(new_contract_field, contract_kinds()))
      .section("from", form.input(new_contract_from_field))
      .section("to", form.input(new_contract_to_field));
  return desk::page(visit, change_head(file, "雇用契約の登録", form), "employee_contract_page",
                    std::move(data));
}

Result<Response> enter_new_contract(const PeopleScreens& screens, const Visit& visit,
                                    const Acting& acting) {
  const auto staff = KENPO_TRY(visit.id<base::StaffId>("staff"));
  auto form = visit.form();
  const auto kind = form.choice(new_contract_field, contract_kinds());
  const auto from = form.date(new_contract_from_field);
  const auto to = form.date(new_contract_to_field);
  if (form.ok()) {
    const auto kept = enter_contract(screens.office, acting, staff,
                                     {static_cast<ContractKind>(kind->front() - '0'), *from, to});
    if (kept.ok()) return visit.redirect_with(changed_address(staff), "契約を登録しました。");
    form.note(kept.faults());
  }
  return contract_page(screens, visit, acting, form);
}

}  // namespace

void add_employee_change_routes(desk::Router& router, const PeopleScreens& screens) {
  router.get_act<show_employee_operation>(
      "/employees/{staff}/details", [screens](const Visit& visit, const Acting& acting) {
        return details_page(screens, visit, acting, desk::Form());
      });
  router.post_act<change_details_operation>("/employees/{staff}/details",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return enter_details(screens, visit, acting);
                                            });
  router.get_act<show_employee_operation>(
      "/employees/{staff}/contracts", [screens](const Visit& visit, const Acting& acting) {
        return contract_page(screens, visit, acting, desk::Form());
      });
  router.post_act<enter_contract_operation>("/employees/{staff}/contracts",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return enter_new_contract(screens, visit, acting);
                                            });
}

}  // namespace kenpo::staff
