#include <algorithm>

#include "request/answer_layout_page.h"
#include "request/column_words.h"
#include "request/package_act.h"
#include "request/package_print.h"
#include "request/request_fields_page.h"
#include "request/request_page.h"
#include "request/request_words_page.h"

#include "desk/section_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_packages {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

constexpr std::size_t tables_limit = 60;         // choices of a redaction
constexpr std::size_t numbers_limit_bytes = 60;  // row numbers shown of a table

desk::Data tables_table(const PackageContent& content) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& table : content.tables) {
    std::string numbers;
    for (const auto& row : table.rows) {
      if (numbers.size() > numbers_limit_bytes) {
        numbers += " …";
        break;
      }
      numbers += (numbers.empty() ? "" : "、") + std::to_string(row.row);
    }
    rows.push_back(
        {{table.japanese}, {table.category}, {std::to_string(table.rows.size())}, {numbers}});
  }
  return desk::table("開示する記録",
                     {{"記録の種類"},
                      {"個人情報の類型・根拠"},
                      {"件数", desk::Column::Holds::numbers},
                      {"記録の番号"}},
                     rows, std::to_string(content.rows()) + "件");
}

desk::Data redactions_table(const PackageContent& content) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : content.redactions) {
    const auto table = std::ranges::find(content.tables, each.table, &ShownTable::name);
    rows.push_back({{table == content.tables.end() ? each.table : table->japanese},
                    {std::to_string(each.row)},
                    {each.column.empty() ? "全部" : std::string(column_words(each.column))},
                    {std::string(article(each.ground))},
                    {each.words}});
  }
  return desk::table("開示しない項目", {{"記録の種類"}, {"番号"}, {"項目"}, {"条文"}, {"理由"}},
                     rows);
}

std::string package_state(const Preview& preview) {
  if (!preview.package) return "準備していません";
  return preview.package->released_at ? "承認済み" : "承認待ち";
}

void put_package_steps(SectionPage& page, const Preview& preview, const std::string& address) {
  if (preview.standing.state < State::notified) return;
  if (!preview.package || !preview.package->released_at) {
    page.section("準備", "開示しない項目を確かめてから準備します。別の人が承認します。")
        .form(address + "/package-preparations", "資料を準備する", FormFields());
  }
  if (preview.package && !preview.package->released_at) {
    page.section("承認", "準備した人は承認できません。件数と開示しない項目を確かめます。")
        .form(address + "/package-releases", "資料を承認する", FormFields());
  }
  if (preview.package && preview.package->released_at) {
    page.section("引渡し",
                 "AES-256で暗号化したZIPファイルです。7-Zipなどで開きます。パスワードは"
                 "ファイルとは別の方法で本人に伝えてください。")
        .facts({{"パスワード", preview.package->passphrase}})
        .form(address + "/package-handovers", "資料を渡す(ZIP)", FormFields());
  }
}

Result<Response> package_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                              const Form& form) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  const auto preview = KENPO_TRY(preview_package(office, acting, id));
  const auto& content = preview.content;
  std::vector<desk::Choice> tables;
  for (const auto& table : content.tables) {
    if (tables.size() < tables_limit) tables.push_back({table.name, table.japanese});
  }
  const auto grounds = refusal_choices();
  const auto address = case_address(id);
  SectionPage page(visit);
  page.faults(form)
      .lead("この人についての記録を、すべての表から集めたものです。ほかの人の記録は入りません。")
      .section("資料")
      .facts({{"状態", package_state(preview)},
              {"記録", std::to_string(content.rows()) + "件"},
              {"利用の記録", std::to_string(content.uses.size()) + "件"},
              {"個人番号", content.individual_number_held ? "保有しています(窓口で示します)"
                                                          : "保有していません"}})
      .table(tables_table(content));
  put_package_steps(page, preview, address);
  page.section("開示しない項目", "項目ごとに条文と理由を登録します(個人情報保護法33条2項)。")
      .table(redactions_table(content));
  if (!preview.package || !preview.package->released_at) {
    page.section("開示しない項目の登録")
        .form(address + "/redactions", "開示しない項目を登録する",
              FormFields()
                  .select(form, table_field, tables)
                  .input(form, row_field)
                  .input(form, column_field)
                  .select(form, ground_field, grounds.all())
                  .input(form, words_field));
  }
  return page.finish(answer_head(id, "開示する資料", form));
}

Result<Response> add_redaction(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  constexpr std::int64_t most_rows = 1'000'000'000'000;
  const auto row = form.number(row_field, 1, most_rows);
  const auto column = form.text(column_field);
  const auto words = form.text(words_field);
  const auto ground = enum_of<Ground>(form.sent("ground"), grounds_count);
  if (!form.ok()) return package_page(office, visit, acting, form);
  const auto done = redact(office, acting, id,
                           {.id = id,
                            .person = base::PersonId::draw(),
                            .table = form.sent("table"),
                            .row = *row,
                            .column = column.value_or(""),
                            .ground = ground.value_or(Ground::none),
                            .by = visit.staff(),
                            .words = words.value_or("")});
  if (!done.ok()) {
    form.note(done.faults());
    return package_page(office, visit, acting, form);
  }
  return visit.redirect_with(case_address(id) + "/package", "開示しない項目を登録しました。");
}

/// Handing over enters the ledger of exports and takes the case a step on: a form, no address that
/// a browser may fetch ahead.
Result<Response> hand_over(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto bytes = hand_over_package(office, acting, id);
  if (!bytes.ok()) {
    auto form = visit.form();
    form.note(bytes.faults());
    return package_page(office, visit, acting, form);
  }
  return desk::file("kaiji.zip", "application/zip", std::move(bytes).value());
}

Result<Response> purposes(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  const auto made = KENPO_TRY(purpose_notice(office, acting, id));
  auto printed = KENPO_TRY(print_purposes(made, office.sender));
  return visit.paper("purposes.pdf", std::move(printed));
}

}  // namespace of_packages

void add_package_routes(desk::Router& router, RequestOffice& office) {
  const std::string base = "/requests/{case_id}";
  router.get_act<package_preview_operation>(
      base + "/package", [&](const desk::Visit& visit, const notice::Acting& acting) {
        return of_packages::package_page(office, visit, acting, desk::Form());
      });
  router.post_act<package_redact_operation>(
      base + "/redactions", [&](const desk::Visit& visit, const notice::Acting& acting) {
        return of_packages::add_redaction(office, visit, acting);
      });
  router.post_act<package_redact_operation>(
      base + "/package-preparations",
      [&](const desk::Visit& visit, const notice::Acting& acting) -> base::Result<desk::Response> {
        const auto id = KENPO_TRY(case_of_visit(visit));
        return done_or_shown(
            visit, case_address(id) + "/package", "準備しました。別の人の承認を受けてください。",
            [&] { return prepare_package(office, acting, id); },
            [&](const desk::Form& form) {
              return of_packages::package_page(office, visit, acting, form);
            });
      });
  router.post_act<package_release_operation>(
      base + "/package-releases",
      [&](const desk::Visit& visit, const notice::Acting& acting) -> base::Result<desk::Response> {
        const auto id = KENPO_TRY(case_of_visit(visit));
        return done_or_shown(
            visit, case_address(id) + "/package", "承認しました。",
            [&] { return release_package(office, acting, id); },
            [&](const desk::Form& form) {
              return of_packages::package_page(office, visit, acting, form);
            });
      });
  router.post_act<package_hand_over_operation>(
      base + "/package-handovers", [&](const desk::Visit& visit, const notice::Acting& acting) {
        return of_packages::hand_over(office, visit, acting);
      });
  router.get_act<package_hand_over_operation>(
      base + "/purposes.pdf", [&](const desk::Visit& visit, const notice::Acting& acting) {
        return of_packages::purposes(office, visit, acting);
      });
}

}  // namespace kenpo::request
