#include "assembly/assembly_page.h"
#include "assembly/contact_erasure_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

Cell contact_state(const FormerContact& each, base::Date today) {
  if (each.certificate) return desk::chip_cell(desk::ChipKind::done, "消去した");
  if (each.kept_until < today) return desk::chip_cell(desk::ChipKind::problem, "期限を過ぎた");
  return desk::chip_cell(desk::ChipKind::waiting, "保存中");
}

Data former_table(const std::vector<FormerContact>& former,
                  const std::vector<staff::NamedHandler>& handlers, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : former) {
    const auto& done = each.certificate;
    rows.push_back({{each.member.name},
                    {each.member.until.iso()},
                    {each.kept_until.iso()},
                    contact_state(each, today),
                    {done ? done->at.short_text() + " " + staff_name(done->by, handlers) + "、" +
                                std::to_string(done->rows) + "行"
                          : ""}});
  }
  return desk::table(
      "退任した議員の連絡先",
      {{"氏名"}, {"最後の日"}, {"連絡先の保存期限"}, {"状態"}, {"消去の証明(日時・人・行数)"}},
      rows, std::to_string(rows.size()) + "人");
}

Result<Response> former_page(const AssemblyScreens& screens, const Visit& visit,
                             const Acting& acting, const Form& form) {
  const auto today = visit.now().day();
  const auto former = KENPO_TRY(show_former_contacts(screens.office, acting, today));
  std::vector<Data> due;
  for (const auto& each : former) {
    if (each.certificate || today <= each.kept_until) continue;
    Data row;
    row.text("who", each.member.name)
        .text("erase_address",
              "/former-members/" + std::string(each.member.id.text()) + "/contact-erasure")
        .text("form_token", visit.form_token());
    due.push_back(std::move(row));
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .section("former", former_table(former, screens.handlers(), today))
      .list("due", std::move(due));
  desk::PageHead head;
  head.title = "退任した議員の連絡先";
  head.section = "/assembly-members";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_former_members_page", std::move(data));
}

Result<Response> propose_now(const AssemblyScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<MembershipId>("membership"));
  auto form = visit.form();
  const auto proposed = propose_contact_erasure(screens.office, screens.approvals, acting, id);
  if (proposed.ok()) {
    return visit.redirect_with("/approvals/" + std::string(proposed->text()),
                               "決裁に出しました。庶務担当の別の人が承認すると消去されます。");
  }
  form.note(proposed.faults());
  return former_page(screens, visit, acting, form);
}

}  // namespace

void add_former_member_routes(desk::Router& router, const AssemblyScreens& screens) {
  router.get_act<contact_erasure_show>("/former-members",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return former_page(screens, visit, acting, Form());
                                       });
  router.post_act<contact_erase>("/former-members/{membership}/contact-erasure",
                                 [screens](const Visit& visit, const Acting& acting) {
                                   return propose_now(screens, visit, acting);
                                 });
}

}  // namespace kenpo::assembly
