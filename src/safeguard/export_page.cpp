#include "safeguard/export_page.h"

#include <algorithm>

#include "desk/section_page.h"
#include "eligibility/link_page.h"
#include "law/book.h"
#include "notice/wording.h"
#include "safeguard/export_act.h"
#include "safeguard/export_roster_page.h"

namespace kenpo::safeguard {

// Screens of one folder share many short names; these are of this file.
namespace of_exports {

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

constexpr Field deleted_field{.name = "deleted_on", .label = "消去した日", .length_limit = 20};
constexpr Field proof_field{.name = "proof",
                            .label = "消去の証明",
                            .support = "消去証明書の番号、または確かめた方法",
                            .length_limit = 200};

ChipKind chip_of(ExportState state) {
  switch (state) {
    case ExportState::awaiting_release:
      return ChipKind::waiting;
    case ExportState::released:
    case ExportState::handed_over:
      return ChipKind::progress;
    case ExportState::deletion_due:
      return ChipKind::waiting;
    case ExportState::overdue:
      return ChipKind::problem;
    case ExportState::deleted:
      return ChipKind::done;
  }
  return ChipKind::plain;
}

Result<int> announced_days(base::Date day) {
  return KENPO_TRY(law::Book::carried().count("safeguard.export.announced_before", day)).value;
}

std::string address_of(const ExportId& id) { return "/exports/" + std::string(id.text()); }

std::string deletion_term(const Export& entry) {
  return is_kept_elsewhere(entry) ? "なし（本人のもの）" : entry.terms.delete_by.iso();
}

Cell state_cell(const Export& entry, base::Date today, int days) {
  const auto state = state_of(entry, today, days);
  return desk::chip_cell(chip_of(state), wording(state).ja.text());
}

desk::Data exports_table(std::string caption, const std::vector<Export>& entries, base::Date today,
                         int days) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& entry : entries) {
    rows.push_back({desk::link_cell(entry.made_at.short_text(), address_of(entry.id)),
                    {entry.product},
                    {wording(entry.terms.recipient_class).ja.text() + " " + entry.terms.recipient},
                    {wording(entry.terms.basis).ja.text()},
                    {desk::grouped(static_cast<std::int64_t>(entry.people))},
                    {deletion_term(entry)},
                    state_cell(entry, today, days)});
  }
  return desk::table(std::move(caption),
                     {{"作成"},
                      {"もの"},
                      {"渡す相手"},
                      {"根拠"},
                      {"人数", desk::Column::Holds::numbers},
                      {"消去の期限"},
                      {"状態"}},
                     rows, std::to_string(rows.size()) + "件");
}

Result<Response> ledger_page(const RegisterScreens& screens, const desk::Router& router,
                             const Visit& visit, const Acting& acting) {
  const auto entries = KENPO_TRY(show_exports(screens.office, acting));
  const auto today = visit.now().day();
  const auto days = KENPO_TRY(announced_days(today));
  std::vector<Export> due;
  for (const auto& entry : entries) {
    const auto state = state_of(entry, today, days);
    const bool is_due = state == ExportState::deletion_due || state == ExportState::overdue;
    if (is_due) due.push_back(entry);
  }
  SectionPage page(visit);
  page.lead("個人データを外に渡すときは、必ず暗号化し、二人で決め、この台帳に残します。");
  if (!due.empty()) {
    page.notification(desk::NotificationKind::warning,
                      "消去を確かめるものが" + std::to_string(due.size()) + "件あります。",
                      "相手に消去を求め、証明を受け取ったら記録してください。")
        .section("消去の確認待ち")
        .table(exports_table("消去の確認待ち", due, today, days));
  }
  page.section("提供台帳").table(exports_table("提供台帳", entries, today, days));
  if (!eligibility::open_address(router, visit, "/decision-files").empty()) {
    page.link("決定通知データを作る", "/decision-files");
  }
  if (!eligibility::open_address(router, visit, "/rosters").empty()) {
    page.link("被保険者名簿を作る", "/rosters");
  } else if (!eligibility::open_address(router, visit, "/processors").empty()) {
    page.link("委託先台帳を開く", "/processors");
  }
  return page.finish({.title = "提供台帳", .section = "/exports"});
}

std::string pairs_of(const Export& entry) {
  std::string words;
  for (std::size_t at = 0; at < notice::published_pairs.size(); ++at) {
    if ((entry.pairs >> at & 1U) == 0) continue;
    if (!words.empty()) words += "、";
    words += std::string(notice::wording(notice::published_pairs[at].category)) + "：" +
             std::string(notice::wording(notice::published_pairs[at].purpose));
  }
  return words;
}

std::string moment_words(const std::optional<base::Moment>& at) {
  return at ? at->short_text() : "まだ";
}

std::vector<desk::Item> facts_of(const Export& entry, const RegisterScreens& screens) {
  const auto handlers = screens.handlers();
  return {
      {"もの", entry.product},
      {"渡す相手", wording(entry.terms.recipient_class).ja.text() + " " + entry.terms.recipient},
      {"国", entry.terms.country},
      {"根拠", wording(entry.terms.basis).ja.text()},
      {"利用目的", pairs_of(entry)},
      {"人数・行数", desk::grouped(static_cast<std::int64_t>(entry.people)) + "人・" +
                         desk::grouped(static_cast<std::int64_t>(entry.rows)) + "行"},
      {"暗号化したファイル",
       "ZIP(AES-256) " + desk::grouped(static_cast<std::int64_t>(entry.size_bytes)) + "バイト"},
      {"SHA-256", entry.sha256},
      {"作った人", staff_name(handlers, entry.made_by) + " " + entry.made_at.short_text()},
      {"決裁した人", entry.released_by ? staff_name(handlers, *entry.released_by) + " " +
                                             moment_words(entry.released_at)
                                       : "まだ"},
      {"渡した日時", moment_words(entry.handed_over_at)},
      {"消去の期限", deletion_term(entry)},
      {"消去の証明",
       entry.deleted_on           ? entry.deleted_on->iso() + " " + entry.deletion_proof
       : is_kept_elsewhere(entry) ? "求めない（本人のもの）"
                                  : "まだ"}};
}

Result<Response> export_page(const RegisterScreens& screens, const desk::Router& router,
                             const Visit& visit, const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<ExportId>("export"));
  const auto entry = KENPO_TRY(show_export(screens.office, acting, id));
  const auto days = KENPO_TRY(announced_days(visit.now().day()));
  const auto state = state_of(entry, visit.now().day(), days);
  SectionPage page(visit);
  page.faults(form).section("台帳の記録").facts(facts_of(entry, screens));
  const bool mine = visit.staff() == entry.made_by || visit.staff() == entry.released_by;
  const bool out = entry.released_at && !entry.deleted_on && !is_kept_elsewhere(entry);
  if (mine && out) {
    page.section("引渡し",
                 "暗号化したファイルを相手に渡し、パスワードは別の方法で知らせます。"
                 "受け取った人は、7-Zip などで開けます。")
        .form(address_of(id) + "/archive.zip", "ファイルを受け取る", FormFields());
  }
  const bool may_record =
      router.gate().ruling(export_deletion_record, visit.staff()).refusal == notice::Refusal::none;
  if (may_record && out && entry.handed_over_at) {
    page.section("消去の確認")
        .form(address_of(id) + "/deletion", "消去を記録する",
              FormFields().input(form, deleted_field).input(form, proof_field));
  }
  return page.finish({.title = entry.product + "(" + wording(state).ja.text() + ")",
                      .section = "/exports",
                      .crumbs = {{"提供台帳", "/exports"}}});
}

Result<Response> archive(const RegisterScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<ExportId>("export"));
  auto bytes = KENPO_TRY(hand_over(screens.office, acting, id));
  return desk::file(std::string(id.text()) + ".zip", "application/zip", std::move(bytes));
}

Result<Response> deletion(const RegisterScreens& screens, const desk::Router& router,
                          const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<ExportId>("export"));
  auto form = visit.form();
  const auto on = form.date(deleted_field);
  const auto proof = form.text(proof_field);
  if (!form.ok()) return export_page(screens, router, visit, acting, form);
  const auto done = record_deletion(screens.office, acting, id, *on, *proof);
  if (done.ok()) return visit.redirect_with(address_of(id), "消去を記録しました。");
  form.note(done.faults());
  return export_page(screens, router, visit, acting, form);
}

}  // namespace of_exports

void add_export_routes(desk::Router& router, const RegisterScreens& screens,
                       staff::Approvals& approvals, const eligibility::Ledger& ledger,
                       const ProvisionLedger& provisions) {
  using namespace of_exports;
  router.menu<export_show>(desk::MenuGroup::safety, "/exports", "提供台帳");
  router.get_act<export_show>("/exports",
                              [screens, &router](const Visit& visit, const Acting& acting) {
                                return ledger_page(screens, router, visit, acting);
                              });
  router.get_act<export_show>("/exports/{export}",
                              [screens, &router](const Visit& visit, const Acting& acting) {
                                return export_page(screens, router, visit, acting, Form());
                              });
  router.post_act<export_hand_over>("/exports/{export}/archive.zip",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return archive(screens, visit, acting);
                                    });
  router.post_act<export_deletion_record>(
      "/exports/{export}/deletion", [screens, &router](const Visit& visit, const Acting& acting) {
        return deletion(screens, router, visit, acting);
      });
  add_roster_routes(router, screens, approvals, ledger, provisions);
}

}  // namespace kenpo::safeguard
