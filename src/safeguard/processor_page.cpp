#include "safeguard/processor_page.h"

#include "desk/section_page.h"
#include "law/book.h"
#include "safeguard/processor_act.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_processors {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

constexpr Field name_field{.name = "name", .label = "委託先の名称", .length_limit = 60};
constexpr Field work_field{.name = "work", .label = "委託する業務", .length_limit = 100};
constexpr Field country_field{.name = "country",
                              .label = "国",
                              .support = "2文字の国コードです。日本は JP。外国には渡せません。",
                              .length_limit = 2};
constexpr Field contract_field{.name = "contract", .label = "契約の番号", .length_limit = 40};
constexpr Field from_field{.name = "contract_from", .label = "契約の始まり", .length_limit = 20};
constexpr Field until_field{.name = "contract_until", .label = "契約の終わり", .length_limit = 20};
constexpr Field selection_field{
    .name = "selection",
    .label = "選んだ理由",
    .support = "安全管理の水準をどう確かめたか。例：プライバシーマーク、実地の確認",
    .length_limit = 200};
constexpr Field processor_field{.name = "processor", .label = "委託先"};
constexpr Field on_field{.name = "checked_on", .label = "確認した日", .length_limit = 20};
constexpr Field result_field{.name = "result",
                             .label = "確認の結果",
                             .support = "取扱状況と、求めた改善",
                             .length_limit = 200};

Cell state_cell(const Processor& processor, base::Date today, int months) {
  if (!processor.under_contract(today)) return desk::chip_cell(ChipKind::plain, "契約期間外");
  if (next_check(processor, months) < today) {
    return desk::chip_cell(ChipKind::problem, "確認の期限切れ");
  }
  return desk::chip_cell(ChipKind::done, "契約中");
}

desk::Data processors_table(const std::vector<Processor>& processors, base::Date today,
                            int months) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& processor : processors) {
    const auto last = processor.checks.empty() ? std::string("なし")
                                               : processor.checks.front().on.iso() + " " +
                                                     processor.checks.front().result;
    rows.push_back({{processor.name},
                    {processor.work},
                    {processor.contract},
                    {processor.from.iso() + "〜" + processor.until.iso()},
                    {processor.selection},
                    {last},
                    {next_check(processor, months).iso()},
                    state_cell(processor, today, months)});
  }
  return desk::table("委託先",
                     {{"名称"},
                      {"業務"},
                      {"契約"},
                      {"期間"},
                      {"選んだ理由"},
                      {"最後の確認"},
                      {"次の確認"},
                      {"状態"}},
                     rows);
}

std::vector<desk::Choice> choices_of(const std::vector<Processor>& processors) {
  std::vector<desk::Choice> choices;
  for (const auto& processor : processors) choices.push_back({processor.id.text(), processor.name});
  return choices;
}

Result<Response> processors_page(const RegisterScreens& screens, const Visit& visit,
                                 const Acting& acting, const Form& form) {
  const auto processors = KENPO_TRY(show_processors(screens.office, acting));
  const auto today = visit.now().day();
  const auto months =
      KENPO_TRY(law::Book::carried().count("safeguard.processor.checked_every", today)).value;
  SectionPage page(visit);
  page.faults(form)
      .lead("個人データを渡す委託先を選び、契約し、取扱状況を確かめます(個人情報保護法25条)。")
      .section("委託先")
      .table(processors_table(processors, today, months));
  if (!processors.empty()) {
    page.section("取扱状況の確認")
        .form("/processor-checks", "確認を記録する",
              FormFields()
                  .select(form, processor_field, choices_of(processors))
                  .input(form, on_field)
                  .input(form, result_field));
  }
  page.section("登録").form("/processors", "委託先を登録する",
                            FormFields()
                                .input(form, name_field)
                                .input(form, work_field)
                                .input(form, country_field)
                                .input(form, contract_field)
                                .input(form, from_field)
                                .input(form, until_field)
                                .input(form, selection_field));
  return page.finish({.title = "委託先台帳",
                      .section = "/exports",
                      .crumbs = {{"提供台帳", "/exports"}},
                      .submit_label = processors.empty() ? "委託先を登録する" : "確認を記録する"});
}

Result<Response> add_processor(const RegisterScreens& screens, const Visit& visit,
                               const Acting& acting) {
  auto form = visit.form();
  const auto name = form.text(name_field);
  const auto work = form.text(work_field);
  const auto country = form.text(country_field);
  const auto contract = form.text(contract_field);
  const auto from = form.date(from_field);
  const auto until = form.date(until_field);
  const auto selection = form.text(selection_field);
  if (!form.ok()) return processors_page(screens, visit, acting, form);
  const auto done = enter_processor(screens.office, acting,
                                    {.id = ProcessorId::draw(),
                                     .name = *name,
                                     .work = *work,
                                     .country = *country,
                                     .contract = *contract,
                                     .from = *from,
                                     .until = *until,
                                     .selection = *selection,
                                     .checks = {}});
  if (done.ok()) return visit.redirect_with("/processors", "委託先を登録しました。");
  form.note(done.faults());
  return processors_page(screens, visit, acting, form);
}

Result<Response> add_check(const RegisterScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto processors = KENPO_TRY(show_processors(screens.office, acting));
  auto form = visit.form();
  const auto processor = form.choice(processor_field, choices_of(processors));
  const auto on = form.date(on_field);
  const auto result = form.text(result_field);
  if (!form.ok()) return processors_page(screens, visit, acting, form);
  const auto done =
      record_processor_check(screens.office, acting, *ProcessorId::parse(*processor), *on, *result);
  if (done.ok()) return visit.redirect_with("/processors", "確認を記録しました。");
  form.note(done.faults());
  return processors_page(screens, visit, acting, form);
}

}  // namespace of_processors

void add_processor_routes(desk::Router& router, const RegisterScreens& screens) {
  using namespace of_processors;
  router.get_act<processor_show>("/processors",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return processors_page(screens, visit, acting, Form());
                                 });
  router.post_act<processor_enter>("/processors",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return add_processor(screens, visit, acting);
                                   });
  router.post_act<processor_enter>("/processor-checks",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return add_check(screens, visit, acting);
                                   });
}

}  // namespace kenpo::safeguard
