// Screens of print runs: `/certificate-runs`, `/certificate-runs/{run}` and its steps.
#include "certificate/print_run_act.h"

#include <algorithm>

#include "certificate/certificate_print.h"
#include "certificate/paper_screen_page.h"

namespace kenpo::certificate {

namespace of_run_screens {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field number_field{.name = "number",
                                   .label = "書損の用紙の番号",
                                   .support = "用紙に印刷した番号の数字です。例：0000123",
                                   .length_limit = 12,
                                   .mode = "numeric"};
constexpr desk::Field reason_field{.name = "reason", .label = "書損の理由", .length_limit = 100};
constexpr desk::Field counted_field{
    .name = "counted",
    .label = "数えた用紙の枚数",
    .support = "送付状は数えません。書損の用紙も数えます。書損は先に記録してください。",
    .length_limit = 6,
    .mode = "numeric"};

constexpr std::int64_t numbers_limit = 9'999'999;

std::string address_of(const RunId& id) { return "/certificate-runs/" + std::string(id.text()); }

Cell stage_cell(const PrintRun& run) {
  const auto words = std::string(state_wording(run));
  if (run.delivered_at) return desk::chip_cell(ChipKind::done, words);
  if (run.dissolved_at) return desk::chip_cell(ChipKind::plain, words);
  return desk::chip_cell(run.released_at ? ChipKind::progress : ChipKind::waiting, words);
}

Result<Response> runs_page(const desk::Router& router, const PaperScreens& screens,
                           const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto page = visit.page_number();
  const auto list = KENPO_TRY(list_all_runs(ledger, acting, page - 1));
  std::vector<std::vector<Cell>> rows;
  for (const auto& run : list.runs) {
    rows.push_back({desk::link_cell(run.made_at.short_text(), address_of(run.id)),
                    {std::string(wording(run.kind))},
                    {desk::grouped(run.papers)},
                    {desk::grouped(run.spoiled)},
                    {std::string(wording(run.way))},
                    {screens.staff_name(run.made_by)},
                    stage_cell(run)});
  }
  using Holds = desk::Column::Holds;
  PaperScreen screen(router, visit);
  screen.lead("証の印刷は、作成・二人目の決裁・印刷・枚数の確認・交付の順に進みます。")
      .section("印刷")
      .table(desk::table("新しい順",
                         {{"作った日時"},
                          {"種類"},
                          {"枚数", Holds::numbers},
                          {"書損", Holds::numbers},
                          {"交付の方法"},
                          {"作った人"},
                          {"段階"}},
                         rows, desk::grouped(list.count) + "件"))
      .pager(page, list.count, runs_a_page, "/certificate-runs");
  return screen.finish(
      {.title = "証の印刷", .section = "/certificates", .crumbs = {{"証の交付", "/certificates"}}});
}

std::vector<desk::Item> facts_of(const PaperScreens& screens, const RunPapers& shown) {
  const auto& run = shown.run;
  const auto at = [](const std::optional<base::Moment>& moment) {
    return moment ? moment->short_text() : std::string("まだ");
  };
  std::vector<desk::Item> items{
      {"種類", std::string(wording(run.kind))},
      {"段階", std::string(state_wording(run))},
      {"枚数", desk::grouped(run.papers) + "枚"},
      {"書損", desk::grouped(shown.spoiled()) + "枚"},
      {"交付の方法", std::string(wording(run.way))},
      {"作成", run.made_at.short_text() + " " + screens.staff_name(run.made_by)},
      {"決裁",
       at(run.released_at) + (run.released_by ? " " + screens.staff_name(*run.released_by) : "")}};
  if (run.closed_at) {
    items.push_back(
        {"枚数の確認", at(run.closed_at) + " 数えた枚数 " + desk::grouped(run.counted) + "枚"});
  }
  items.push_back({"交付", at(run.delivered_at)});
  if (run.secrecy == Secrecy::alone) {
    items.push_back({"保護", "住所等の保護を受けている人だけの印刷です。"});
  }
  return items;
}

desk::Data papers_table(const RunPapers& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& paper : shown.papers) {
    const auto at = std::ranges::find(shown.certificates, paper.certificate, &Certificate::id);
    const bool known = at != shown.certificates.end();
    const bool good = paper.outcome == PaperOutcome::good;
    rows.push_back(
        {{paper_words(paper.kind, paper.number)},
         known ? desk::link_cell(at->contents.name,
                                 "/certificates/" + std::string(paper.certificate.text()))
               : Cell{""},
         {known ? masked_number(at->contents) : ""},
         {known ? contents_words(*at) : ""},
         {known ? span_words(*at) : ""},
         good ? desk::chip_cell(ChipKind::done, "使う用紙")
              : desk::chip_cell(ChipKind::problem,
                                paper.outcome == PaperOutcome::spoiled ? "書損" : "未使用"),
         {paper.reason}});
  }
  return desk::table(
      "用紙",
      {{"番号"}, {"氏名"}, {"記号・番号"}, {"内容"}, {"有効期間"}, {"用紙"}, {"書損の理由"}}, rows,
      desk::grouped(static_cast<std::int64_t>(rows.size())) + "枚");
}

Result<Response> run_page(const desk::Router& router, const PaperScreens& screens,
                          const Visit& visit, const Acting& acting, const Form& form) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<RunId>("run"));
  const auto shown = KENPO_TRY(show_run(ledger, acting, id));
  const auto& run = shown.run;
  const auto address = address_of(id);
  PaperScreen screen(router, visit);
  screen.faults(form).section("この印刷").facts(facts_of(screens, shown));
  if (run.waits_for_release()) {
    screen
        .section("決裁",
                 "別の人が「決裁」の画面で枚数と番号を確かめて承認すると、印刷できます。"
                 "却下されたときは、取りやめると証は交付待ちに戻ります。")
        .link("決裁の一覧", "/approvals")
        .form(address + "/proposals", "決裁に出し直す")
        .section("取りやめ")
        .form(address + "/dissolutions", "この印刷を取りやめる");
  }
  if (run.may_print()) {
    screen.section("印刷", "1人につき送付状と証の2ページです。")
        .link("PDFを開く", address + "/papers")
        .section("枚数の確認")
        .form(address + "/closures", "枚数を確認して印刷を終える",
              PaperFields().input(form, counted_field))
        .section("書損",
                 "用紙を傷めたとき、二重に給紙したときに記録します。新しい番号で刷り直します。")
        .form(address + "/spoils", "書損を記録する",
              PaperFields().input(form, number_field).input(form, reason_field));
  }
  if (run.closed_at && !run.delivered_at) {
    screen.section("交付").form(address + "/deliveries", "すべて交付したと記録する");
  }
  screen.section("用紙の一覧").table(papers_table(shown));
  return screen.finish({.title = "証の印刷 " + run.made_at.short_text(),
                        .section = "/certificates",
                        .crumbs = {{"証の交付", "/certificates"}, {"印刷", "/certificate-runs"}}});
}

/// The step, or its refusal above the page.
Result<Response> after(const desk::Router& router, const PaperScreens& screens, const Visit& visit,
                       const Acting& acting, Form form, const Result<>& done, std::string message) {
  if (done.ok()) {
    const auto id = KENPO_TRY(visit.id<RunId>("run"));
    return visit.redirect_with(address_of(id), std::move(message));
  }
  form.note(done.faults());
  return run_page(router, screens, visit, acting, form);
}

template <typename Act>
Result<Response> step(const desk::Router& router, const PaperScreens& screens, const Visit& visit,
                      const Acting& acting, Act act, std::string message) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<RunId>("run"));
  return after(router, screens, visit, acting, visit.form(), act(ledger, acting, id),
               std::move(message));
}

Result<Response> spoil(const desk::Router& router, const PaperScreens& screens, const Visit& visit,
                       const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<RunId>("run"));
  auto form = visit.form();
  const auto number = form.number(number_field, 1, numbers_limit);
  const auto reason = form.text(reason_field);
  if (!form.ok()) return run_page(router, screens, visit, acting, form);
  return after(router, screens, visit, acting, form,
               record_spoiled(ledger, acting, id, *number, *reason),
               "書損を記録し、新しい番号を振りました。");
}

Result<Response> close(const desk::Router& router, const PaperScreens& screens, const Visit& visit,
                       const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<RunId>("run"));
  auto form = visit.form();
  const auto counted = form.number(counted_field, 0, numbers_limit);
  if (!form.ok()) return run_page(router, screens, visit, acting, form);
  return after(router, screens, visit, acting, form, close_run(ledger, acting, id, *counted),
               "枚数が合いました。印刷を終えました。");
}

Result<Response> propose(const desk::Router& router, const PaperScreens& screens,
                         const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<RunId>("run"));
  const auto proposed = propose_run(ledger, screens.approvals, acting, id);
  const Result<> done = proposed.ok() ? Result<>(base::Done{}) : Result<>(proposed.faults());
  return after(router, screens, visit, acting, visit.form(), done, "決裁に出しました。");
}

Result<Response> papers(const PaperScreens& screens, const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto id = KENPO_TRY(visit.id<RunId>("run"));
  const auto job = KENPO_TRY(print_job(ledger, acting, id));
  auto printed = KENPO_TRY(print_papers(job, screens.sender));
  return visit.paper(
      std::string(identifier(job.run.kind)) + "-" + job.run.made_at.day().iso() + ".pdf",
      std::move(printed));
}

}  // namespace of_run_screens

void add_print_run_routes(desk::Router& router, const PaperScreens& screens) {
  using namespace of_run_screens;
  const std::string run = "/certificate-runs/{run}";
  const auto with = [&router, screens](auto handler) {
    return [&router, screens, handler](const Visit& visit, const Acting& acting) {
      return handler(router, screens, visit, acting);
    };
  };
  router.get_act<certificate_run_list>("/certificate-runs", with(runs_page));
  router.get_act<certificate_run_show>(
      run, [&router, screens](const Visit& visit, const Acting& acting) {
        return run_page(router, screens, visit, acting, Form());
      });
  router.get_act<certificate_print>(run + "/papers",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return papers(screens, visit, acting);
                                    });
  router.post_act<certificate_run_show>(run + "/proposals", with(propose));
  router.post_act<certificate_run_keep>(run + "/spoils", with(spoil));
  router.post_act<certificate_run_keep>(run + "/closures", with(close));
  router.post_act<certificate_run_keep>(
      run + "/deliveries", [&router, screens](const Visit& visit, const Acting& acting) {
        return step(router, screens, visit, acting, deliver_run, "交付を記録しました。");
      });
  router.post_act<certificate_run_keep>(
      run + "/dissolutions", [&router, screens](const Visit& visit, const Acting& acting) {
        return step(router, screens, visit, acting, dissolve_run,
                    "取りやめました。証は交付待ちに戻りました。");
      });
}

}  // namespace kenpo::certificate
