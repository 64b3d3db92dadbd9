#include "safeguard/setting_page.h"

#include <charconv>

#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/log_words.h"
#include "safeguard/sign_act.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr desk::Field setting_field{.name = "setting", .label = "設定", .support = {}, .mode = {}};
constexpr desk::Field setting_value_field{
    .name = "value", .label = "値", .support = {}, .length_limit = 10, .mode = "numeric"};
constexpr desk::Field setting_from_field{.name = "from",
                                         .label = "適用日",
                                         .support = "きょう以後の日。",
                                         .length_limit = 20,
                                         .mode = {}};
constexpr desk::Field family_staff_field{
    .name = "staff", .label = "取扱者", .support = {}, .mode = {}};
constexpr desk::Field family_person_field{
    .name = "person",
    .label = "加入者の番号",
    .support = "加入者台帳のアドレスの終わりにある16文字です。",
    .length_limit = 16,
    .mode = {}};

const std::vector<desk::Choice>& setting_choices() {
  static const std::vector<desk::Choice> choices = [] {
    static constexpr std::array<std::string_view, watch_settings_count> numbers = {
        "1", "2", "3", "4", "5", "6", "7", "8"};
    std::vector<desk::Choice> made;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      made.push_back({numbers[at], facts_of(static_cast<WatchSetting>(at + 1)).japanese});
    }
    return made;
  }();
  return choices;
}

std::vector<desk::Choice> staff_choices(const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Choice> choices;
  for (const auto& each : handlers) choices.push_back({each.handler.staff.text(), each.name});
  return choices;
}

Data settings_table(const SettingsView& found) {
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& each : found.standing) {
    const auto& facts = facts_of(each.setting);
    std::string coming;
    for (const auto& own : found.own) {
      if (own.setting != each.setting) continue;
      if (!coming.empty()) coming += "、";
      coming += own.from.iso() + "から" + desk::grouped(own.value);
    }
    rows.push_back({{std::string(facts.japanese)},
                    {desk::grouped(each.value) + std::string(facts.unit)},
                    {coming.empty() ? "はじめの値のまま" : coming}});
  }
  return desk::table("いまの設定", {{"設定"}, {"きょうの値"}, {"組合の登録"}}, rows);
}

std::vector<Data> family_rows(const SettingsView& found, const Visit& visit,
                              const std::vector<staff::NamedHandler>& handlers) {
  std::vector<Data> rows;
  for (const auto& link : found.families) {
    Data row;
    row.text("handler", actor_words(link.staff, handlers))
        .text("person", std::string(link.person.text()))
        .text("form_token", visit.form_token())
        .text("address", "/own-families/" + std::string(link.link.text()) + "/ending");
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Response> setting_show_page(const AlertScreens& screens, notice::Gate& gate,
                                   const Visit& visit, const Acting& acting,
                                   const desk::Form& form) {
  const auto found = KENPO_TRY(show_settings(gate, screens.database, acting));
  const auto handlers = screens.handlers();
  Data data;
  data.section("settings", settings_table(found))
      .section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section("setting", form.select(setting_field, setting_choices()))
      .section("value", form.input(setting_value_field))
      .section("from", form.input(setting_from_field))
      .list("families", family_rows(found, visit, handlers))
      .when("no_family", found.families.empty())
      .section("staff", form.select(family_staff_field, staff_choices(handlers)))
      .section("person", form.input(family_person_field));
  desk::PageHead head;
  head.title = "見張りの設定";
  head.section = "/alerts";
  head.crumbs = {{"兆候の警報", "/alerts"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "setting_page", std::move(data));
}

Result<Response> enter_setting_page(const AlertScreens& screens, notice::Gate& gate,
                                    const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto number = form.choice(setting_field, setting_choices());
  const auto value = form.number(setting_value_field, 0, 1'000'000);
  const auto from = form.date(setting_from_field);
  if (form.ok()) {
    int which = 0;
    std::from_chars(number->data(), number->data() + number->size(), which);
    const auto done = enter_setting(gate, screens.database, acting,
                                    {static_cast<WatchSetting>(which), *value, *from});
    if (done.ok()) return visit.redirect_with("/watch-settings", "設定を登録しました。");
    form.note(done.faults());
  }
  // The form comes back under the operation that may write; what it shows, it may read.
  return setting_show_page(screens, gate, visit, acting, form);
}

Result<Response> enter_family_page(const AlertScreens& screens, notice::Gate& gate,
                                   const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto handlers = screens.handlers();
  const auto staff = form.choice(family_staff_field, staff_choices(handlers));
  const auto person = form.read<base::PersonId>(
      family_person_field, base::PersonId::parse,
      {"16文字の番号ではありません。", "It is not a number of 16 characters."});
  if (form.ok()) {
    const auto done =
        enter_family(gate, screens.database, acting,
                     FamilyLink{.staff = *base::StaffId::parse(*staff), .person = *person});
    if (done.ok()) return visit.redirect_with("/watch-settings", "関係を登録しました。");
    form.note(done.faults());
  }
  return setting_show_page(screens, gate, visit, acting, form);
}

Result<Response> end_family_page(const AlertScreens& screens, notice::Gate& gate,
                                 const Visit& visit, const Acting& acting) {
  const auto link = KENPO_TRY(visit.id<base::CaseId>("link"));
  KENPO_TRY(end_family_link(gate, screens.database, acting, link));
  return visit.redirect_with("/watch-settings", "関係を終わりにしました。");
}

}  // namespace

void add_setting_routes(desk::Router& router, const AlertScreens& screens) {
  notice::Gate& gate = router.gate();
  router.get_act<show_settings_operation>(
      "/watch-settings", [screens, &gate](const Visit& visit, const Acting& acting) {
        return setting_show_page(screens, gate, visit, acting, desk::Form());
      });
  router.post_act<enter_setting_operation>(
      "/watch-settings", [screens, &gate](const Visit& visit, const Acting& acting) {
        return enter_setting_page(screens, gate, visit, acting);
      });
  router.post_act<enter_family_operation>(
      "/own-families", [screens, &gate](const Visit& visit, const Acting& acting) {
        return enter_family_page(screens, gate, visit, acting);
      });
  router.post_act<enter_family_operation>(
      "/own-families/{link}/ending", [screens, &gate](const Visit& visit, const Acting& acting) {
        return end_family_page(screens, gate, visit, acting);
      });
}

}  // namespace kenpo::safeguard
