// `/claim-returns`: receipts that went back to their providers, and one of them.
#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/section_page.h"
#include "review/claim_return_act.h"
#include "review/review_page.h"

namespace kenpo::review {

namespace of_return_screens {

using base::Result;
using desk::Cell;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

std::string return_address(const ReturnId& id) {
  return "/claim-returns/" + std::string(id.text());
}

Result<Response> returns_page(const ReviewScreens& screens, const Visit& visit,
                              const Acting& acting) {
  const auto number = visit.page_number();
  const auto found = KENPO_TRY(list_returns({screens.office.gate, screens.office.database}, acting,
                                            (number - 1) * returns_of_a_page));
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : found.lines) {
    rows.push_back(
        {desk::link_cell(line.name.empty() ? "氏名の記録なし" : line.name, return_address(line.id)),
         {base::era_month(line.treated_in)},
         {line.institution},
         {kind_words(line)},
         {base::era_month(line.processed_in)},
         {line.claim ? "受付済みのレセプト" : "受け付けていないレセプト"}});
  }
  SectionPage page(visit);
  page.lead(
          "審査支払機関が医療機関に返したレセプト（HEN・SAH）です。ファイルは「ファイルの受付」から"
          "受け付けます。医療機関が直したレセプトは、後の月に新しいレセプトとして届きます。")
      .section("返戻の一覧")
      .table(desk::table(
          "返戻されたレセプト（新しい順）",
          {{"氏名"}, {"診療年月"}, {"医療機関"}, {"返戻区分"}, {"処理年月"}, {"当組合のレセプト"}},
          rows, desk::grouped(found.count) + "件"));
  page.pager(number, found.count, returns_of_a_page, "/claim-returns");
  return page.finish({.title = "返戻",
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}, {"再審査請求", "/reexaminations"}}});
}

Result<Response> return_page(const ReviewScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<ReturnId>("returned"));
  const auto shown =
      KENPO_TRY(show_return({screens.office.gate, screens.office.database}, acting, id));
  if (!shown) return Visit::no_such_page();
  SectionPage page(visit);
  page.section("返戻").facts({{"氏名", shown->name},
                              {"診療年月", base::era_month(shown->treated_in)},
                              {"医療機関", shown->institution},
                              {"返戻区分", kind_words(*shown)},
                              {"処理年月", base::era_month(shown->processed_in)},
                              {"返戻事由コード", shown->code},
                              {"返戻理由", shown->reason},
                              {"補足事項", shown->supplement},
                              {"検索番号", shown->search_number},
                              {"受付の日時", shown->taken_at.short_text()}});
  if (shown->claim) {
    page.section("レセプト")
        .link("受け付けたレセプトを開く", "/claims/" + std::string(shown->claim->text()));
  }
  return page.finish({.title = "返戻の表示",
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}, {"返戻", "/claim-returns"}}});
}

}  // namespace of_return_screens

void add_return_routes(desk::Router& router, const ReviewScreens& screens) {
  using namespace of_return_screens;
  router.get_act<return_list>("/claim-returns",
                              [screens](const Visit& visit, const Acting& acting) {
                                return returns_page(screens, visit, acting);
                              });
  router.get_act<return_show>("/claim-returns/{returned}",
                              [screens](const Visit& visit, const Acting& acting) {
                                return return_page(screens, visit, acting);
                              });
}

}  // namespace kenpo::review
