// `/arrears`: who owes what since when, what was done about it, reminders.
#include <algorithm>

#include "base/era.h"
#include "collection/arrears_page.h"
#include "collection/arrears_print.h"
#include "collection/early_collection_act.h"
#include "collection/late_charge_act.h"
#include "collection/layout_page.h"
#include "collection/pledge_page.h"

#include "desk/section_page.h"

namespace kenpo::collection {

// Screens of one folder share many short names; these are of this file.
namespace of_arrears {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::ChipKind;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field debt_field{.name = "debt", .label = "請求"};
constexpr Field deadline_field{.name = "deadline",
                               .label = "指定する期限",
                               .support = "督促状を出す日から10日以上あとの日です(健康保険法180条3項)。",
                               .length_limit = 20};
constexpr Field measure_field{.name = "measure", .label = "措置"};
constexpr Field on_field{.name = "on", .label = "措置の日", .length_limit = 20};
constexpr Field until_field{.name = "until",
                            .label = "約束・猶予の期日",
                            .need = Field::Need::optional,
                            .length_limit = 20};
constexpr Field amount_field{.name = "amount",
                             .label = "約束した額(円)",
                             .need = Field::Need::optional,
                             .length_limit = 20,
                             .mode = "numeric"};
constexpr Field note_field{.name = "note",
                           .label = "内容",
                           .support = "だれと何を話したか。あとから消せません。",
                           .length_limit = step_note_characters_limit};
constexpr std::int64_t most_yen = 9'999'999'999;  // ten digits

// 分割納付 has its own page: its plan is kept and watched.
const std::vector<Choice> measures = {{"1", "電話"},
                                      {"2", "訪問"},
                                      {"3", "催告(文書)"},
                                      {"5", "納付誓約(一括)"},
                                      {"7", "納付の猶予"},
                                      {"8", "滞納処分の認可申請"}};

desk::Data board_table(const ArrearsPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : page.payers) {
    std::vector<Cell> row{desk::link_cell(one.name, arrears_address(one.payer))};
    for (const auto& amount : one.by_age) {
      row.push_back(amount == Yen() ? Cell{""} : desk::yen_cell(amount));
    }
    row.push_back(desk::yen_cell(one.overdue));
    row.push_back({one.overdue == Yen() ? "" : one.lapses.iso()});
    row.push_back({one.last_measure ? wording(*one.last_measure).ja.text() + " " +
                                          one.measured_on->iso()
                                    : ""});
    row.push_back(one.reminders_due > 0
                      ? desk::chip_cell(ChipKind::problem,
                                        "督促状 未発行" + std::to_string(one.reminders_due) + "件")
                      : Cell{""});
    rows.push_back(std::move(row));
  }
  std::vector<desk::Column> columns{{"納付者"}};
  static constexpr std::string_view labels[ages_count] = {
      "期限前(円)", "1か月まで(円)", "3か月まで(円)", "1年まで(円)", "1年超(円)"};
  for (const auto label : labels) columns.push_back({label, Holds::numbers});
  columns.push_back({"滞納の計(円)", Holds::numbers});
  columns.push_back({"時効の日"});
  columns.push_back({"最後の措置"});
  columns.push_back({"督促"});
  return desk::table("未納の保険料", columns, rows,
                     desk::grouped(page.count) + "件");
}

Result<Response> board_page(const CollectionScreens& screens, const Visit& visit,
                            const Acting& acting) {
  auto ledger = screens.ledger;
  const auto number = visit.page_number();
  const auto listed = KENPO_TRY(list_arrears(ledger, acting, slice_of(number)));
  SectionPage page(visit, "collection_page");
  page.lead("請求の残りを、納付期限からの期間で分けています。残りは、充当の記録から計算します。")
      .section("合計")
      .facts({{"未納", yen_words(listed.open)},
              {"うち納付期限を過ぎた額", yen_words(listed.overdue)}});
  page.section("納付者ごと")
      .table(board_table(listed))
      .pager(number, listed.count, rows_of_a_page, "/arrears");
  desk::PageHead head;
  head.title = "未納・滞納";
  head.section = "/receipts";
  return page.finish(std::move(head));
}

Cell state_of(const DebtView& view) {
  if (view.debt.rest() == Yen()) return desk::chip_cell(ChipKind::done, "納付済み");
  if (view.age == DebtAge::not_due) return desk::chip_cell(ChipKind::plain, "期限前");
  return desk::chip_cell(ChipKind::problem, wording(view.age).ja.text());
}

/// The charge were the rest paid today, with the way to its computation.
Cell charge_cell(const DebtView& view) {
  if (view.charge.basis.empty()) return {""};
  return desk::link_cell(view.charge.value.grouped(),
                         arrears_address(view.debt.key.payer) + "/late-charges/" +
                             debt_text(view.debt.key));
}

desk::Data debts_table(const PayerView& payer) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : payer.debts) {
    const auto& debt = one.debt;
    const bool open = debt.rest() > Yen();
    rows.push_back({{words_of_debt(debt.key)},
                    {debt.due.iso()},
                    desk::yen_cell(debt.health),
                    desk::yen_cell(debt.child),
                    desk::yen_cell(debt.paid),
                    desk::yen_cell(debt.rest()),
                    charge_cell(one),
                    one.charge_decided == Yen() ? Cell{""} : desk::yen_cell(one.charge_decided),
                    {open ? one.lapses.value.iso() : ""},
                    state_of(one),
                    {open ? wording(one.stage).ja.text() : ""}});
  }
  return desk::table("請求",
                     {{"請求"},
                      {"納付期限"},
                      {"健康保険(円)", Holds::numbers},
                      {"支援金(円)", Holds::numbers},
                      {"納付(円)", Holds::numbers},
                      {"残り(円)", Holds::numbers},
                      {"延滞金の見込み(円)", Holds::numbers},
                      {"決定した延滞金(円)", Holds::numbers},
                      {"時効の日"},
                      {"状態"},
                      {"段階"}},
                     rows, std::to_string(rows.size()) + "件");
}

desk::Data steps_table(const CollectionScreens& screens, const PayerView& payer) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& step : payer.steps) {
    auto measure = Cell{wording(step.measure).ja.text()};
    if (step.measure == Measure::reminder) {
      measure = desk::link_cell("督促状(PDF)", arrears_address(payer.payer) + "/reminders/" +
                                                   std::string(step.id.text()) + ".pdf");
    }
    rows.push_back({{step.on.iso()},
                    measure,
                    {words_of_debt(step.debt)},
                    {step.until ? step.until->iso() : ""},
                    step.amount == Yen() ? Cell{""} : desk::yen_cell(step.amount),
                    {step.note},
                    {step.by ? screens.staff_name(*step.by) : ""}});
  }
  return desk::table("措置の記録",
                     {{"日"},
                      {"措置"},
                      {"請求"},
                      {"期日"},
                      {"額(円)", Holds::numbers},
                      {"内容"},
                      {"担当"}},
                     rows, std::to_string(rows.size()) + "件");
}

DebtLabels overdue_labels(const PayerView& payer) {
  DebtLabels labels;
  for (const auto& one : payer.debts) {
    if (one.debt.rest() == Yen() || one.age == DebtAge::not_due) continue;
    labels.texts.emplace_back(debt_text(one.debt.key),
                              words_of_debt(one.debt.key) + " 残り" + yen_words(one.debt.rest()));
  }
  return labels;
}

Result<Response> remind(const CollectionScreens& screens, const Visit& visit,
                        const Acting& acting) {
  const auto payer = KENPO_TRY(visit.id<PayerId>("payer"));
  auto form = visit.form();
  const auto debt = read_debt(form, debt_field, payer);
  const auto deadline = form.date(deadline_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = issue_reminder(ledger, acting, *debt, *deadline);
    if (done.ok()) {
      return visit.redirect_with(arrears_address(payer),
                                 "督促状を発行しました。時効が更新されました。");
    }
    form.note(done.faults());
  }
  return arrears_payer_page(screens, visit, acting, form);
}

Result<Response> record(const CollectionScreens& screens, const Visit& visit,
                        const Acting& acting) {
  const auto payer = KENPO_TRY(visit.id<PayerId>("payer"));
  auto form = visit.form();
  const auto debt =
      read_debt(form, Field{.name = "step_debt", .label = "対象の請求"}, payer);
  const auto measure = form.choice(measure_field, measures);
  const auto on = form.date(on_field);
  const auto until = form.date(until_field);
  const auto amount = form.yen(amount_field, 1, most_yen);
  const auto note = form.text(note_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = record_step(ledger, acting,
                                  {.debt = *debt,
                                   .measure = static_cast<Measure>(measure->front() - '0'),
                                   .on = *on,
                                   .until = until,
                                   .amount = amount.value_or(Yen()),
                                   .note = *note});
    if (done.ok()) return visit.redirect_with(arrears_address(payer), "措置を記録しました。");
    form.note(done.faults());
  }
  return arrears_payer_page(screens, visit, acting, form);
}

Result<Response> reminder_paper(const CollectionScreens& screens, const Visit& visit,
                                const Acting& acting) {
  const auto payer = KENPO_TRY(visit.id<PayerId>("payer"));
  auto name = visit.path_value("file");
  constexpr std::string_view ending = ".pdf";
  if (!name.ends_with(ending)) return Visit::no_such_page();
  name.remove_suffix(ending.size());
  const auto step = StepId::parse(name);
  if (!step) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto reminder = KENPO_TRY(show_reminder(ledger, acting, payer, *step));
  auto printed =
      KENPO_TRY(print_reminder(reminder, screens.sender, reminder.step.recorded_at));
  return visit.paper("督促状-" + reminder.debt.key.month.iso() + ".pdf", std::move(printed));
}

}  // namespace of_arrears

std::string arrears_address(const PayerId& payer) {
  return "/arrears/" + std::string(payer.text());
}

std::string words_of_debt(const DebtKey& key) {
  return base::era_month(key.month) + "分 " + wording(key.kind).ja.text();
}

std::optional<DebtKey> read_debt(desk::Form& form, const desk::Field& field, const PayerId& payer) {
  const auto key = form.read<DebtKey>(
      field, [](const std::string& text) { return parse_debt(text); },
      {"請求を選んでください。", "Choose a debt."});
  if (key && key->payer != payer) {
    form.note(field, {"請求を選んでください。", "Choose a debt."});
    return std::nullopt;
  }
  return key;
}

base::Result<desk::Response> arrears_payer_page(const CollectionScreens& screens,
                                                const desk::Visit& visit,
                                                const notice::Acting& acting, desk::Form& form) {
  using namespace of_arrears;
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<PayerId>("payer"));
  const auto payer = KENPO_TRY(show_payer(ledger, acting, id));
  const auto address = arrears_address(id);
  const auto today = visit.now().day();
  SectionPage page(visit, "collection_page");
  page.faults(form)
      .section("請求", "健康保険の額には、調整保険料と介護保険料を含みます。"
                       "延滞金の見込みは、きょう納付されたときの額です。")
      .table(debts_table(payer));
  page.section("措置の記録").table(steps_table(screens, payer));
  add_pledge_sections(page, payer);
  const auto overdue = overdue_labels(payer);
  if (!overdue.texts.empty()) {
    const auto earliest = earliest_deadline(today);
    if (earliest.ok()) form.prefill("deadline", earliest->value.iso());
    form.prefill("on", today.iso());
    page.section("督促状の発行")
        .form(address + "/reminders", "督促状を発行する",
              FormFields().select(form, debt_field, overdue.choices()).input(form, deadline_field));
    page.section("措置を記録する")
        .form(address + "/steps", "措置を記録する",
              FormFields()
                  .select(form, Field{.name = "step_debt", .label = "対象の請求"},
                          overdue.choices())
                  .select(form, measure_field, measures)
                  .next_row()
                  .input(form, on_field)
                  .input(form, until_field)
                  .input(form, amount_field)
                  .next_row()
                  .input(form, note_field));
  }
  add_early_collection_sections(page, form, payer);
  add_late_charge_sections(page, form, payer);
  desk::PageHead head;
  head.title = payer.name;
  head.section = "/receipts";
  head.crumbs = {{"未納・滞納", "/arrears"}};
  head.started = {&arrears_record, &reminder_issue, &late_charge_decide, &late_charge_waive,
                  &early_collection_ask};
  return page.finish(std::move(head));
}

void add_arrears_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_arrears;
  router.get_act<arrears_list>("/arrears", [screens](const Visit& visit, const Acting& acting) {
    return board_page(screens, visit, acting);
  });
  router.get_act<arrears_show>("/arrears/{payer}",
                               [screens](const Visit& visit, const Acting& acting) {
                                 Form form;
                                 return arrears_payer_page(screens, visit, acting, form);
                               });
  router.post_act<reminder_issue>("/arrears/{payer}/reminders",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return remind(screens, visit, acting);
                                  });
  router.post_act<arrears_record>("/arrears/{payer}/steps",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return record(screens, visit, acting);
                                  });
  router.get_act<arrears_show>("/arrears/{payer}/reminders/{file}",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return reminder_paper(screens, visit, acting);
                               });
}

}  // namespace kenpo::collection
