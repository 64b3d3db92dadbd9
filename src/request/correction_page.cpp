#include "eligibility/person.h"
#include "request/answer_layout_page.h"
#include "request/correction_act.h"
#include "request/request_fields_page.h"
#include "request/request_page.h"
#include "request/request_words_page.h"
#include "safeguard/register_layout_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_corrections {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using safeguard::FormFields;
using safeguard::RegisterPage;

FormFields person_fields(const Form& form) {
  const std::vector<desk::Choice> sexes = {{"1", "男"}, {"2", "女"}};
  return FormFields()
      .input(form, name_field)
      .input(form, kana_field)
      .select(form, sex_field, sexes)
      .input(form, born_field)
      .input(form, postal_field)
      .input(form, corrected_address_field)
      .input(form, address_kana_field);
}

std::optional<eligibility::Person> read_person(Form& form, eligibility::Person person) {
  const auto name = form.text(name_field);
  const auto kana = form.text(kana_field);
  const auto sex = form.choice(sex_field, {{"1", "男"}, {"2", "女"}});
  const auto born = form.date(born_field);
  const auto postal = form.text(postal_field);
  const auto address = form.text(corrected_address_field);
  const auto address_kana = form.text(address_kana_field);
  if (!form.ok()) return std::nullopt;
  person.name = *name;
  person.name_kana = *kana;
  person.sex = *sex == "2" ? eligibility::Sex::female : eligibility::Sex::male;
  person.born = *born;
  person.postal_code = postal.value_or("");
  person.address = address.value_or("");
  person.address_kana = address_kana.value_or("");
  return person;
}

void prefill(Form& form, const eligibility::Person& person) {
  form.prefill("name", person.name);
  form.prefill("name_kana", person.name_kana);
  form.prefill("sex", person.sex == eligibility::Sex::female ? "2" : "1");
  form.prefill("born", person.born.iso());
  form.prefill("postal_code", person.postal_code);
  form.prefill("address", person.address);
  form.prefill("address_kana", person.address_kana);
}

desk::Data changes_table(const Correction& correction) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& change : correction.changed) {
    rows.push_back({{change.label}, {change.before}, {change.after}});
  }
  return desk::table("変わる項目", {{"項目"}, {"いまの値"}, {"訂正後"}}, rows);
}

desk::Data effects_table(const Correction& correction) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& effect : correction.effects) rows.push_back({{effect}});
  return desk::table("確かめること", {{"内容"}}, rows);
}

desk::Data recipients_table(const Correction& correction) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : correction.recipients) {
    rows.push_back({{each.provided.iso()}, {each.recipient_name}, {each.items}});
  }
  return desk::table("誤った値を渡した相手", {{"提供した日"}, {"提供先"}, {"項目"}}, rows);
}

std::vector<desk::Choice> table_choices(const RequestOffice& office) {
  std::vector<desk::Choice> choices;
  for (const auto* table : office.tables) {
    if (table->subject == store::Subject::person && table->category) {
      choices.push_back({table->name, table->japanese});
    }
  }
  return choices;
}

Result<Response> correction_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                                 Form& form, const Correction* correction) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  const auto person = KENPO_TRY(correction_subject(office, acting, id));
  prefill(form, person);
  const auto address = case_address(id);
  RegisterPage page(visit);
  page.faults(form).lead("調べた結果、事実でない項目を直します。前の値は履歴に残ります。");
  if (correction != nullptr) {
    page.section("訂正の内容").table(changes_table(*correction));
    page.section("影響").table(effects_table(*correction));
    page.section("誤った値の提供").table(recipients_table(*correction));
    page.section("実施", "決定と通知の後に実施します。")
        .form(address + "/correction", "この内容で訂正する", person_fields(form));
  } else {
    page.section("ほかの記録の訂正",
                 "レセプトなど、台帳の画面で直せない記録には、訂正の記録を付けます。")
        .form(address + "/statements", "訂正の記録を付ける",
              FormFields()
                  .select(form, table_field, table_choices(office))
                  .input(form, row_field)
                  .input(form, column_field)
                  .input(form, words_field));
    page.section("訂正後の値")
        .form(address + "/correction-previews", "影響を確かめる", person_fields(form));
  }
  return page.finish(answer_head(id, "訂正の内容", form));
}

enum class CorrectionForm : std::uint8_t { preview, apply };

Result<Response> correct(RequestOffice& office, const Visit& visit, const Acting& acting,
                         CorrectionForm which) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  const auto person = read_person(form, KENPO_TRY(correction_subject(office, acting, id)));
  if (!person) return correction_page(office, visit, acting, form, nullptr);
  const auto done = which == CorrectionForm::preview
                        ? preview_correction(office, acting, id, *person)
                        : apply_correction(office, acting, id, *person);
  if (!done.ok()) {
    form.note(done.faults());
    return correction_page(office, visit, acting, form, nullptr);
  }
  if (which == CorrectionForm::preview) {
    return correction_page(office, visit, acting, form, &*done);
  }
  return visit.redirect_with(case_address(id), "訂正しました。本人に内容を知らせてください。");
}

Result<Response> attach(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  constexpr std::int64_t most_rows = 1'000'000'000'000;
  const auto table = form.choice(table_field, table_choices(office));
  const auto row = form.number(row_field, 1, most_rows);
  const auto column = form.text(column_field);
  const auto words = form.text(words_field);
  if (!form.ok()) return correction_page(office, visit, acting, form, nullptr);
  const auto done = attach_statement(office, acting, id,
                                     {.person = base::PersonId::draw(),
                                      .id = id,
                                      .table = *table,
                                      .row = *row,
                                      .column = column.value_or(""),
                                      .by = visit.staff(),
                                      .words = words.value_or("")});
  if (!done.ok()) {
    form.note(done.faults());
    return correction_page(office, visit, acting, form, nullptr);
  }
  return visit.redirect_with(case_address(id), "訂正の記録を付けました。");
}

void add_routes(desk::Router& router, RequestOffice& office) {
  const std::string base = "/requests/{case_id}";
  router.get_act<correction_show_operation>(
      base + "/correction", [&](const Visit& visit, const Acting& acting) {
        Form form;
        return correction_page(office, visit, acting, form, nullptr);
      });
  router.post_act<correction_show_operation>(
      base + "/correction-previews", [&](const Visit& visit, const Acting& acting) {
        return correct(office, visit, acting, CorrectionForm::preview);
      });
  router.post_act<correction_apply_operation>(
      base + "/correction", [&](const Visit& visit, const Acting& acting) {
        return correct(office, visit, acting, CorrectionForm::apply);
      });
  router.post_act<correction_apply_operation>(
      base + "/statements",
      [&](const Visit& visit, const Acting& acting) { return attach(office, visit, acting); });
}

}  // namespace of_corrections

void add_correction_routes(desk::Router& router, RequestOffice& office) {
  of_corrections::add_routes(router, office);
}

}  // namespace kenpo::request
