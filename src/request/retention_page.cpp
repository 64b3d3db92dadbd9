#include "request/erasure_act.h"
#include "request/letter_print.h"
#include "request/request_fields_page.h"
#include "request/request_page.h"
#include "request/retention_act.h"
#include "safeguard/register_layout_page.h"

#include "desk/section_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_retention {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

desk::Data due_table(const DueList& list) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : list.lines) {
    rows.push_back({{std::string(wording(line.record_class))},
                    {desk::grouped(line.rows)},
                    {desk::grouped(line.due)},
                    {desk::grouped(line.people)},
                    {desk::grouped(line.held)},
                    {line.oldest ? line.oldest->iso() : ""}});
  }
  return desk::table("保存期間の満了した記録",
                     {{"区分"},
                      {"保有(件)", Holds::numbers},
                      {"満了(件)", Holds::numbers},
                      {"満了(人)", Holds::numbers},
                      {"保留(件)", Holds::numbers},
                      {"最も早い満了日"}},
                     rows);
}

Result<Response> retention_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                                const Form& form) {
  const auto list = KENPO_TRY(show_due_list(office, acting));
  SectionPage page(visit);
  page.faults(form)
      .lead(
          "保存年限は、記録の区分ごとに法令と組合の規程の行から計算します。消去は二人で行います。")
      .section("満了の一覧(" + list.today.iso() + ")")
      .table(due_table(list));
  if (list.run) {
    page.section("承認を待つ消去", "起案した人は承認できません。")
        .facts({{"起案した日時", list.run->proposed_at.short_text()},
                {"起案した人", safeguard::staff_name(office.handlers(), list.run->proposed_by)},
                {"人数", desk::grouped(list.run->people) + "人"},
                {"記録", desk::grouped(list.run->rows) + "件"}})
        .form("/retention-approvals", "承認して消去する", FormFields());
  } else {
    page.section("消去の起案", "きょう満了している記録を、保留のある人を除いて消去します。")
        .form("/retention-proposals", "消去を起案する", FormFields());
  }
  const auto& copies = list.copies;
  if (copies.overdue > 0) {
    page.notification(desk::NotificationKind::warning,
                      "廃棄の期限を過ぎた控えが" + desk::grouped(copies.overdue) + "件あります。",
                      "消去した記録が残っています。控えを廃棄して、記録してください。");
  }
  page.section("控え", "消去した記録は、消去の前に取った控えに、その廃棄まで残ります。")
      .facts({{"保管中の控え", desk::grouped(copies.existing) + "件"},
              {"いまある控えがすべて無くなる日",
               copies.last_day ? copies.last_day->iso() : "控えはありません"}})
      .link("控えの一覧", "/backups");
  page.section("関係する一覧").link("消去の保留", "/holds");
  page.section("消去の証明").link("消去証明書", "/erasure-certificates");
  desk::PageHead head;
  head.title = "保存期間と消去";
  head.section = "/retention";
  head.status = form.ok() ? 200 : 422;
  return page.finish(std::move(head));
}

Result<Response> holds_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                            const Form& form) {
  const auto holds = KENPO_TRY(list_holds(office, acting));
  const auto handlers = office.handlers();
  std::vector<std::vector<Cell>> rows;
  std::vector<desk::Choice> choices;
  for (const auto& hold : holds) {
    rows.push_back({{std::string(hold.id.text())},
                    {std::string(hold.person.text())},
                    {hold.reason},
                    {hold.decided_at.short_text()},
                    {safeguard::staff_name(handlers, hold.by)}});
    choices.push_back({hold.id.text(), hold.reason});
  }
  SectionPage page(visit);
  page.faults(form)
      .lead("訴訟、審査請求、監査などのため、期間が満了しても消去しない人です。")
      .section("保留の一覧")
      .table(desk::table("消去の保留",
                         {{"番号"}, {"加入者の記号"}, {"理由"}, {"登録した日時"}, {"登録した人"}},
                         rows, std::to_string(rows.size()) + "件"))
      .section("保留の登録")
      .form("/holds", "保留を登録する", member_fields(form).input(form, hold_reason_field));
  if (!choices.empty()) {
    page.section("保留の終了")
        .form("/hold-endings", "保留を終わる", FormFields().select(form, hold_field, choices));
  }
  desk::PageHead head;
  head.title = "消去の保留";
  head.section = "/retention";
  head.crumbs = {{"保存期間と消去", "/retention"}};
  head.status = form.ok() ? 200 : 422;
  return page.finish(std::move(head));
}

Result<Response> add_hold(RequestOffice& office, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto person = read_member(office, acting, form);
  const auto reason = form.text(hold_reason_field);
  if (!form.ok()) return holds_page(office, visit, acting, form);
  const auto done = put_hold(office, acting, *person, *reason);
  if (!done.ok()) {
    form.note(done.faults());
    return holds_page(office, visit, acting, form);
  }
  return visit.redirect_with("/holds", "保留を登録しました。");
}

Result<Response> remove_hold(RequestOffice& office, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto hold = base::CaseId::parse(form.sent("hold"));
  if (!hold) form.note(hold_field, {"保留を選んでください。", "Choose the hold."});
  if (!form.ok()) return holds_page(office, visit, acting, form);
  const auto done = lift_hold(office, acting, *hold);
  if (!done.ok()) {
    form.note(done.faults());
    return holds_page(office, visit, acting, form);
  }
  return visit.redirect_with("/holds", "保留を終わりました。");
}

Result<Response> certificates_page(RequestOffice& office, const Visit& visit,
                                   const Acting& acting) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : KENPO_TRY(list_certificates(office, acting))) {
    const std::string id(each.id.text());
    rows.push_back({desk::link_cell(id, "/erasure-certificates/" + id + "/certificate.pdf"),
                    {each.erased_at.short_text()},
                    {std::string(wording(each.cause))},
                    {desk::grouped(each.people)},
                    {desk::grouped(each.rows)},
                    {desk::grouped(each.keys)}});
  }
  SectionPage page(visit);
  page.lead("消去したことの証明です。氏名は残りません。")
      .section("証明書の一覧")
      .table(desk::table("消去証明書",
                         {{"証明書"},
                          {"消去した日時"},
                          {"理由"},
                          {"人数", Holds::numbers},
                          {"記録", Holds::numbers},
                          {"鍵", Holds::numbers}},
                         rows, std::to_string(rows.size()) + "件"));
  desk::PageHead head;
  head.title = "消去証明書";
  head.section = "/retention";
  head.crumbs = {{"保存期間と消去", "/retention"}};
  return page.finish(std::move(head));
}

Result<Response> certificate(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<base::CaseId>("certificate"));
  const auto found = KENPO_TRY(show_certificate(office, acting, id));
  const auto handlers = office.handlers();
  auto printed = KENPO_TRY(print_certificate(found,
                                             {safeguard::staff_name(handlers, found.proposed_by),
                                              safeguard::staff_name(handlers, found.approved_by)},
                                             office.sender));
  return desk::file("certificate.pdf", "application/pdf", std::move(printed.pdf));
}

template <typename Act>
Result<Response> done_on_list(RequestOffice& office, const Visit& visit, const Acting& acting,
                              std::string address, std::string message, Act act) {
  auto form = visit.form();
  const auto done = act();
  if (done.ok()) return visit.redirect_with(std::move(address), std::move(message));
  form.note(done.faults());
  return retention_page(office, visit, acting, form);
}

}  // namespace of_retention

void add_retention_routes(desk::Router& router, RequestOffice& office) {
  using desk::Visit;
  using notice::Acting;
  add_backup_routes(router, office);
  router.menu<retention_show_operation>(desk::MenuGroup::persons, "/retention", "保存期間と消去");
  router.get_act<retention_show_operation>(
      "/retention", [&](const Visit& visit, const Acting& acting) {
        return of_retention::retention_page(office, visit, acting, desk::Form());
      });
  router.post_act<retention_propose_operation>(
      "/retention-proposals", [&](const Visit& visit, const Acting& acting) {
        return of_retention::done_on_list(office, visit, acting, "/retention",
                                          "起案しました。別の人が承認します。",
                                          [&] { return propose_run(office, acting); });
      });
  router.post_act<retention_erase_operation>(
      "/retention-approvals", [&](const Visit& visit, const Acting& acting) {
        return of_retention::done_on_list(office, visit, acting, "/erasure-certificates",
                                          "消去しました。",
                                          [&] { return approve_run(office, acting); });
      });
  router.get_act<hold_list_operation>("/holds", [&](const Visit& visit, const Acting& acting) {
    return of_retention::holds_page(office, visit, acting, desk::Form());
  });
  router.post_act<hold_change_operation>("/holds", [&](const Visit& visit, const Acting& acting) {
    return of_retention::add_hold(office, visit, acting);
  });
  router.post_act<hold_change_operation>("/hold-endings",
                                         [&](const Visit& visit, const Acting& acting) {
                                           return of_retention::remove_hold(office, visit, acting);
                                         });
  router.get_act<certificate_list_operation>(
      "/erasure-certificates", [&](const Visit& visit, const Acting& acting) {
        return of_retention::certificates_page(office, visit, acting);
      });
  router.get_act<certificate_list_operation>("/erasure-certificates/{certificate}/certificate.pdf",
                                             [&](const Visit& visit, const Acting& acting) {
                                               return of_retention::certificate(office, visit,
                                                                                acting);
                                             });
}

}  // namespace kenpo::request
