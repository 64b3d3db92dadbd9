// `/voluntary-differences/{month}`: a month's slips beside the month before, and their release.
#include "base/era.h"
#include "collection/collection_page.h"
#include "collection/layout_page.h"
#include "collection/voluntary_release_act.h"
#include "collection/voluntary_table_page.h"

#include "desk/section_page.h"

namespace kenpo::collection {

namespace of_slip_releases {

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
using Holds = desk::Column::Holds;

constexpr std::size_t lines_shown_limit = 500;  // what one person looks through; those that differ
constexpr Field reason_field{.name = "reason",
                             .label = "確かめたこと",
                             .support = "差の原因を確かめた方法を書きます。氏名は書きません。",
                             .length_limit = 200};

desk::Data lines_table(const SlipDifferences& found) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : found.lines) {
    if (rows.size() == lines_shown_limit) break;
    const auto now = line.demand.debt.total();
    const auto more = now - line.before;
    const auto person = person_of(line.demand.debt.key.payer);
    rows.push_back({desk::link_cell(line.name, member_address(person)),
                    {wording(line.demand.debt.key.kind).ja.text()},
                    desk::yen_cell(line.before),
                    desk::yen_cell(now),
                    {(more > base::Yen() ? "+" : "") + more.grouped()},
                    {wording(line.difference).ja.text()},
                    line.released ? desk::chip_cell(ChipKind::done, "承認済み")
                                  : desk::chip_cell(ChipKind::waiting, "承認前")});
  }
  return desk::table("前月との差",
                     {{"氏名"},
                      {"請求"},
                      {"前月(円)", Holds::numbers},
                      {"この月(円)", Holds::numbers},
                      {"差(円)", Holds::numbers},
                      {"原因"},
                      {"承認"}},
                     rows, std::to_string(found.lines.size()) + "件");
}

Result<base::Month> month_in_address(const Visit& visit) {
  const auto month = base::Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  return *month;
}

Result<Response> differences(const CollectionScreens& screens, const Visit& visit,
                             const Acting& acting, const Form& form) {
  const auto month = KENPO_TRY(month_in_address(visit));
  auto ledger = screens.ledger;
  const auto found = KENPO_TRY(show_slip_differences(ledger, acting, month));
  SectionPage page(visit, "collection_page");
  page.faults(form)
      .lead("納付書は、前月との差を確かめた人と、別の人の承認のあとに渡します。差のある人を先に示します。")
      .section("合計")
      .facts({{"請求の月", base::era_month(month)},
              {"請求額", yen_words(found.total)},
              {"同じ人の前月の請求額", yen_words(found.before)},
              {"承認を待つ納付書", std::to_string(found.unreleased) + "枚"}});
  page.section("前月との差").table(lines_table(found));
  if (found.unreleased > 0) {
    page.section("納付書の承認を求める", "承認は、求めた人とは別の人が行います。")
        .form("/voluntary-differences/" + month.iso(), "承認を求める",
              FormFields().input(form, reason_field));
  }
  desk::PageHead head;
  head.title = "任意継続の請求額の前月との差";
  head.section = "/receipts";
  head.crumbs = {{"任意継続の保険料", "/voluntary-members"}};
  head.started = {&slip_release_ask};
  return page.finish(std::move(head));
}

Result<Response> ask(const CollectionScreens& screens, const Visit& visit,
                     const Acting& acting) {
  const auto month = KENPO_TRY(month_in_address(visit));
  auto form = visit.form();
  const auto reason = form.text(reason_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = propose_slip_release(ledger, screens.approvals, acting, month, *reason);
    if (done.ok()) {
      return visit.redirect_with("/approvals/" + std::string(done->text()),
                                 "納付書の承認を求めました。もう一人の決裁を待ちます。");
    }
    form.note(done.faults());
  }
  return differences(screens, visit, acting, form);
}

}  // namespace of_slip_releases

void add_slip_release_routes(desk::Router& router, const CollectionScreens& screens) {
  using namespace of_slip_releases;
  router.get_act<slip_differences_show>("/voluntary-differences/{month}",
                                        [screens](const Visit& visit, const Acting& acting) {
                                          const Form form;
                                          return differences(screens, visit, acting, form);
                                        });
  router.post_act<slip_release_ask>("/voluntary-differences/{month}",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return ask(screens, visit, acting);
                                    });
}

}  // namespace kenpo::collection
