// `/emergencies`: break-glass, asked for, running, to be reviewed.
#include <algorithm>

#include "desk/page.h"
#include "desk/visit.h"
#include "notice/log_reader.h"
#include "staff/break_glass_act.h"
#include "staff/people_page.h"

namespace kenpo::staff {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Field;
using desk::Response;
using desk::Visit;
using notice::Acting;
using notice::Role;

constexpr Field emergency_role_field{.name = "role", .label = "要る役割", .mode = {}};
constexpr Field emergency_ground_field{.name = "ground",
                                       .label = "根拠",
                                       .support = "個人情報保護法18条3項のどれに当たるかです。",
                                       .mode = {}};
constexpr Field emergency_minutes_field{
    .name = "minutes",
    .label = "時間(分)",
    .support = "4時間(240分)までです。過ぎると自動で終わります。",
    .mode = "numeric"};
constexpr Field emergency_reason_field{.name = "reason",
                                       .label = "理由",
                                       .support = "何が起きていて、なぜ待てないのかを書きます。",
                                       .length_limit = reason_characters_limit,
                                       .mode = {}};
constexpr Field emergency_finding_field{.name = "finding", .label = "点検の結果", .mode = {}};
constexpr Field emergency_words_field{
    .name = "words",
    .label = "分かったことと対応",
    .support = "記録と理由が合っていたか、次にどう備えるかを書きます。",
    .length_limit = 1000,
    .mode = {}};
constexpr int minutes_most = 240;
/// The leaves of one use that its page shows; the rest is in the audit log.
constexpr std::size_t leaves_shown_limit = 100;

const std::vector<desk::Choice>& emergency_roles() {
  static const auto choices = [] {
    auto made = grantable_roles();
    std::erase_if(made, [](const desk::Choice& each) {
      return each.value == notice::identifier(Role::auditor);
    });
    return made;
  }();
  return choices;
}

const std::vector<desk::Choice>& grounds() {
  static const auto choices = [] {
    std::vector<desk::Choice> made;
    for (const auto ground : {EmergencyGround::law, EmergencyGround::life,
                              EmergencyGround::public_health, EmergencyGround::public_body}) {
      made.push_back({identifier(ground), wording(ground)});
    }
    return made;
  }();
  return choices;
}

const std::vector<desk::Choice> findings{{"proper", "適切だった"}, {"improper", "不適切だった"}};

Cell use_state(const BreakGlass& use, base::Moment now) {
  if (holds_at(use, now)) return desk::chip_cell(ChipKind::problem, "利用中");
  if (!use.review) return desk::chip_cell(ChipKind::waiting, "点検待ち");
  const bool proper = use.review->finding == EmergencyFinding::proper;
  return desk::chip_cell(proper ? ChipKind::done : ChipKind::problem,
                         proper ? "点検済み" : "不適切");
}

std::string use_address(const BreakGlass& use) {
  return "/emergencies/" + std::string(use.id.text());
}

Result<Response> emergencies_page(const PeopleScreens& screens, const Visit& visit,
                                  const Acting& acting, const desk::Form& form) {
  const auto handlers = screens.handlers();
  std::vector<std::vector<Cell>> rows;
  for (const auto& use : KENPO_TRY(show_emergencies(screens.office, acting))) {
    rows.push_back({desk::link_cell(name_of(handlers, use.staff), use_address(use)),
                    {std::string(notice::wording(use.role))},
                    {use.begins_at.short_text()},
                    {use.ended_at.value_or(use.ends_at).short_text()},
                    {KENPO_TRY(review_due(use)).iso()},
                    use_state(use, visit.now())});
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .section(
          "uses",
          desk::table("緊急時の利用",
                      {{"使った人"}, {"役割"}, {"始まり"}, {"終わり"}, {"点検の期限"}, {"状態"}},
                      rows, std::to_string(rows.size()) + "件"))
      .section("role", form.select(emergency_role_field, emergency_roles()))
      .section("ground", form.select(emergency_ground_field, grounds()))
      .section("minutes", form.input(emergency_minutes_field))
      .section("reason", form.input(emergency_reason_field));
  desk::PageHead head;
  head.title = "緊急時の利用";
  head.section = "/emergencies";
  head.submit_label = "申し込む";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "emergencies_page", std::move(data));
}

Result<Response> ask_emergency(const PeopleScreens& screens, const Visit& visit,
                               const Acting& acting) {
  auto form = visit.form();
  const auto role = form.choice(emergency_role_field, emergency_roles());
  const auto ground = form.choice(emergency_ground_field, grounds());
  const auto minutes = form.number(emergency_minutes_field, 1, minutes_most);
  const auto reason = form.text(emergency_reason_field);
  if (form.ok()) {
    const auto asked = propose_break_glass(
        screens.office, acting,
        {*notice::parse_role(*role), *parse_ground(*ground), static_cast<int>(*minutes), *reason});
    if (asked.ok()) {
      return visit.redirect_with("/approvals/" + std::string(asked->text()),
                                 "申し込みました。個人情報取扱責任者か常務理事が決めます。");
    }
    form.note(asked.faults());
  }
  return emergencies_page(screens, visit, acting, form);
}

/// What the person did while the role was open, newest first: from the audit log itself.
Result<Data> leaves_table(const PeopleScreens& screens, const BreakGlass& use) {
  KENPO_TRY(screens.log.checkpoint());
  const auto published = screens.log.state().published;
  const auto end = use.ended_at.value_or(use.ends_at);
  std::vector<std::vector<Cell>> rows;
  auto next = published;
  bool before = false;
  while (next > 0 && !before && rows.size() < leaves_shown_limit) {
    const auto first = next > notice::leaves_read_limit ? next - notice::leaves_read_limit : 0;
    auto leaves =
        KENPO_TRY(notice::read_leaves(screens.log_directory, published, first, next - first));
    std::ranges::reverse(leaves);
    for (const auto& [index, leaf] : leaves) {
      before = before || leaf.time < use.begins_at;
      const auto* actor = std::get_if<base::StaffId>(&leaf.actor);
      const bool of_use =
          actor != nullptr && *actor == use.staff && use.begins_at <= leaf.time && leaf.time <= end;
      if (!of_use || rows.size() >= leaves_shown_limit) continue;
      const bool refused = leaf.outcome == notice::Outcome::refused;
      rows.push_back({{desk::grouped(static_cast<std::int64_t>(index))},
                      {leaf.time.short_text()},
                      {leaf.operation},
                      {leaf.role},
                      desk::chip_cell(refused ? ChipKind::problem : ChipKind::done,
                                      refused ? "拒否" : "実行")});
    }
    next = first;
  }

  return desk::table(
      "その間の操作",
      {{"番号", desk::Column::Holds::numbers}, {"日時"}, {"操作"}, {"役割"}, {"結果"}}, rows,
      std::to_string(rows.size()) + "件");
}

Result<BreakGlass> use_of_visit(const PeopleScreens& screens, const Visit& visit,
                                const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<base::CaseId>("case_id"));
  for (const auto& use : KENPO_TRY(show_emergencies(screens.office, acting))) {
    if (use.id == id) return use;
  }
  return Visit::no_such_page();
}

Result<Response> emergency_page(const PeopleScreens& screens, const Visit& visit,
                                const Acting& acting, const desk::Form& form) {
  const auto use = KENPO_TRY(use_of_visit(screens, visit, acting));
  const auto handlers = screens.handlers();
  const bool running = holds_at(use, visit.now());
  const bool to_review = !running && !use.review && use.staff != visit.staff();
  std::vector<desk::Item> facts{{"使った人", name_of(handlers, use.staff)},
                                {"役割", std::string(notice::wording(use.role))},
                                {"根拠", std::string(wording(use.ground))},
                                {"理由", use.reason},
                                {"承認した人", name_of(handlers, use.approver)},
                                {"始まり", use.begins_at.short_text()},
                                {"終わり", use.ended_at.value_or(use.ends_at).short_text()}};
  if (use.review) {
    facts.push_back({"点検した人", name_of(handlers, use.review->by)});
    facts.push_back({"点検した日時", use.review->at.short_text()});
    facts.push_back({"点検の結果", use.review->words});
  }
  const auto state = use_state(use, visit.now());
  Data data;
  data.section("error_summary", form.error_summary())
      .section("facts", desk::description_list(facts))
      .section("state", desk::chip(state.kind, state.words))
      .section("leaves", KENPO_TRY(leaves_table(screens, use)))
      .text_if_any("end_address", running ? use_address(use) + "/end" : "")
      .text_if_any("review_address", to_review ? use_address(use) + "/review" : "")
      .section("finding", form.select(emergency_finding_field, findings))
      .section("words", form.input(emergency_words_field));
  desk::PageHead head;
  head.title = "緊急時の利用：" + name_of(handlers, use.staff);
  head.section = "/emergencies";
  head.crumbs = {{"緊急時の利用", "/emergencies"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "emergency_page", std::move(data));
}

Result<Response> review_use(const PeopleScreens& screens, const Visit& visit,
                            const Acting& acting) {
  auto form = visit.form();
  const auto finding = form.choice(emergency_finding_field, findings);
  const auto words = form.text(emergency_words_field);
  if (form.ok()) {
    const auto id = KENPO_TRY(visit.id<base::CaseId>("case_id"));
    const auto reviewed = review_emergency(
        screens.office, acting, id,
        *finding == "proper" ? EmergencyFinding::proper : EmergencyFinding::improper, *words);
    if (reviewed.ok()) return visit.redirect_with("/emergencies", "点検を記録しました。");
    form.note(reviewed.faults());
  }
  return emergency_page(screens, visit, acting, form);
}

}  // namespace

void add_emergency_routes(desk::Router& router, const PeopleScreens& screens) {
  router.menu<show_emergencies_operation>(desk::MenuGroup::safety, "/emergencies", "緊急時の利用");
  router.get_act<show_emergencies_operation>(
      "/emergencies", [screens](const Visit& visit, const Acting& acting) {
        return emergencies_page(screens, visit, acting, desk::Form());
      });
  router.post_act<propose_operation>("/emergencies",
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return ask_emergency(screens, visit, acting);
                                     });
  router.get_act<show_emergencies_operation>(
      "/emergencies/{case_id}", [screens](const Visit& visit, const Acting& acting) {
        return emergency_page(screens, visit, acting, desk::Form());
      });
  router.post_act<end_emergency_operation>(
      "/emergencies/{case_id}/end",
      [screens](const Visit& visit, const Acting& acting) -> Result<Response> {
        const auto id = KENPO_TRY(visit.id<base::CaseId>("case_id"));
        KENPO_TRY(end_emergency(screens.office, acting, id));
        return visit.redirect_with("/emergencies", "終わらせました。点検が要ります。");
      });
  router.post_act<review_emergency_operation>("/emergencies/{case_id}/review",
                                              [screens](const Visit& visit, const Acting& acting) {
                                                return review_use(screens, visit, acting);
                                              });
}

}  // namespace kenpo::staff
