// `/findings` and `/findings/{finding}`: the reviewer's list and desk.
#include <algorithm>
#include <charconv>

#include "base/era.h"
#include "claim/claim_page.h"
#include "desk/components.h"
#include "desk/page.h"
#include "review/review_page.h"

namespace kenpo::review {

namespace of_findings {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field month_field{.name = "month", .label = "請求年月", .length_limit = 20};
constexpr Field verdict_field{.name = "verdict", .label = "判断"};
constexpr Field template_field{.name = "template",
                               .label = "理由のひな形",
                               .need = Field::Need::optional,
                               .support = "理由を書かないときは、ひな形の文を使います。"};
constexpr Field words_field{
    .name = "words",
    .label = "理由",
    .need = Field::Need::optional,
    .support = "再審査請求では、審査支払機関に送る文です。氏名は書きません。",
    .length_limit = decision_characters_limit};

ChipKind chip_kind(FindingState state) {
  switch (state) {
    case FindingState::open: return ChipKind::problem;
    case FindingState::to_request:
    case FindingState::inquiring: return ChipKind::waiting;
    case FindingState::requested: return ChipKind::progress;
    case FindingState::gone: return ChipKind::plain;
    default: return ChipKind::done;
  }
}

ChipKind chip_kind(Severity severity) {
  switch (severity) {
    case Severity::error: return ChipKind::problem;
    case Severity::warning: return ChipKind::waiting;
    case Severity::notice: break;
  }
  return ChipKind::plain;
}

std::string address_of(const FindingId& id) { return "/findings/" + std::string(id.text()); }

std::string list_address(base::Month month, std::optional<FindingState> state,
                         const std::string& check) {
  std::string address = "/findings?month=" + month.iso();
  if (state) address += "&state=" + std::to_string(static_cast<int>(*state));
  if (!check.empty()) address += "&rule=" + check;
  return address;
}

std::string title_of(const std::string& check) {
  const auto* row = find_check(check);
  return row == nullptr ? check : std::string(row->title);
}

std::int64_t number_of(std::string_view text, std::int64_t fallback) {
  std::int64_t number = fallback;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return text.empty() ? fallback : number;
}

FindingQuery query_of(const Visit& visit) {
  FindingQuery query;
  query.claimed_in = base::Month::parse(visit.query("month"));
  const auto state = number_of(visit.query("state"), -1);
  if (state >= 0 && state < static_cast<std::int64_t>(finding_states_count)) {
    query.state = static_cast<FindingState>(state);
  }
  if (find_check(visit.query("rule")) != nullptr) query.check = std::string(visit.query("rule"));
  query.offset = (visit.page_number() - 1) * findings_of_a_page;
  return query;
}

std::vector<desk::Task> state_tasks(const FindingPage& page) {
  std::vector<desk::Task> tasks;
  for (std::size_t at = 0; at < finding_states_count; ++at) {
    const auto state = static_cast<FindingState>(at);
    const auto count = page.by_state[at];
    tasks.push_back({.title = wording(state),
                     .hint = "",
                     .address = list_address(page.claimed_in, state, page.query.check),
                     .kind = count == 0 ? ChipKind::plain : chip_kind(state),
                     .state = desk::grouped(count) + "件"});
  }
  return tasks;
}

Data findings_table(const FindingPage& page) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& [finding, claim] : page.lines) {
    const auto* check = find_check(finding.check);
    rows.push_back({desk::link_cell(title_of(finding.check), address_of(finding.id)),
                    {check == nullptr ? "" : wording(check->kind)},
                    desk::chip_cell(chip_kind(finding.severity), wording(finding.severity)),
                    {claim.name},
                    {base::era_month(finding.treated_in)},
                    {claim::wording(claim.service)},
                    {claim.institution_name},
                    {finding.yen == 0 ? "" : desk::grouped(finding.yen)},
                    desk::chip_cell(chip_kind(finding.state), wording(finding.state))});
  }
  return desk::table("点検の結果",
                     {{"見つかったこと"},
                      {"点検"},
                      {"重さ"},
                      {"氏名"},
                      {"診療年月"},
                      {"種類"},
                      {"医療機関"},
                      {"金額(円)", Holds::numbers},
                      {"状況"}},
                     rows, desk::grouped(page.count) + "件");
}

Data rounds_table(const FindingPage& page) {
  constexpr std::size_t rounds_shown = 12;  // a year of months, or one day's tries
  std::vector<std::vector<Cell>> rows;
  for (const auto& round : page.rounds) {
    if (rows.size() == rounds_shown) break;
    rows.push_back({{round.ran_at.short_text()},
                    {desk::grouped(round.receipts)},
                    {desk::grouped(round.found)},
                    {desk::grouped(round.gone)}});
  }
  return desk::table("実施の記録",
                     {{"日時"},
                      {"点検した件数", Holds::numbers},
                      {"見つかった件数", Holds::numbers},
                      {"該当しなくなった件数", Holds::numbers}},
                     rows);
}

Result<Response> list_page(const ReviewScreens& screens, const Visit& visit, const Acting& acting,
                           const Form& form) {
  const ReviewOffice office{screens.office.gate, screens.office.database};
  const auto page = KENPO_TRY(list_findings(office, acting, query_of(visit)));
  const bool shows_open = page.query.state.value_or(FindingState::open) == FindingState::open;
  const auto first = std::ranges::find_if(page.lines, [](const FindingLine& line) {
    return line.finding.state == FindingState::open;
  });
  const bool any_open = shows_open && first != page.lines.end();
  const auto& check = page.query.check;
  Data data;
  data.text("month", base::era_month(page.claimed_in))
      .text("month_iso", page.claimed_in.iso())
      .text("previous_month", list_address(page.claimed_in.plus(-1), {}, check))
      .text("next_month", list_address(page.claimed_in.plus(1), {}, check))
      .text("all_address", list_address(page.claimed_in, {}, {}))
      .when("filtered", page.query.state.has_value() || !check.empty())
      .when("filtered_check", !check.empty())
      .text("check_title", title_of(check))
      .text_if_any("filter", page.query.state ? wording(*page.query.state) : "")
      .text_if_any("first_open", any_open ? address_of(first->finding.id) : std::string())
      .text("waiting", desk::grouped(page.waiting_receipts))
      .text("form_token", visit.form_token())
      .section("states", desk::task_list(state_tasks(page)))
      .section("findings", findings_table(page))
      .section("rounds", rounds_table(page))
      .section("pages", desk::pager(visit.page_number(), page.count, findings_of_a_page,
                                    list_address(page.claimed_in, page.query.state, check)));
  if (form.ok()) data.nothing("summary");
  else data.section("summary", form.error_summary());
  desk::PageHead head;
  head.title = "内容点検";
  head.section = "/findings";
  head.status = form.ok() ? 200 : 422;
  head.started = {&review_run};
  return desk::page(visit, std::move(head), "findings_page", std::move(data));
}

Result<Response> run_now(const ReviewScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto month = form.month(month_field);
  if (!form.ok()) return list_page(screens, visit, acting, form);
  const auto done =
      KENPO_TRY(review_month(screens.office.gate, screens.office.database, acting, *month));
  return visit.redirect_with(list_address(*month, {}, {}),
                             desk::grouped(done.receipts) + "件を点検し、" +
                                 desk::grouped(done.found) + "件が見つかりました。");
}

std::vector<desk::Choice> verdict_choices(const Finding& finding, const claim::Claim& claim) {
  std::vector<desk::Choice> choices;
  constexpr std::pair<Verdict, std::string_view> all[] = {{Verdict::no_problem, "1"},
                                                          {Verdict::request, "2"},
                                                          {Verdict::inquire, "3"},
                                                          {Verdict::reopen, "4"}};
  for (const auto& [verdict, value] : all) {
    if (may_decide(finding, claim, verdict).ok()) choices.push_back({value, wording(verdict)});
  }
  return choices;
}

std::vector<desk::Choice> template_choices() {
  std::vector<desk::Choice> choices;
  for (const auto& each : reason_templates) choices.push_back({each.name, each.name});
  return choices;
}

Data receipt_data(const ShownReceipt& shown, std::string title) {
  const auto& claim = shown.claim;
  std::string days;
  for (int day = 1; day <= claim.treated_in.days(); ++day) {
    if ((claim.visit_days >> (day - 1) & 1U) == 0) continue;
    days += (days.empty() ? "" : "・") + std::to_string(day);
  }
  Data data;
  data.text("receipt_title", std::move(title))
      .text("receipt_address", "/claims/" + std::string(claim.id.text()))
      .section("receipt_facts",
               desk::description_list(
                   {{"記号・番号・枝番", claim::masked_number(claim)},
                    {"氏名", claim.name},
                    {"診療年月", base::era_month(claim.treated_in)},
                    {"種類・入外",
                     std::string(claim::wording(claim.service)) + "・" + claim::wording(claim.stay)},
                    {"医療機関", claim.institution_name},
                    {"診療日", days.empty() ? "記録なし" : days + "日"},
                    {"決定", claim::amount_words(claim, claim.decided_points)},
                    {"特記事項", claim.remarks.empty() ? "なし" : claim.remarks}}))
      .list("sheet", claim::sheet_sections(shown.sheet));
  return data;
}

Data decisions_table(const ReviewScreens& screens, const FindingView& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& decision : shown.decisions) {
    rows.push_back({{decision.at.short_text()},
                    {screens.staff_name(decision.by)},
                    {wording(decision.verdict)},
                    {decision.reason},
                    {decision.words}});
  }
  return desk::table("判断の経過",
                     {{"日時"}, {"担当"}, {"判断"}, {"理由番号"}, {"理由"}}, rows);
}

Data requests_table(const FindingView& shown) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& request : shown.requests) {
    const bool answered = request.result && request.result->end == RequestEnd::answered;
    rows.push_back({{request.made_at.day().iso()},
                    {title_of(request.check)},
                    {request.reason},
                    {answered          ? result_words(request.result->code)
                     : request.result ? std::string("取りやめ")
                                      : std::string("請求中")},
                    answered ? desk::yen_cell(request.result->reduction) : Cell{""},
                    {answered ? request.result->message : ""}});
  }
  return desk::table("再審査請求と結果",
                     {{"作成"},
                      {"点検"},
                      {"理由番号"},
                      {"結果"},
                      {"減額(円)", Holds::numbers},
                      {"連絡"}},
                     rows);
}

std::vector<desk::Item> facts_of(const Finding& finding) {
  const auto* check = find_check(finding.check);
  return {{"見つかったこと", title_of(finding.check)},
          {"点検・重さ", std::string(check == nullptr ? "" : wording(check->kind)) + "・" +
                             wording(finding.severity)},
          {"内容", finding.evidence},
          {"関係する金額", finding.yen == 0 ? "" : desk::grouped(finding.yen) + "円"},
          {"根拠", check == nullptr ? "" : std::string(check->basis)},
          {"点検の日時", finding.found_at.short_text()}};
}

bool is_asked(const Finding& finding) {
  return finding.state == FindingState::inquiring || finding.state == FindingState::inquiry_done;
}

Result<Response> finding_page(const ReviewScreens& screens, const Visit& visit,
                              const Acting& acting, Form& form) {
  const ReviewOffice office{screens.office.gate, screens.office.database};
  const auto id = KENPO_TRY(visit.id<FindingId>("finding"));
  const auto shown = KENPO_TRY(show_finding(office, acting, id));
  if (!shown) return Visit::no_such_page();
  const auto& finding = shown->finding;
  const auto choices = verdict_choices(finding, shown->receipt.claim);
  std::vector<Data> receipts;
  receipts.push_back(receipt_data(shown->receipt, "点検したレセプト"));
  if (shown->other) receipts.push_back(receipt_data(*shown->other, "併せて見るレセプト"));
  Data data;
  data.section("state", desk::chip(chip_kind(finding.state), wording(finding.state)))
      .section("facts", desk::description_list(facts_of(finding)))
      .when("may_decide", !choices.empty())
      .text("address", address_of(id))
      .text_if_any("position", shown->position == 0 ? "" : desk::grouped(shown->position))
      .text("undecided", desk::grouped(shown->undecided))
      .text("form_token", visit.form_token())
      .section("verdict", form.select(verdict_field, choices))
      .section("template", form.select(template_field, template_choices()))
      .section("words", form.input(words_field))
      .text_if_any("inquiry_address", is_asked(finding) ? address_of(id) + "/inquiry" : "")
      .list("receipts", std::move(receipts))
      .when("requested", !shown->requests.empty())
      .section("requests", requests_table(*shown))
      .when("decided", !shown->decisions.empty())
      .section("decisions", decisions_table(screens, *shown));
  if (form.ok()) data.nothing("summary");
  else data.section("summary", form.error_summary());
  desk::PageHead head;
  head.title = title_of(finding.check);
  head.section = "/findings";
  head.crumbs = {{"内容点検", list_address(finding.claimed_in, {}, {})}};
  head.status = form.ok() ? 200 : 422;
  if (!choices.empty()) head.submit_label = "判断を登録する";
  if (shown->previous) head.previous_address = address_of(*shown->previous);
  if (shown->next) head.next_address = address_of(*shown->next);
  head.started = {&finding_decide};
  return desk::page(visit, std::move(head), "finding_page", std::move(data));
}

std::string words_of_template(std::string_view name) {
  for (const auto& each : reason_templates) {
    if (each.name == name) return std::string(each.words);
  }
  return {};
}

Result<Response> decide(const ReviewScreens& screens, const Visit& visit, const Acting& acting) {
  const ReviewOffice office{screens.office.gate, screens.office.database};
  const auto id = KENPO_TRY(visit.id<FindingId>("finding"));
  auto form = visit.form();
  const auto verdict = form.choice(verdict_field, {{"1", ""}, {"2", ""}, {"3", ""}, {"4", ""}});
  const auto chosen = form.choice(template_field, template_choices());
  auto words = form.text(words_field);
  if (!form.ok()) return finding_page(screens, visit, acting, form);
  if (!words && chosen) words = words_of_template(*chosen);
  const auto shown = KENPO_TRY(show_finding(office, acting, id));
  if (!shown) return Visit::no_such_page();
  const auto done = decide_finding(
      office, acting,
      {.finding = id, .verdict = static_cast<Verdict>(verdict->front() - '0'), .reason = {},
       .detail = {}, .words = words.value_or(""), .by = visit.staff(), .at = visit.now()});
  if (!done.ok()) {
    form.note(done.faults());
    return finding_page(screens, visit, acting, form);
  }
  const bool stays = static_cast<Verdict>(verdict->front() - '0') == Verdict::reopen;
  return visit.redirect_with(address_of(stays || !shown->next ? id : *shown->next),
                             "判断を登録しました。");
}

}  // namespace of_findings

void add_finding_routes(desk::Router& router, const ReviewScreens& screens) {
  using namespace of_findings;
  router.menu<finding_list>(desk::MenuGroup::claims, "/findings", "内容点検");
  router.get_act<finding_list>("/findings", [screens](const Visit& visit, const Acting& acting) {
    return list_page(screens, visit, acting, Form());
  });
  router.post_act<review_run>("/content-rounds",
                              [screens](const Visit& visit, const Acting& acting) {
                                return run_now(screens, visit, acting);
                              });
  router.get_act<finding_show>("/findings/{finding}",
                               [screens](const Visit& visit, const Acting& acting) {
                                 Form form;
                                 return finding_page(screens, visit, acting, form);
                               });
  router.post_act<finding_decide>("/findings/{finding}/decisions",
                                  [screens](const Visit& visit, const Acting& acting) {
                                    return decide(screens, visit, acting);
                                  });
}

}  // namespace kenpo::review
