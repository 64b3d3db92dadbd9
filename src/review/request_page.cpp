// `/reexaminations`: requests that wait, files, results. `/content-checks`: rules and their effect.
#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "base/mapped_file.h"
#include "desk/components.h"
#include "desk/page.h"
#include "review/effect_act.h"
#include "review/request_act.h"
#include "review/review_page.h"
#include "safeguard/export_form_page.h"
#include "safeguard/export_made_page.h"

#include "desk/section_page.h"

namespace kenpo::review {

namespace of_requests {

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

constexpr Field erase_field{.name = "delete_by",
                            .label = "審査支払機関が消去する期限",
                            .support = "例：R9.3.31",
                            .length_limit = 20};
constexpr Field use_field{.name = "use", .label = "使用"};
constexpr Field reason_field{.name = "reason", .label = "理由", .length_limit = 200};

ReviewOffice office_of(const ReviewScreens& screens) {
  return {screens.office.gate, screens.office.database};
}

std::string title_of(std::string_view check) {
  const auto* row = find_check(check);
  return std::string(row == nullptr ? check : row->title);
}

Cell state_cell(const Request& request) {
  if (!request.result) return desk::chip_cell(ChipKind::progress, "請求中");
  if (request.result->end == RequestEnd::dropped) {
    return desk::chip_cell(ChipKind::plain, "取りやめ");
  }
  return desk::chip_cell(ChipKind::done, result_words(request.result->code));
}

desk::Data requests_table(const RequestPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& [request, claim] : page.lines) {
    const bool answered = request.result && request.result->end == RequestEnd::answered;
    rows.push_back(
        {desk::link_cell(title_of(request.check),
                         "/findings/" + std::string(request.finding.text())),
         {claim.name},
         {base::era_month(claim.treated_in)},
         {claim.institution_name},
         {request.reason},
         {request.made_at.day().iso()},
         state_cell(request),
         {answered && request.result->processed_in
              ? base::era_month(*request.result->processed_in)
              : ""},
         answered ? desk::yen_cell(request.result->reduction) : Cell{""}});
  }
  return desk::table("再審査請求(新しい順)",
                     {{"点検"},
                      {"氏名"},
                      {"診療年月"},
                      {"医療機関"},
                      {"理由番号"},
                      {"作成"},
                      {"状況"},
                      {"処理年月"},
                      {"減額(円)", Holds::numbers}},
                     rows, desk::grouped(page.count) + "件");
}

Result<Response> requests_page(const ReviewScreens& screens, const Visit& visit,
                               const Acting& acting, const Form& form) {
  const auto number = visit.page_number();
  const auto found = KENPO_TRY(
      list_requests(office_of(screens), acting, (number - 1) * requests_of_a_page));
  SectionPage page(visit);
  page.faults(form)
      .lead("内容点検で「再審査請求」と判断したレセプトを、一つのファイルにして審査支払機関に送ります。"
            "ファイルは暗号化し、二人目の決裁の後に提供台帳から渡します。")
      .section("ファイルの作成", "ファイルを待つ請求は" + desk::grouped(found.waiting) + "件です。");
  if (found.waiting > 0) {
    page.form("/reexaminations", "作って決裁に出す",
              FormFields().input(form, erase_field).input(form, safeguard::plain_field));
  }
  for (const auto& file : found.unreleased) {
    page.section("決裁を待つファイル", "取りやめると、請求は次のファイルを待ちます。")
        .link("決裁の一覧", "/approvals")
        .form("/reexaminations/" + std::string(file.text()) + "/withdrawals",
              "このファイルを取りやめる", FormFields());
  }
  page.section(
          "結果の受付",
          "審査支払機関から届いた再審査の結果(データ識別4)を受け付け、減額をレセプトに記録します。"
          "「ファイルの受付」からも受け付けられます。")
      .form(
          "/reexamination-results", "結果を受け付ける",
          FormFields().file("file", "結果のファイル", "11_RECODEINFO_MED.CSV などのファイルです。"))
      .section("返戻", "審査支払機関が医療機関に返したレセプトです。")
      .link("返戻の一覧", "/claim-returns")
      .section("請求の一覧")
      .table(requests_table(found));
  if (number > 1) {
    page.section("前のページ")
        .link("前の50件", "/reexaminations?page=" + std::to_string(number - 1));
  }
  if (number * requests_of_a_page < found.count) {
    page.section("次のページ")
        .link("次の50件", "/reexaminations?page=" + std::to_string(number + 1));
  }
  return page.finish({.title = "再審査請求",
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}},
                      .status = form.ok() ? 200 : 422});
}

Result<Response> make_file(const ReviewScreens& screens, const Visit& visit,
                           const Acting& acting) {
  auto form = visit.form();
  const auto delete_by = form.date(erase_field);
  const auto reason = form.text(safeguard::plain_field);
  if (!form.ok()) return requests_page(screens, visit, acting, form);
  const auto made = make_request_file(screens.office, acting, *delete_by, reason.value_or(""));
  if (!made.ok()) {
    form.note(made.faults());
    return requests_page(screens, visit, acting, form);
  }
  KENPO_TRY(safeguard::propose_release(screens.office, screens.approvals, acting, made->made.id));
  return safeguard::export_made_page(
      visit, made->made,
      {{"レセプト", desk::grouped(made->receipts) + "件"},
       {"再審査請求", desk::grouped(made->requests) + "件"}},
      {.title = "再審査請求ファイル",
       .section = "/findings",
       .crumbs = {{"内容点検", "/findings"}, {"再審査請求", "/reexaminations"}}});
}

Result<Response> take_file(const ReviewScreens& screens, const Visit& visit,
                           const Acting& acting) {
  auto form = visit.form();
  const auto& uploads = visit.request().uploads;
  if (uploads.empty() || uploads.front().size_bytes == 0) {
    form.note(base::Faults{base::refusal({"ファイルが選ばれていません。", "No file was chosen."},
                                         {"ファイルを選んでください。", "Choose a file."})});
    return requests_page(screens, visit, acting, form);
  }
  const auto file = KENPO_TRY(base::MappedFile::open(uploads.front().path));
  const auto taken = take_results(office_of(screens), acting, "送信されたファイル", file.bytes());
  if (!taken.ok()) {
    form.note(taken.faults());
    return requests_page(screens, visit, acting, form);
  }
  return visit.redirect_with(
      "/reexaminations", taken->already ? std::string("受付済みのファイルです。何も変わっていません。")
                                        : desk::grouped(taken->results) +
                                              "件の結果を受け付けました。減額は" +
                                              taken->reduction.grouped() + "円です。");
}

desk::Data checks_table(const Effects& effects) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& effect : effects.checks) {
    const auto& check = *effect.check;
    rows.push_back({desk::link_cell(std::string(check.title),
                                    "/content-checks/" + std::string(check.id)),
                    {wording(check.kind)},
                    {wording(check.severity)},
                    effect.used ? desk::chip_cell(ChipKind::done, "使用中")
                                : desk::chip_cell(ChipKind::plain, "使わない"),
                    {desk::grouped(effect.found)},
                    {desk::grouped(effect.open)},
                    {desk::grouped(effect.requested)},
                    {desk::grouped(effect.upheld)},
                    {effect.no_problem + effect.answered == 0
                         ? ""
                         : std::to_string(effect.hit_percent()) + "％"},
                    desk::yen_cell(effect.reduction)});
  }
  return desk::table("規則",
                     {{"規則"},
                      {"点検"},
                      {"重さ"},
                      {"使用"},
                      {"件数", Holds::numbers},
                      {"未処理", Holds::numbers},
                      {"再審査請求", Holds::numbers},
                      {"減額になった件数", Holds::numbers},
                      {"的中", Holds::numbers},
                      {"効果額(円)", Holds::numbers}},
                     rows);
}

desk::Data months_table(const Effects& effects) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& month : effects.months) {
    rows.push_back({{base::era_month(month.processed_in)},
                    {desk::grouped(month.answered)},
                    {desk::grouped(month.upheld)},
                    desk::yen_cell(month.reduction)});
  }
  return desk::table("処理年月ごとの効果",
                     {{"処理年月"},
                      {"結果", Holds::numbers},
                      {"減額になった件数", Holds::numbers},
                      {"効果額(円)", Holds::numbers}},
                     rows);
}

Result<Response> checks_page(const ReviewScreens& screens, const Visit& visit,
                             const Acting& acting) {
  const auto effects = KENPO_TRY(show_effects(office_of(screens), acting));
  SectionPage page(visit);
  page.lead("内容点検の規則と、再審査の結果から数えた効果です。的中は、判断した100件のうち減額に"
            "なった件数です。")
      .section("規則",
               "診療報酬のマスターに用量はありません。用量は、当組合が登録した上限で点検します。")
      .link("用量の上限", "/dose-limits")
      .table(checks_table(effects))
      .section("月ごとの効果額")
      .table(months_table(effects));
  return page.finish({.title = "点検の規則と効果",
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}}});
}

const std::vector<desk::Choice> use_choices = {{"on", "使う"}, {"off", "使わない"}};

Result<Response> check_page(const ReviewScreens& screens, const Visit& visit,
                            const Acting& acting, const Form& form) {
  const auto effects = KENPO_TRY(show_effects(office_of(screens), acting));
  const auto at = std::ranges::find_if(effects.checks, [&](const CheckEffect& each) {
    return each.check->id == visit.path_value("rule");
  });
  if (at == effects.checks.end()) return Visit::no_such_page();
  const auto& check = *at->check;
  SectionPage page(visit);
  page.faults(form).section("規則").facts(
      {{"規則", std::string(check.title)},
       {"点検・重さ", std::string(wording(check.kind)) + "・" + wording(check.severity)},
       {"根拠", std::string(check.basis)},
       {"条件", check.parameter.empty() ? "なし" : std::string(check.parameter)},
       {"適用", check.from.iso() + "から" + (check.to ? check.to->iso() + "まで" : "")},
       {"再審査の理由番号", check.reason.empty() ? "なし" : std::string(check.reason)},
       {"使用", at->used ? "使用中" : "使わない"}});
  page.section("使用の変更",
               at->used ? "使わないことにすると、次の点検で、未処理の" + desk::grouped(at->open) +
                              "件が「該当しなくなった」になります。判断の済んだものは残ります。"
                        : "使うことにすると、次の点検で、レセプトをこの規則でもう一度点検します。")
      .form("/content-checks/" + std::string(check.id) + "/choices", "変更する",
            FormFields().select(form, use_field, use_choices).input(form, reason_field));
  return page.finish({.title = std::string(check.title),
                      .section = "/findings",
                      .crumbs = {{"内容点検", "/findings"}, {"点検の規則と効果", "/content-checks"}},
                      .status = form.ok() ? 200 : 422});
}

Result<Response> choose(const ReviewScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto use = form.choice(use_field, use_choices);
  const auto reason = form.text(reason_field);
  if (!form.ok()) return check_page(screens, visit, acting, form);
  const auto done = choose_check(office_of(screens), acting, std::string(visit.path_value("rule")),
                                 *use == "on" ? Use::on : Use::off, *reason);
  if (!done.ok()) {
    form.note(done.faults());
    return check_page(screens, visit, acting, form);
  }
  return visit.redirect_with("/content-checks", "規則の使用を変更しました。次の点検から使います。");
}

}  // namespace of_requests

void add_request_routes(desk::Router& router, const ReviewScreens& screens) {
  using namespace of_requests;
  router.get_act<request_list>("/reexaminations",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return requests_page(screens, visit, acting, Form());
                               });
  router.post_act<request_provide>("/reexaminations",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return make_file(screens, visit, acting);
                                   });
  router.post_act<result_take>("/reexamination-results",
                               [screens](const Visit& visit, const Acting& acting) {
                                 return take_file(screens, visit, acting);
                               });
  router.post_act<request_drop>(
      "/reexaminations/{file}/withdrawals",
      [screens](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto file = KENPO_TRY(visit.id<safeguard::ExportId>("file"));
        KENPO_TRY(drop_request_file(screens.office, acting, file));
        return visit.redirect_with("/reexaminations", "ファイルを取りやめました。請求は次のファイルを待ちます。");
      });
  router.get_act<effect_show>("/content-checks",
                              [screens](const Visit& visit, const Acting& acting) {
                                return checks_page(screens, visit, acting);
                              });
  router.get_act<effect_show>("/content-checks/{rule}",
                              [screens](const Visit& visit, const Acting& acting) {
                                return check_page(screens, visit, acting, Form());
                              });
  router.post_act<check_choose>("/content-checks/{rule}/choices",
                                [screens](const Visit& visit, const Acting& acting) {
                                  return choose(screens, visit, acting);
                                });
}

}  // namespace kenpo::review
