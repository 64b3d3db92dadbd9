#include "request/backup_copy_act.h"
#include "request/request_fields_page.h"
#include "request/request_page.h"

#include "desk/section_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_backups {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

constexpr desk::Field copy_field{.name = "copy", .label = "廃棄した控え"};
constexpr desk::Field proof_field{.name = "proof",
                                  .label = "廃棄の方法",
                                  .support = "例：媒体を裁断した。記録簿 第3号",
                                  .length_limit = discard_proof_limit_characters};

Cell state_cell(const BackupCopy& copy, base::Date today) {
  if (copy.discarded_at) return desk::chip_cell(desk::ChipKind::done, "廃棄した");
  if (copy.discard_by < today) return desk::chip_cell(desk::ChipKind::problem, "廃棄の期限切れ");
  return desk::chip_cell(desk::ChipKind::progress, "保管中");
}

Result<Response> backups_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                              const Form& form) {
  const auto copies = KENPO_TRY(list_backups(office.gate, office.database, acting));
  const auto today = visit.now().day();
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> labels;
  for (const auto& copy : copies) {
    rows.push_back({{copy.name},
                    {copy.made_at.short_text()},
                    {copy.discard_by.iso()},
                    state_cell(copy, today),
                    {copy.proof}});
    labels.push_back(copy.name + " " + copy.made_at.short_text());
  }
  std::vector<desk::Choice> choices;
  for (std::size_t at = 0; at < copies.size(); ++at) {
    if (!copies[at].discarded_at) choices.push_back({copies[at].id.text(), labels[at]});
  }
  SectionPage page(visit);
  page.faults(form)
      .lead(
          "消去した記録は、消去の前に取った控えに残っています。控えは期限までに廃棄し、記録します。"
          "鍵を壊した人の情報は、控えを戻しても読めません。")
      .section("控えの一覧")
      .table(desk::table("控え", {{"ファイル"}, {"取った日時"}, {"廃棄の期限"}, {"状態"}, {"廃棄の方法"}},
                         rows, std::to_string(rows.size()) + "件"));
  const bool may_record =
      office.gate.ruling(backup_discard_operation, visit.staff()).refusal == notice::Refusal::none;
  if (may_record && !choices.empty()) {
    page.section("廃棄の記録")
        .form("/backups", "廃棄を記録する",
              FormFields().select(form, copy_field, choices).input(form, proof_field));
  }
  desk::PageHead head;
  head.title = "控え";
  head.section = "/retention";
  head.crumbs = {{"保存期間と消去", "/retention"}};
  head.status = form.ok() ? 200 : 422;
  return page.finish(std::move(head));
}

Result<Response> discard(RequestOffice& office, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto copy = base::CaseId::parse(form.sent("copy"));
  if (!copy) form.note(copy_field, {"控えを選んでください。", "Choose the copy."});
  const auto proof = form.text(proof_field);
  if (!form.ok()) return backups_page(office, visit, acting, form);
  const auto done = discard_backup(office.gate, office.database, acting, *copy, *proof);
  if (done.ok()) return visit.redirect_with("/backups", "廃棄を記録しました。");
  form.note(done.faults());
  return backups_page(office, visit, acting, form);
}

}  // namespace of_backups

void add_backup_routes(desk::Router& router, RequestOffice& office) {
  using desk::Visit;
  using notice::Acting;
  router.get_act<backup_list_operation>("/backups", [&](const Visit& visit, const Acting& acting) {
    return of_backups::backups_page(office, visit, acting, desk::Form());
  });
  router.post_act<backup_discard_operation>("/backups",
                                            [&](const Visit& visit, const Acting& acting) {
                                              return of_backups::discard(office, visit, acting);
                                            });
}

}  // namespace kenpo::request
