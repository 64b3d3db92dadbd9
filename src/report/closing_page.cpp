#include "report/closing_page.h"

#include "base/era.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "report/closing_difference_page.h"
#include "report/release_act.h"

namespace kenpo::report {

namespace {

using base::Month;
using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using eligibility::WorkState;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field task_field{.name = "task", .label = "作業"};
constexpr Field step_field{.name = "step", .label = "すること"};
constexpr Field hold_field{.name = "hold",
                           .label = "保留の理由",
                           .need = Field::Need::optional,
                           .support = "保留するときだけ選びます。"};
constexpr Field reason_field{.name = "reason",
                             .label = "締めを求める理由",
                             .support = "例：9月分の作業がすべて終わったため",
                             .length_limit = staff::reason_characters_limit};
const std::vector<Choice> task_choices = {
    {"1", "届書の審査"},         {"2", "台帳の確認"}, {"3", "標準報酬の決定"},
    {"4", "保険料の調定"},       {"5", "前月との差額の確認"}, {"6", "納入の告知"},
    {"7", "レセプトの資格点検"}, {"8", "月報"},       {"9", "月の締め"},
    {"10", "任意継続の保険料の請求"}};
const std::vector<Choice> step_choices = {
    {"1", "担当する"}, {"2", "保留する"}, {"3", "再開する"}, {"4", "完了にする（月報）"}};
const std::vector<Choice> hold_choices = {{"1", "届書・添付書類を待っている"},
                                          {"2", "照会の回答を待っている"},
                                          {"3", "上司・組合会の決定を待っている"},
                                          {"4", "翌月に処理する"}};

const MonthTask& shown_task(const MonthBoard& board, MonthTaskKind kind) {
  return board.tasks.at(static_cast<std::size_t>(kind) - 1);
}

std::string address_of(Month month) { return "/closings/" + month.iso(); }

ChipKind chip_of(WorkState state) {
  switch (state) {
    case WorkState::waiting: return ChipKind::plain;
    case WorkState::held:
    case WorkState::awaiting_approval: return ChipKind::waiting;
    case WorkState::under_review: return ChipKind::progress;
    case WorkState::finished: break;
  }
  return ChipKind::done;
}

/// Where the work is done. Empty for what cannot be started yet.
std::string address_of(const MonthTask& task, const MonthBoard& board) {
  const auto month = board.month.iso();
  if (task.waits_for) return {};
  switch (task.kind) {
    case MonthTaskKind::notifications: return "/work?kind=14";
    case MonthTaskKind::checks:
    case MonthTaskKind::determinations: return "/work";
    case MonthTaskKind::levy:
    case MonthTaskKind::notices: return board.levied ? "/levies/" + month : std::string();
    case MonthTaskKind::differences: return address_of(board.month) + "/differences";
    case MonthTaskKind::voluntary: return "/voluntary-members";
    case MonthTaskKind::claims: return "/claims?month=" + month;
    case MonthTaskKind::statistics: return "/statistics/" + month;
    case MonthTaskKind::closing: break;
  }
  return {};
}

std::string note_of(const MonthTask& task) {
  if (task.state == WorkState::finished) return {};
  if (task.reason) return wording(*task.reason).ja.text();
  if (task.waits_for) return "「" + wording(*task.waits_for).ja.text() + "」のあと";
  return {};
}

std::string count_of(const MonthTask& task) {
  switch (task.kind) {
    case MonthTaskKind::levy:
      return task.count == 0 ? "" : desk::grouped(task.count) + "人";
    case MonthTaskKind::differences:
    case MonthTaskKind::statistics:
    case MonthTaskKind::closing: return {};
    default: return "残り " + desk::grouped(task.count) + "件";
  }
}

Data board_table(const ClosingScreens& screens, const MonthBoard& board) {
  std::vector<std::vector<Cell>> rows;
  for (const auto kind : board_order) {
    const auto& task = shown_task(board, kind);
    const auto name = wording(task.kind).ja.text();
    const auto address = address_of(task, board);
    rows.push_back({address.empty() ? Cell{name} : desk::link_cell(name, address),
                    desk::chip_cell(chip_of(task.state), wording(task.state).ja.text()),
                    {count_of(task)},
                    {task.due.iso()},
                    {task.holder ? screens.staff_name(*task.holder) : "まだいません"},
                    {note_of(task)}});
  }
  return desk::table("月の作業",
                     {{"作業"},
                      {"状態"},
                      {"件数", Holds::numbers},
                      {"期限"},
                      {"担当"},
                      {"先に行う作業・保留の理由"}},
                     rows);
}

/// Who was levied although something is still to be decided; empty when nobody was.
std::string undetermined_words(const MonthBoard& board) {
  if (board.undetermined == 0) return {};
  return "標準報酬の決定が残る" + desk::grouped(board.undetermined) +
         "人は、従前の標準報酬があればその額で調定しました。決定すると、差額は次の調定に入ります。";
}

std::int64_t finished_of(const MonthBoard& board) {
  std::int64_t count = 0;
  for (const auto& task : board.tasks) {
    if (task.state == WorkState::finished) ++count;
  }
  return count;
}

Result<Response> list_page(ClosingScreens screens, const Visit& visit, const Acting& acting) {
  std::vector<std::vector<Cell>> rows;
  for (const auto month : KENPO_TRY(list_boards(screens.ledger, acting))) {
    const auto asked = KENPO_TRY(asked_about(screens.approvals, acting, month, visit.now()));
    const auto board = KENPO_TRY(show_month_board(screens.ledger, acting, month, asked));
    const auto& closing = shown_task(board, MonthTaskKind::closing);
    rows.push_back({desk::link_cell(base::era_month(month), address_of(month)),
                    {std::to_string(finished_of(board)) + " / " +
                     std::to_string(board.tasks.size())},
                    desk::chip_cell(chip_of(closing.state),
                                    closing.state == WorkState::finished ? "締め済み" : "処理中"),
                    {closing.due.iso()}});
  }
  Data data;
  data.section("months", desk::table("月の締め",
                                     {{"月"}, {"完了した作業"}, {"状態"}, {"締めの期限"}}, rows,
                                     desk::grouped(static_cast<std::int64_t>(rows.size())) +
                                         "か月"));
  desk::PageHead head;
  head.title = "月の締め";
  head.section = "/closings";
  return desk::page(visit, std::move(head), "closings_page", std::move(data));
}

bool may_step(const ClosingScreens& screens, const Visit& visit) {
  return screens.ledger.gate.ruling(month_task_step, visit.staff()).refusal ==
         notice::Refusal::none;
}

Result<Response> board_page(ClosingScreens screens, const Visit& visit, const Acting& acting,
                            const Form& form) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto asked = KENPO_TRY(asked_about(screens.approvals, acting, *month, visit.now()));
  const auto board = KENPO_TRY(show_month_board(screens.ledger, acting, *month, asked));
  const bool may = may_step(screens, visit);
  const auto address = address_of(*month);
  Data data;
  data.section("error_summary", form.error_summary())
      .section("tasks", board_table(screens, board))
      .text_if_any("undetermined", undetermined_words(board))
      .text("form_token", visit.form_token())
      .when("may_step", may)
      .text("step_address", address + "/steps")
      .section("task", form.select(task_field, task_choices))
      .section("step", form.select(step_field, step_choices))
      .section("hold", form.select(hold_field, hold_choices))
      .text_if_any("closing_address",
                   may && board.may_ask_closing ? address + "/closure" : std::string())
      .section("reason", form.input(reason_field));
  desk::PageHead head;
  head.title = "月の締め（" + base::era_month(*month) + "）";
  head.section = "/closings";
  head.crumbs = {{"月の締め", "/closings"}};
  if (may) {
    head.submit_label = "記録する";
    head.started = {&month_board_show, &month_task_step};
  }
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "closing_page", std::move(data));
}

/// Somebody takes a task, puts it aside, takes it up again.
Result<Response> step_task(ClosingScreens screens, const Visit& visit, const Acting& acting) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  auto form = visit.form();
  const auto task = form.choice(task_field, task_choices);
  const auto step = form.choice(step_field, step_choices);
  const auto hold = form.choice(hold_field, hold_choices);
  const bool holds = step == "2";
  if (form.ok() && holds && !hold) {
    form.note(hold_field, {"保留の理由を選んでください。", "Choose why it is held."});
  }
  if (form.ok()) {
    const auto asked = KENPO_TRY(asked_about(screens.approvals, acting, *month, visit.now()));
    MonthTaskStep made{.month = *month,
                       .task = static_cast<MonthTaskKind>(std::stoi(*task)),
                       .step = static_cast<MonthTaskStepKind>(step->front() - '0'),
                       .by = visit.staff()};
    if (holds) made.reason = static_cast<HoldReason>(hold->front() - '0');
    const auto done = step_month_task(screens.ledger, acting, made, asked);
    if (done.ok()) return visit.redirect_with(address_of(*month), "経過を記録しました。");
    form.note(done.faults());
  }
  return board_page(screens, visit, acting, form);
}

Result<Response> ask_closing(ClosingScreens screens, const Visit& visit, const Acting& acting) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  auto form = visit.form();
  const auto reason = form.text(reason_field);
  if (form.ok()) {
    const auto asked = KENPO_TRY(asked_about(screens.approvals, acting, *month, visit.now()));
    const auto proposed = propose_closing(screens.ledger, screens.approvals, acting, *month,
                                          asked, *reason);
    if (proposed.ok()) {
      return visit.redirect_with("/approvals/" + std::string(proposed->text()),
                                 "月の締めを求めました。もう一人の承認を待ちます。");
    }
    form.note(proposed.faults());
  }
  return board_page(screens, visit, acting, form);
}

}  // namespace

void add_closing_routes(desk::Router& router, const ClosingScreens& screens) {
  router.menu<month_board_show>(desk::MenuGroup::work, "/closings", "月の締め");
  router.get_act<month_board_show>("/closings",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return list_page(screens, visit, acting);
                                   });
  router.get_act<month_board_show>("/closings/{month}",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return board_page(screens, visit, acting, Form());
                                   });
  router.post_act<month_task_step>("/closings/{month}/steps",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return step_task(screens, visit, acting);
                                   });
  router.post_act<staff::propose_operation>("/closings/{month}/closure",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return ask_closing(screens, visit, acting);
                                            });
  add_closing_difference_routes(router, screens);
}

}  // namespace kenpo::report
