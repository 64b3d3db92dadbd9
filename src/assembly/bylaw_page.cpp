#include <algorithm>

#include "assembly/assembly_page.h"
#include "assembly/bylaw_act.h"
#include "assembly/meeting_act.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"

namespace kenpo::assembly {

namespace {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr std::string_view new_rule = "new";

constexpr Field bylaw_field{.name = "rule", .label = "規約・規程"};
constexpr Field bylaw_title_field{.name = "rule_title",
                                  .label = "新しい規程の名前",
                                  .need = Field::Need::optional,
                                  .support = "新しい規程のときだけ入れます。",
                                  .length_limit = bylaw_title_characters_limit};
constexpr Field bylaw_subject_field{.name = "subject", .label = "内容の種類"};
constexpr Field bylaw_from_field{.name = "rule_from", .label = "施行の日"};
constexpr Field bylaw_standing_field{.name = "standing", .label = "この版で"};
constexpr Field bylaw_resolution_field{.name = "resolution", .label = "議決"};
constexpr Field bylaw_summary_field{.name = "summary",
                                    .label = "要点",
                                    .support = "何を決めたか。個人の名前は書きません。",
                                    .length_limit = bylaw_summary_characters_limit};

const std::vector<Choice> subject_choices = {
    {"1", "規約"}, {"2", "付加給付"},         {"3", "保険者算定"}, {"4", "会議"},
    {"5", "選挙"}, {"6", "個人情報の管理"}, {"7", "その他"}};
const std::vector<Choice> standing_choices = {{"1", "施行する"}, {"2", "廃止する"}};

/// Texts that the choices of a form point into.
struct BylawLabels {
  std::vector<std::pair<std::string, std::string>> texts;

  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

BylawLabels rule_labels(const std::vector<BylawVersion>& versions) {
  BylawLabels labels{{{std::string(new_rule), "新しい規程"}}};
  for (const auto& each : versions) {
    if (each.number == 1) labels.texts.emplace_back(each.rule.text(), each.title);
  }
  return labels;
}

/// Only resolutions about the charter and rules, once their minutes are closed.
BylawLabels minuted_labels(const std::vector<Resolution>& resolutions) {
  BylawLabels labels;
  for (const auto& each : resolutions) {
    const bool about = each.matter == Matter::charter || each.matter == Matter::regulation;
    if (!about || each.minutes != Resolution::Minutes::closed) continue;
    labels.texts.emplace_back(each.number, each.number + " " + each.title);
  }
  return labels;
}

Cell state_of_version(const std::vector<BylawVersion>& versions, std::size_t at,
                      base::Date today) {
  const auto& version = versions[at];
  const bool abolished = version.standing == BylawVersion::Standing::abolished;
  if (today < version.from) {
    return desk::chip_cell(desk::ChipKind::waiting, abolished ? "廃止の予定" : "施行前");
  }
  const auto last = last_day(versions, at);
  if (last && *last < today) return desk::chip_cell(desk::ChipKind::plain, "過去の版");
  if (abolished) return desk::chip_cell(desk::ChipKind::plain, "廃止");
  return desk::chip_cell(desk::ChipKind::done, "施行中");
}

Data versions_of_rules(const std::vector<BylawVersion>& versions, base::Date today) {
  std::vector<std::vector<Cell>> rows;
  for (std::size_t at = 0; at < versions.size(); ++at) {
    const auto& each = versions[at];
    const auto last = last_day(versions, at);
    rows.push_back({{wording(each.subject).ja.text()},
                    {each.title},
                    {std::to_string(each.number)},
                    {each.summary},
                    {each.from.iso() + " 〜" + (last ? " " + last->iso() : "")},
                    {each.resolution + "(" + each.resolved_on.iso() + ")"},
                    state_of_version(versions, at, today)});
  }
  return desk::table("規約・規程",
                     {{"種類"},
                      {"名前"},
                      {"版", desk::Column::Holds::numbers},
                      {"要点"},
                      {"期間"},
                      {"議決"},
                      {"状態"}},
                     rows, std::to_string(rows.size()) + "件");
}

Result<Response> bylaws_page(const AssemblyScreens& screens, const Visit& visit,
                             const Acting& acting, const Form& form) {
  const auto versions = KENPO_TRY(show_bylaws(screens.office, acting));
  const auto rules = rule_labels(versions);
  const auto minuted = minuted_labels(KENPO_TRY(show_resolutions(screens.office, acting)));
  const bool may = screens.office.gate.ruling(bylaw_enter, visit.staff()).refusal ==
                   notice::Refusal::none;
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section("bylaws", versions_of_rules(versions, visit.now().day()))
      .when("may_enter", may && !minuted.texts.empty())
      .when("without_minutes", may && minuted.texts.empty())
      .when("opened", !form.ok())
      .section("rule", form.select(bylaw_field, rules.choices()))
      .section("rule_title", form.input(bylaw_title_field))
      .section("subject", form.select(bylaw_subject_field, subject_choices))
      .section("rule_from", form.input(bylaw_from_field))
      .section("standing", form.select(bylaw_standing_field, standing_choices))
      .section("resolution", form.select(bylaw_resolution_field, minuted.choices()))
      .section("summary", form.input(bylaw_summary_field));
  desk::PageHead head;
  head.title = "規約・規程";
  head.section = "/assembly-members";
  head.crumbs = {{"議決", "/resolutions"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "assembly_bylaws_page", std::move(data));
}

Result<Response> enter(const AssemblyScreens& screens, const Visit& visit, const Acting& acting) {
  const auto rules = rule_labels(KENPO_TRY(show_bylaws(screens.office, acting)));
  const auto minuted = minuted_labels(KENPO_TRY(show_resolutions(screens.office, acting)));
  auto form = visit.form();
  const auto rule = form.choice(bylaw_field, rules.choices());
  const auto title = form.text(bylaw_title_field);
  const auto subject = form.choice(bylaw_subject_field, subject_choices);
  const auto from = form.date(bylaw_from_field);
  const auto standing = form.choice(bylaw_standing_field, standing_choices);
  const auto resolution = form.choice(bylaw_resolution_field, minuted.choices());
  const auto summary = form.text(bylaw_summary_field);
  if (form.ok()) {
    const auto done = enter_bylaw(
        screens.office, acting,
        {.rule = *rule == new_rule ? std::nullopt : BylawId::parse(*rule),
         .title = title.value_or(""),
         .subject = static_cast<BylawSubject>(subject->front() - '0'),
         .from = *from,
         .standing = static_cast<BylawVersion::Standing>(standing->front() - '0'),
         .resolution = *resolution,
         .summary = *summary});
    if (done.ok()) return visit.redirect_with("/bylaws", "規約・規程の版を登録しました。");
    form.note(done.faults());
  }
  return bylaws_page(screens, visit, acting, form);
}

}  // namespace

void add_bylaw_routes(desk::Router& router, const AssemblyScreens& screens) {
  add_resolution_routes(router, screens);
  add_former_member_routes(router, screens);
  router.get_act<bylaw_list>("/bylaws", [screens](const Visit& visit, const Acting& acting) {
    return bylaws_page(screens, visit, acting, Form());
  });
  router.post_act<bylaw_enter>("/bylaws", [screens](const Visit& visit, const Acting& acting) {
    return enter(screens, visit, acting);
  });
}

}  // namespace kenpo::assembly
