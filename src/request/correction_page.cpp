#include "base/mask.h"
#include "eligibility/person.h"
#include "request/answer_layout_page.h"
#include "request/correction_act.h"
#include "request/correction_effect_page.h"
#include "request/request_fields_page.h"
#include "request/request_page.h"
#include "request/request_words_page.h"

#include "desk/section_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_corrections {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

constexpr std::string_view erased_value = "削除";

const std::vector<desk::Choice> sexes = {{"1", "男"}, {"2", "女"}};

FormFields person_fields(const Form& form) {
  return FormFields()
      .input(form, corrected_name_field)
      .input(form, corrected_kana_field)
      .select(form, corrected_sex_field, sexes)
      .input(form, corrected_born_field)
      .input(form, corrected_postal_field)
      .input(form, corrected_address_field)
      .input(form, address_kana_field);
}

/// What was entered takes the place of the value; nothing entered leaves it, and so no contact has
/// to be sent to the screen to be kept.
void take(std::string& value, const std::optional<std::string>& entered) {
  if (!entered) return;
  value = *entered == erased_value ? "" : *entered;
}

std::optional<eligibility::Person> read_person(Form& form, eligibility::Person person) {
  const auto name = form.text(corrected_name_field);
  const auto kana = form.text(corrected_kana_field);
  const auto sex = form.choice(corrected_sex_field, sexes);
  const auto born = form.date(corrected_born_field);
  const auto postal = form.text(corrected_postal_field);
  const auto address = form.text(corrected_address_field);
  const auto address_kana = form.text(address_kana_field);
  if (!form.ok()) return std::nullopt;
  person.name = name.value_or(person.name);
  person.name_kana = kana.value_or(person.name_kana);
  if (sex) person.sex = *sex == "2" ? eligibility::Sex::female : eligibility::Sex::male;
  person.born = born.value_or(person.born);
  take(person.postal_code, postal);
  take(person.address, address);
  take(person.address_kana, address_kana);
  return person;
}

enum class Hidden : std::uint8_t { yes, no };

std::vector<desk::Item> person_facts(const eligibility::Person& person, Hidden hidden) {
  const auto shown = [&](const std::string& value) {
    return hidden == Hidden::yes ? base::masked(value) : value;
  };
  return {{"氏名", person.name},
          {"カナ氏名", person.name_kana},
          {"性別", person.sex == eligibility::Sex::female ? "女" : "男"},
          {"生年月日", shown(person.born.iso())},
          {"郵便番号", shown(person.postal_code)},
          {"住所", shown(person.address)},
          {"住所カナ", shown(person.address_kana)}};
}

desk::Data changes_table(const Correction& correction) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& change : correction.changed) {
    // The value that stood is hidden as on the page before; 「いまの値を表示する」 leaves a leaf.
    const bool open = change.label == "性別" || change.label.starts_with("氏名");
    rows.push_back(
        {{change.label}, {open ? change.before : base::masked(change.before)}, {change.after}});
  }
  return desk::table("変わる項目", {{"項目"}, {"いまの値"}, {"訂正後"}}, rows);
}

desk::Data effects_table(const Correction& correction) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& effect : correction.effects) rows.push_back({{effect}});
  return desk::table("確かめること", {{"内容"}}, rows);
}

desk::Data papers_table(const Correction& correction) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : correction.papers) {
    rows.push_back({desk::link_cell(each.paper.words, each.paper.address),
                    {std::string(wording(each.paper.place))},
                    {each.action}});
  }
  return desk::table("交付している証・作っている証", {{"証"}, {"いまある所"}, {"すること"}}, rows,
                     std::to_string(rows.size()) + "件");
}

desk::Data sent_table(const Correction& correction) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : correction.sent) {
    rows.push_back({{each.at.short_text()}, {each.operation}});
  }
  return desk::table("誤った値があった間に出した通知・書類", {{"日時"}, {"出したもの"}}, rows,
                     std::to_string(rows.size()) + "件");
}

desk::Data recipients_table(const Correction& correction) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : correction.recipients) {
    const bool held = each.items == WrongRecipient::Items::hold_it;
    rows.push_back({{each.provision.provided.iso()},
                    {each.provision.recipient_name},
                    {each.provision.items},
                    held ? desk::chip_cell(desk::ChipKind::problem, "訂正を伝える")
                         : Cell{"項目の記録にはありません"}});
  }
  return desk::table("誤った値を渡した相手",
                     {{"提供した日"}, {"提供先"}, {"提供した項目"}, {"誤った項目"}}, rows,
                     std::to_string(rows.size()) + "件");
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

/// What a correction was found to do.
struct Shown {
  const Correction* correction = nullptr;
  const premium::ChangeEffect* premiums = nullptr;
};

void put_previewed(SectionPage& page, RequestOffice& office, const Visit& visit,
                   const Acting& acting, const Form& form, const Shown& shown,
                   const std::string& address) {
  page.section("訂正の内容").table(changes_table(*shown.correction));
  page.section("影響").table(effects_table(*shown.correction));
  page.section("証").table(papers_table(*shown.correction));
  page.section("出した通知・書類", "誤った値は" + shown.correction->wrong_since.day().iso() +
                                       "から台帳にありました。その日からの記録です。")
      .table(sent_table(*shown.correction));
  if (shown.premiums != nullptr) {
    put_effect(page, office, acting, *shown.premiums);
  } else if (!may_see_premiums(office, visit.staff())) {
    page.notification(desk::NotificationKind::information, "保険料への影響は表示していません。",
                      "保険料を扱う役割(常務理事など)の人がこの画面を開くと、月ごとの差額が出ます。");
  }
  page.section("誤った値の提供").table(recipients_table(*shown.correction));
  page.section("実施", "決定と通知の後に実施します。")
      .form(address + "/correction", "この内容で訂正する", person_fields(form));
}

Result<Response> correction_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                                 const Form& form, const Shown& shown,
                                 Hidden hidden = Hidden::yes) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  const auto person = KENPO_TRY(hidden == Hidden::yes ? correction_subject(office, acting, id)
                                                      : revealed_subject(office, acting, id));
  const auto address = case_address(id);
  SectionPage page(visit);
  page.faults(form).lead("調べた結果、事実でない項目を直します。前の値は履歴に残ります。");
  if (shown.correction != nullptr) {
    put_previewed(page, office, visit, acting, form, shown, address);
  } else {
    page.section("いまの値").facts(person_facts(person, hidden));
    if (hidden == Hidden::yes) page.link("いまの値を表示する", address + "/held-values");
    page.section("訂正後の値", "変わる項目だけを入れます。")
        .form(address + "/correction-previews", "影響を確かめる", person_fields(form));
    if (may_correct_periods(office, visit.staff())) {
      page.section("資格の期間の訂正").link("資格の期間を訂正する", address + "/period-correction");
    }
    page.section("ほかの記録の訂正",
                 "レセプトなど、台帳の画面で直せない記録には、訂正の記録を付けます。")
        .form(address + "/statements", "訂正の記録を付ける",
              FormFields()
                  .select(form, table_field, table_choices(office))
                  .input(form, row_field)
                  .input(form, column_field)
                  .input(form, words_field));
  }
  return page.finish(answer_head(id, "訂正の内容", form));
}

enum class CorrectionForm : std::uint8_t { preview, apply };

Result<Response> correct(RequestOffice& office, const Visit& visit, const Acting& acting,
                         CorrectionForm which) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  const auto person = read_person(form, KENPO_TRY(correction_subject(office, acting, id)));
  if (!person) return correction_page(office, visit, acting, form, {});
  const auto done = which == CorrectionForm::preview
                        ? preview_correction(office, acting, id, *person)
                        : apply_correction(office, acting, id, *person);
  if (!done.ok()) {
    form.note(done.faults());
    return correction_page(office, visit, acting, form, {});
  }
  if (which == CorrectionForm::apply) {
    return visit.redirect_with(case_address(id), "訂正しました。本人に内容を知らせてください。");
  }
  const auto premiums = birth_effect(office, acting, *done);
  if (!premiums.ok()) form.note(premiums.faults());
  const auto* effect = premiums.ok() && *premiums ? &**premiums : nullptr;
  return correction_page(office, visit, acting, form, {.correction = &*done, .premiums = effect});
}

Result<Response> attach(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  constexpr std::int64_t most_rows = 1'000'000'000'000;
  const auto table = form.choice(table_field, table_choices(office));
  const auto row = form.number(row_field, 1, most_rows);
  const auto column = form.text(column_field);
  const auto words = form.text(words_field);
  if (!form.ok()) return correction_page(office, visit, acting, form, {});
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
    return correction_page(office, visit, acting, form, {});
  }
  return visit.redirect_with(case_address(id), "訂正の記録を付けました。");
}

void add_routes(desk::Router& router, RequestOffice& office) {
  const std::string base = "/requests/{case_id}";
  router.get_act<correction_show_operation>(
      base + "/correction", [&](const Visit& visit, const Acting& acting) {
        return correction_page(office, visit, acting, Form(), {});
      });
  router.get_act<correction_reveal_operation>(
      base + "/held-values", [&](const Visit& visit, const Acting& acting) {
        return correction_page(office, visit, acting, Form(), {}, Hidden::no);
      });
  router.post_act<correction_preview_operation>(
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
  add_period_correction_routes(router, office);
}

}  // namespace kenpo::request
