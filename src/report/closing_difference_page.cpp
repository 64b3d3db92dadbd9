#include "report/closing_difference_page.h"

#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "premium/levy_words_page.h"
#include "report/bill_difference_act.h"
#include "report/release_act.h"

namespace kenpo::report {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using desk::Cell;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

/// A page of the list: what can be read without scrolling far.
constexpr std::int64_t people_of_a_page = 50;

constexpr Field checked_field{.name = "reason",
                             .label = "確かめたこと",
                             .support = "例：率改定と月変の人を確かめた。ほかに大きな差はない。",
                             .length_limit = staff::reason_characters_limit};

Data people_table(const BillDifferences& found, const eligibility::EstablishmentNames& names,
                  Month month) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : found.shown) {
    const auto& insured = each.insured;
    rows.push_back(
        {{eligibility::masked_insured_number(insured.symbol, insured.number)},
         {insured.name.empty() ? "氏名の記録なし" : insured.name},
         {names.name(each.establishment)},
         desk::yen_cell(each.last_month),
         desk::yen_cell(each.this_month),
         {each.earlier == Yen() ? "" : premium::difference_words(each.earlier)},
         {premium::difference_words(each.difference())},
         {premium::cause_words(each.causes)},
         desk::link_cell("計算", "/premiums/" + std::string(each.person.text()) + "/" +
                                     month.iso())});
  }
  return desk::table("前月と保険料が違う人",
                     {{"記号・番号"},
                      {"氏名"},
                      {"事業所"},
                      {"前月(円)", Holds::numbers},
                      {"当月(円)", Holds::numbers},
                      {"遡及(円)", Holds::numbers},
                      {"差額(円)", Holds::numbers},
                      {"理由"},
                      {"計算"}},
                     rows, desk::grouped(found.people) + "人");
}

Data summary_list(const ReleaseSummary& summary, const BillDifferences& found) {
  return desk::description_list(
      {{"請求額の合計", summary.billed.grouped() + "円"},
       {"前月の請求額", summary.last_month.grouped() + "円"},
       {"前月との差", premium::difference_words(summary.billed - summary.last_month) + "円"},
       {"調定した被保険者", desk::grouped(summary.people) + "人"},
       {"標準報酬の決定が残る人", desk::grouped(summary.undetermined) +
                                          "人（従前の標準報酬があればその額で調定）"},
       {"前月と違う人", desk::grouped(found.people) + "人（差の合計 " +
                            premium::difference_words(found.sum) + "円）"},
       {"請求額の照合値", summary.digest}});
}

Result<Response> differences_page(ClosingScreens screens, const Visit& visit,
                                  const Acting& acting, const Form& form) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto page = visit.page_number();
  const auto asked = KENPO_TRY(asked_about(screens.approvals, acting, *month, visit.now()));
  const auto board = KENPO_TRY(show_month_board(screens.ledger, acting, *month, asked));
  const auto summary = KENPO_TRY(show_release(screens.ledger, acting, *month));
  const auto found =
      KENPO_TRY(show_bill_differences(screens.ledger, acting, *month,
                                      static_cast<std::size_t>((page - 1) * people_of_a_page),
                                      static_cast<std::size_t>(people_of_a_page)));
  const auto names = KENPO_TRY(eligibility::EstablishmentNames::of(screens.ledger, acting));
  const auto address = "/closings/" + month->iso();
  const auto& task =
      board.tasks.at(static_cast<std::size_t>(MonthTaskKind::differences) - 1);
  Data data;
  data.section("error_summary", form.error_summary())
      .section("summary", summary_list(summary, found))
      .text("state", wording(task.state).ja.text())
      .section("people", people_table(found, names, *month))
      .section("pager", desk::pager(page, found.people, people_of_a_page,
                                    address + "/differences"))
      .text("form_token", visit.form_token())
      .text_if_any("release_address",
                   board.may_ask_release ? address + "/release" : std::string())
      .section("reason", form.input(checked_field));
  desk::PageHead head;
  head.title = "前月との差額（" + base::era_month(*month) + "分）";
  head.section = "/closings";
  head.crumbs = {{"月の締め", "/closings"}, {base::era_month(*month), address}};
  if (board.may_ask_release) head.submit_label = "承認を求める";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "closing_difference_page", std::move(data));
}

Result<Response> ask_release(ClosingScreens screens, const Visit& visit, const Acting& acting) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  auto form = visit.form();
  const auto reason = form.text(checked_field);
  if (form.ok()) {
    const auto asked = KENPO_TRY(asked_about(screens.approvals, acting, *month, visit.now()));
    const auto proposed = propose_release(screens.ledger, screens.approvals, acting, *month,
                                          asked, *reason);
    if (proposed.ok()) {
      return visit.redirect_with("/approvals/" + std::string(proposed->text()),
                                 "納入の告知の承認を求めました。もう一人が差額を確かめます。");
    }
    form.note(proposed.faults());
  }
  return differences_page(screens, visit, acting, form);
}

}  // namespace

void add_closing_difference_routes(desk::Router& router, const ClosingScreens& screens) {
  router.get_act<bill_difference_show>("/closings/{month}/differences",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return differences_page(screens, visit, acting, Form());
                                       });
  router.post_act<staff::propose_operation>("/closings/{month}/release",
                                            [screens](const Visit& visit, const Acting& acting) {
                                              return ask_release(screens, visit, acting);
                                            });
}

}  // namespace kenpo::report
