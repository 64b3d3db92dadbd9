#include "safeguard/alert_page.h"

#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/alert_act.h"
#include "safeguard/log_words.h"
#include "safeguard/setting_page.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field alert_words_field{
    .name = "words",
    .label = "確かめたことと対応",
    .support = "1,000文字まで。加入者の氏名などは書かないでください。",
    .length_limit = alert_words_limit_characters,
    .mode = {}};

ChipKind alert_chip(AlertState state) {
  if (state == AlertState::acknowledged) return ChipKind::done;
  return state == AlertState::escalated ? ChipKind::problem : ChipKind::waiting;
}

std::string alert_address(const Alert& alert) { return "/alerts/" + std::string(alert.id.text()); }

Result<Response> alerts_list_page(const AlertScreens& screens, notice::Gate& gate,
                                  const Visit& visit, const Acting& acting) {
  const auto handlers = screens.handlers();
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& alert : KENPO_TRY(show_alerts(gate, screens.database, acting))) {
    rows.push_back({desk::link_cell(wording(alert.kind).ja.text(), alert_address(alert)),
                    {actor_words(alert.staff, handlers)},
                    {alert.day.iso()},
                    {desk::grouped(alert.count)},
                    {alert.raised_at.short_text()},
                    {alert.due_at.short_text()},
                    desk::chip_cell(alert_chip(alert.state), wording(alert.state).ja.text())});
  }
  Data data;
  data.section("alerts", desk::table("兆候の警報",
                                     {{"兆候"},
                                      {"取扱者"},
                                      {"利用した日"},
                                      {"数", desk::Column::Holds::numbers},
                                      {"警報の日時"},
                                      {"確認の期限"},
                                      {"状態"}},
                                     rows, std::to_string(rows.size()) + "件"));
  desk::PageHead head;
  head.title = "兆候の警報";
  head.section = "/alerts";
  return desk::page(visit, std::move(head), "alerts_page", std::move(data));
}

Data alert_facts(const Alert& alert, const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Item> items = {
      {"取扱者", actor_words(alert.staff, handlers)},
      {"利用した日", alert.day.iso()},
      {"数", desk::grouped(alert.count)},
      {"監査記録の番号", desk::grouped(static_cast<std::int64_t>(alert.first_leaf)) + "から" +
                             desk::grouped(static_cast<std::int64_t>(alert.last_leaf)) + "まで"},
      {"警報の日時", alert.raised_at.short_text()},
      {"確認の期限", alert.due_at.short_text()}};
  if (alert.escalated_at) {
    items.push_back({"常務理事に回した日時", alert.escalated_at->short_text()});
  }
  if (alert.acknowledged_by && alert.acknowledged_at) {
    items.push_back({"確認した人", actor_words(*alert.acknowledged_by, handlers)});
    items.push_back({"確認した日時", alert.acknowledged_at->short_text()});
  }
  return desk::description_list(items);
}

Result<Response> alert_show_page(const AlertScreens& screens, notice::Gate& gate,
                                 const Visit& visit, const Acting& acting, const desk::Form& form) {
  const auto id = KENPO_TRY(visit.id<AlertId>("alert"));
  const auto found = KENPO_TRY(show_alert(gate, screens.database, acting, id));
  const bool open = found.alert.state != AlertState::acknowledged;
  Data data;
  data.section("state",
               desk::chip(alert_chip(found.alert.state), wording(found.alert.state).ja.text()))
      .section("facts", alert_facts(found.alert, screens.handlers()))
      .text_if_any("answer", found.answer ? found.answer->words : std::string())
      .when("open", open)
      .section("error_summary", form.error_summary())
      .text("address", alert_address(found.alert) + "/acknowledgement")
      .text("form_token", visit.form_token())
      .section("words", form.input(alert_words_field));
  desk::PageHead head;
  head.title = wording(found.alert.kind).ja.text();
  head.section = "/alerts";
  head.crumbs = {{"兆候の警報", "/alerts"}};
  head.status = form.ok() ? 200 : 422;
  if (open) head.submit_label = "確認済みにする";
  return desk::page(visit, std::move(head), "alert_page", std::move(data));
}

Result<Response> acknowledge_page(const AlertScreens& screens, notice::Gate& gate,
                                  const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<AlertId>("alert"));
  auto form = visit.form();
  const auto words = form.text(alert_words_field);
  if (form.ok()) {
    const auto done = acknowledge_alert(gate, screens.database, acting, id, *words);
    if (done.ok()) return visit.redirect_with("/alerts", "確認済みにしました。");
    form.note(done.faults());
  }
  return alert_show_page(screens, gate, visit, acting, form);
}

}  // namespace

void add_alert_routes(desk::Router& router, const AlertScreens& screens) {
  notice::Gate& gate = router.gate();
  router.menu<show_alerts_operation>(desk::MenuGroup::safety, "/alerts", "警報");
  router.get_act<show_alerts_operation>("/alerts",
                                        [screens, &gate](const Visit& visit, const Acting& acting) {
                                          return alerts_list_page(screens, gate, visit, acting);
                                        });
  router.get_act<show_alerts_operation>(
      "/alerts/{alert}", [screens, &gate](const Visit& visit, const Acting& acting) {
        return alert_show_page(screens, gate, visit, acting, desk::Form());
      });
  router.post_act<acknowledge_alert_operation>(
      "/alerts/{alert}/acknowledgement",
      [screens, &gate](const Visit& visit, const Acting& acting) {
        return acknowledge_page(screens, gate, visit, acting);
      });
  add_setting_routes(router, screens);
}

}  // namespace kenpo::safeguard
