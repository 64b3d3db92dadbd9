#include <algorithm>

#include "notice/wording.h"
#include "request/answer_layout_page.h"
#include "request/erasure_act.h"
#include "request/request_fields_page.h"
#include "request/request_page.h"
#include "request/request_words_page.h"
#include "request/stop_act.h"

#include "desk/section_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_answers {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

// ---- Stops ----

Result<Response> stops_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                            const Form& form) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  const auto shown = KENPO_TRY(show_stops(office, acting, id));
  std::vector<std::vector<Cell>> rows;
  for (const auto& stop : shown.stops) {
    const bool decided = stop.standing == UseStop::Standing::decided;
    rows.push_back({{std::string(notice::wording(stop.purpose))},
                    desk::chip_cell(decided ? desk::ChipKind::done : desk::ChipKind::waiting,
                                    decided ? "停止" : "仮の停止"),
                    {stop.decided_at.short_text()}});
  }
  for (const auto recipient : shown.recipients) {
    rows.push_back({{"提供先：" + safeguard::wording(recipient).ja.text()},
                    desk::chip_cell(desk::ChipKind::done, "停止"),
                    {""}});
  }
  const auto purposes = purpose_choices();
  const auto recipients = recipient_choices();
  const auto address = case_address(id);
  SectionPage page(visit);
  page.faults(form)
      .lead(
          "停止した利用目的では、次の操作からこの人の情報を使えません。法令に基づく業務は続きます"
          "。")
      .section("停止しているもの")
      .table(desk::table("停止", {{"利用目的・提供先"}, {"状態"}, {"日時"}}, rows))
      .section("仮の停止", "決定までの間、使わないようにします。")
      .form(address + "/provisional-stops", "仮に停止する",
            FormFields().select(form, purpose_field, purposes.all()))
      .section("決定の実施")
      .form(address + "/stops", "利用目的の停止を実施する",
            FormFields().select(form, purpose_field, purposes.all()))
      .section("提供の停止の実施")
      .form(address + "/recipient-stops", "提供の停止を実施する",
            FormFields().select(form, recipient_field, recipients.all()))
      .section("停止の解除", "応じない決定のとき、本人が取り下げたときに解除します。")
      .form(address + "/stop-endings", "停止を解除する", FormFields());
  return page.finish(answer_head(id, "停止する利用目的", form));
}

enum class StopForm : std::uint8_t { provisional, purpose, recipient };

Result<Response> put_stop(RequestOffice& office, const Visit& visit, const Acting& acting,
                          StopForm which) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  std::vector<notice::Purpose> purposes;
  std::vector<Recipient> recipients;
  if (which == StopForm::recipient) {
    const auto chosen = form.choice(recipient_field, recipient_choices().all());
    if (chosen) recipients.push_back(*enum_of<Recipient>(*chosen, 9));
  } else {
    const auto chosen = form.choice(purpose_field, purpose_choices().all());
    if (chosen) purposes.push_back(*enum_of<notice::Purpose>(*chosen, notice::purposes_count));
  }
  if (!form.ok()) return stops_page(office, visit, acting, form);
  // What the case has stopped already stays stopped: one more is added to it.
  const auto shown = KENPO_TRY(show_stops(office, acting, id));
  for (const auto& stop : shown.stops) {
    if (std::ranges::find(purposes, stop.purpose) == purposes.end()) {
      purposes.push_back(stop.purpose);
    }
  }
  const auto done = which == StopForm::provisional
                        ? stop_provisionally(office, acting, id, purposes)
                        : execute_stop(office, acting, id, purposes, recipients);
  if (!done.ok()) {
    form.note(done.faults());
    return stops_page(office, visit, acting, form);
  }
  return visit.redirect_with(case_address(id) + "/stops", "停止しました。");
}

// ---- Erasure ----

Result<Response> erasure_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                              const Form& form) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  const auto plan = KENPO_TRY(show_erasure_plan(office, acting, id));
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : plan.lines) {
    rows.push_back({{line.japanese},
                    {std::string(wording(line.record_class))},
                    {std::to_string(line.rows)},
                    {std::to_string(line.erasable)},
                    {line.rows == line.erasable ? ""
                     : line.kept_until          ? line.kept_until->iso()
                                                : "加入中"}});
  }
  using Holds = desk::Column::Holds;
  SectionPage page(visit);
  page.faults(form).lead(
      "保存期間の終わった記録だけを消去します。類型の記録がすべて無くなると鍵も破棄し、控えから"
      "戻しても読めません。");
  if (plan.held_back) {
    page.notification(desk::NotificationKind::warning, "消去の保留があります。",
                      "保留が終わるまで消去できません。");
  }
  page.section("この人の記録")
      .table(desk::table("消去の確かめ",
                         {{"記録の種類"},
                          {"保存の区分"},
                          {"件数", Holds::numbers},
                          {"消去できる件数", Holds::numbers},
                          {"保存する期限"}},
                         rows, std::to_string(plan.rows()) + "件"))
      .section("消去の実施", "二人で決定し、本人に通知した後に実施します。取り消せません。")
      .form(case_address(id) + "/erasure", "消去を実施する", FormFields());
  return page.finish(answer_head(id, "消去の確かめ", form));
}

// ---- Provisions ----

Result<Response> provisions_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                                 const Form& form) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : KENPO_TRY(show_provisions(office, acting, id))) {
    rows.push_back({{each.provided.iso()},
                    {safeguard::wording(each.recipient).ja.text() + " " + each.recipient_name},
                    {safeguard::wording(each.basis).ja.text()},
                    {each.items},
                    {each.consent}});
  }
  const auto recipients = recipient_choices();
  const auto bases = basis_choices();
  SectionPage page(visit);
  page.faults(form)
      .lead(
          "この人の情報を第三者へ提供した記録です(個人情報保護法29条)。"
          "画面から提供したものは自動で入ります。")
      .section("提供の記録")
      .table(desk::table("提供の記録", {{"提供した日"}, {"提供先"}, {"根拠"}, {"項目"}, {"同意"}},
                         rows))
      .section("紙や電話で提供したもの")
      .form(case_address(id) + "/provisions", "提供を記録する",
            FormFields()
                .input(form, provided_field)
                .select(form, recipient_field, recipients.all())
                .input(form, recipient_name_field)
                .select(form, basis_field, bases.all())
                .input(form, items_field)
                .input(form, consent_field));
  return page.finish(answer_head(id, "第三者への提供", form));
}

Result<Response> put_provision(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(case_of_visit(visit));
  auto form = visit.form();
  const auto provided = form.date(provided_field);
  const auto recipient = form.choice(recipient_field, recipient_choices().all());
  const auto name = form.text(recipient_name_field);
  const auto basis = form.choice(basis_field, basis_choices().all());
  const auto items = form.text(items_field);
  const auto consent = form.text(consent_field);
  if (!form.ok()) return provisions_page(office, visit, acting, form);
  const auto done = enter_provision(office, acting, id,
                                    {.person = base::PersonId::draw(),
                                     .provided = *provided,
                                     .recipient = *enum_of<Recipient>(*recipient, 9),
                                     .basis = *enum_of<ProvisionBasis>(*basis, 8),
                                     .recipient_name = *name,
                                     .items = *items,
                                     .consent = consent.value_or("")});
  if (!done.ok()) {
    form.note(done.faults());
    return provisions_page(office, visit, acting, form);
  }
  return visit.redirect_with(case_address(id) + "/provisions", "提供を記録しました。");
}

void add_stop_routes(desk::Router& router, RequestOffice& office) {
  const std::string base = "/requests/{case_id}";
  router.get_act<use_stop_show_operation>(base + "/stops",
                                          [&](const Visit& visit, const Acting& acting) {
                                            return stops_page(office, visit, acting, Form());
                                          });
  const auto post = [&](const std::string& noun, StopForm which) {
    router.post_act<use_stop_change_operation>(
        base + noun, [&office, which](const Visit& visit, const Acting& acting) {
          return put_stop(office, visit, acting, which);
        });
  };
  post("/provisional-stops", StopForm::provisional);
  post("/stops", StopForm::purpose);
  post("/recipient-stops", StopForm::recipient);
  router.post_act<use_stop_change_operation>(
      base + "/stop-endings", [&](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto id = KENPO_TRY(case_of_visit(visit));
        return done_or_shown(
            visit, case_address(id) + "/stops", "停止を解除しました。",
            [&] { return release_stops(office, acting, id); },
            [&](const Form& form) { return stops_page(office, visit, acting, form); });
      });
}

void add_change_routes(desk::Router& router, RequestOffice& office) {
  const std::string base = "/requests/{case_id}";
  router.get_act<erasure_plan_operation>(base + "/erasure",
                                         [&](const Visit& visit, const Acting& acting) {
                                           return erasure_page(office, visit, acting, Form());
                                         });
  router.post_act<erasure_execute_operation>(
      base + "/erasure", [&](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto id = KENPO_TRY(case_of_visit(visit));
        return done_or_shown(
            visit, "/erasure-certificates", "消去しました。証明書があります。",
            [&] { return execute_erasure(office, acting, id); },
            [&](const Form& form) { return erasure_page(office, visit, acting, form); });
      });
  router.get_act<provision_show_operation>(base + "/provisions",
                                           [&](const Visit& visit, const Acting& acting) {
                                             return provisions_page(office, visit, acting, Form());
                                           });
  router.post_act<provision_enter_operation>(base + "/provisions",
                                             [&](const Visit& visit, const Acting& acting) {
                                               return put_provision(office, visit, acting);
                                             });
}

}  // namespace of_answers

void add_answer_routes(desk::Router& router, RequestOffice& office) {
  of_answers::add_stop_routes(router, office);
  of_answers::add_change_routes(router, office);
}

}  // namespace kenpo::request
