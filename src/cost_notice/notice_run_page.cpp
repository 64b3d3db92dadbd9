// `/cost-notices`: runs of notices, from their making to the post.
#include "base/era.h"
#include "cost_notice/notice_page.h"
#include "cost_notice/notice_print.h"
#include "desk/components.h"
#include "desk/visit.h"

#include "desk/section_page.h"

namespace kenpo::cost_notice {

namespace of_run_pages {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field from_field{.name = "from", .label = "診療月の始め", .length_limit = 20};
constexpr Field to_field{.name = "to",
                         .label = "診療月の終わり",
                         .support = "始まりから5年以内。",
                         .length_limit = 20};
constexpr Field counted_field{.name = "counted",
                              .label = "数えた通数",
                              .support = "封入した通知を数えます。",
                              .length_limit = 6,
                              .mode = "numeric"};
constexpr std::int64_t counted_limit = 100'000;

ChipKind chip_of(const NoticeRun& run) {
  if (!run.last) return ChipKind::waiting;
  if (*run.last == NoticeRunStep::sent) return ChipKind::done;
  return *run.last == NoticeRunStep::dissolved ? ChipKind::plain : ChipKind::progress;
}

std::string run_address(const NoticeRun& run) {
  return "/cost-notice-runs/" + std::string(run.id.text());
}

desk::Data runs_table(const std::vector<NoticeRun>& runs) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& run : runs) {
    rows.push_back({{run.made_at.short_text()},
                    {base::era_month(run.period.from) + "〜" + base::era_month(run.period.to)},
                    {desk::grouped(run.notices)},
                    {run.counted == 0 ? "" : desk::grouped(run.counted)},
                    desk::chip_cell(chip_of(run), std::string(state_wording(run)))});
  }
  return desk::table("医療費通知の印刷",
                     {{"作成"},
                      {"診療月"},
                      {"通数", Holds::numbers},
                      {"数えた通数", Holds::numbers},
                      {"状態"}},
                     rows, std::to_string(rows.size()) + "件");
}

/// What is to be done next with a run.
void add_run(desk::SectionPage& page, const Form& form, const NoticeRun& run) {
  if (run.last == NoticeRunStep::sent || run.last == NoticeRunStep::dissolved) return;
  page.section(run.made_at.short_text() + " 作成の" + desk::grouped(run.notices) + "通（" +
               std::string(state_wording(run)) + "）");
  const auto address = run_address(run);
  if (!run.last) {
    page.link("決裁の画面", "/approvals").form(address + "/dissolution", "取りやめる", FormFields());
  } else if (*run.last == NoticeRunStep::released) {
    page.link("通知を開く(PDF)", address + "/notices.pdf")
        .form(address + "/count", "通数を確認して印刷を終える",
              FormFields().input(form, counted_field));
  } else {
    page.form(address + "/dispatch", "発送を記録する", FormFields());
  }
}

Result<Response> runs_page(const NoticeScreens& screens, const Visit& visit,
                           const Acting& acting, Form form) {
  auto ledger = screens.ledger;
  const auto runs = KENPO_TRY(list_runs(ledger, acting));
  const auto last = visit.now().day().in_month().plus(-2);
  form.prefill("from", last.plus(-2).iso());
  form.prefill("to", last.iso());
  auto page = notice_page(visit);
  page.faults(form).lead(
      "通知は一人ずつ作ります。未成年の人の分は親である被保険者の通知に、同意した家族の分は"
      "世帯の通知に入れます。住所等の保護を受けている人は、ここでは作りません。");
  page.section("印刷を作る",
               "この期間の通知がまだの人を、1回に" + std::to_string(run_notices_limit) +
                   "通まで集め、決裁に出します。")
      .form("/cost-notices", "作って決裁に出す",
            FormFields().input(form, from_field).input(form, to_field));
  for (const auto& run : runs) add_run(page, form, run);
  page.section("印刷の一覧").table(runs_table(runs));
  desk::PageHead head;
  head.title = "医療費通知";
  head.section = "/cost-notices";
  head.started = {&cost_notice_run_make, &cost_notice_run_print, &cost_notice_run_keep};
  return page.finish(std::move(head));
}

Result<Response> make(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto from = form.month(from_field);
  const auto to = form.month(to_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto made = make_notice_run(ledger, acting, {*from, *to});
    if (made.ok()) {
      KENPO_TRY(propose_notice_run(ledger, screens.approvals, acting, *made));
      return visit.redirect_with("/cost-notices", "印刷を作り、決裁に出しました。");
    }
    form.note(made.faults());
  }
  return runs_page(screens, visit, acting, form);
}

template <typename Act>
Result<Response> step(const NoticeScreens& screens, const Visit& visit, const Acting& acting,
                      Form form, const char* told, const Act& act) {
  if (form.ok()) {
    const auto done = act();
    if (done.ok()) return visit.redirect_with("/cost-notices", told);
    form.note(done.faults());
  }
  return runs_page(screens, visit, acting, std::move(form));
}

Result<Response> count(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<NoticeRunId>("run"));
  auto form = visit.form();
  auto ledger = screens.ledger;
  const auto counted = form.number(counted_field, 1, counted_limit);
  return step(screens, visit, acting, form, "通数が合いました。",
              [&] { return count_notice_run(ledger, acting, id, *counted); });
}

Result<Response> dispatch(const NoticeScreens& screens, const Visit& visit,
                          const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<NoticeRunId>("run"));
  auto ledger = screens.ledger;
  return step(screens, visit, acting, Form(), "発送を記録しました。",
              [&] { return send_notice_run(ledger, acting, id); });
}

Result<Response> dissolve(const NoticeScreens& screens, const Visit& visit,
                          const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<NoticeRunId>("run"));
  auto ledger = screens.ledger;
  return step(screens, visit, acting, Form(), "印刷を取りやめました。",
              [&] { return dissolve_notice_run(ledger, acting, id); });
}

Result<Response> papers(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<NoticeRunId>("run"));
  auto ledger = screens.ledger;
  const auto notices = KENPO_TRY(notices_of_run(ledger, acting, id));
  auto printed = KENPO_TRY(print_notices(notices, screens.sender, visit.now()));
  return visit.paper("医療費通知.pdf", std::move(printed));
}

}  // namespace of_run_pages

void add_notice_run_routes(desk::Router& router, const NoticeScreens& screens) {
  using namespace of_run_pages;
  const std::string run = "/cost-notice-runs/{run}";
  router.menu<cost_notice_run_make>(desk::MenuGroup::claims, "/cost-notices", "医療費通知");
  router.get_act<cost_notice_run_list>("/cost-notices",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return runs_page(screens, visit, acting, Form());
                                       });
  router.post_act<cost_notice_run_make>("/cost-notices",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return make(screens, visit, acting);
                                        });
  router.get_act<cost_notice_run_print>(run + "/notices.pdf",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return papers(screens, visit, acting);
                                        });
  router.post_act<cost_notice_run_keep>(run + "/count",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return count(screens, visit, acting);
                                        });
  router.post_act<cost_notice_run_keep>(run + "/dispatch",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return dispatch(screens, visit, acting);
                                        });
  router.post_act<cost_notice_run_keep>(run + "/dissolution",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          return dissolve(screens, visit, acting);
                                        });
}

void add_cost_notice_routes(desk::Router& router, const NoticeScreens& screens) {
  add_notice_run_routes(router, screens);
  add_person_notice_routes(router, screens);
  add_visit_check_routes(router, screens);
}

}  // namespace kenpo::cost_notice
