#include "request/request_page.h"

#include <algorithm>

#include "base/mask.h"
#include "desk/section_page.h"
#include "request/letter_print.h"
#include "request/request_act.h"
#include "request/request_fields_page.h"
#include "request/request_words_page.h"
#include "safeguard/log_act.h"
#include "safeguard/register_layout_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_cases {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

desk::Data cases_table(const std::vector<ShownCase>& cases) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : cases) {
    const auto& request = each.file.request;
    rows.push_back({desk::link_cell(std::string(wording(request.kind)), case_address(request.id)),
                    {request.name},
                    {request.arrived.iso()},
                    desk::chip_cell(state_chip(each.standing.state),
                                    std::string(wording(each.standing.state))),
                    {each.clocks ? each.clocks->decide.iso() : "暦の外"},
                    lateness_cell(each)});
  }
  return desk::table("本人の請求",
                     {{"請求"}, {"本人"}, {"届いた日"}, {"状態"}, {"決定の期限"}, {"注意"}}, rows,
                     std::to_string(rows.size()) + "件");
}

Result<Response> list_page(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto cases = KENPO_TRY(list_requests(office, acting));
  const auto late = std::ranges::count_if(
      cases, [](const ShownCase& each) { return each.lateness.overdue || each.lateness.silent; });
  SectionPage page(visit);
  page.lead(
      "利用目的の通知、開示、訂正等、利用停止等の請求です(公表事項3)。手数料はいただきません。");
  if (late > 0) {
    page.notification(desk::NotificationKind::warning,
                      "期限を過ぎた請求が" + std::to_string(late) + "件あります。",
                      "請求を開いて、本人への知らせと決定を進めてください。");
  }
  page.section("請求の一覧").table(cases_table(cases)).link("請求を受け付ける", "/request-intake");
  page.section("同意", "あとから公表した利用目的を、本人の同意で以前の情報に使うときの記録です。")
      .link("以前の情報の利用への同意", "/purpose-consents");
  desk::PageHead head;
  head.title = "本人の請求";
  head.section = "/requests";
  return page.finish(std::move(head));
}

desk::Data steps_table(const ShownCase& shown, const RequestOffice& office) {
  const auto handlers = office.handlers();
  std::vector<std::vector<Cell>> rows;
  for (const auto& step : shown.file.steps) {
    rows.push_back({{step.at.short_text()},
                    {std::string(wording(step.event))},
                    {safeguard::staff_name(handlers, step.by)},
                    {step.due ? step.due->iso() : ""},
                    {step_words(step)}});
  }
  return desk::table("手続の記録", {{"日時"}, {"手続"}, {"担当者"}, {"期限"}, {"内容"}}, rows);
}

std::vector<Event> desk_events(const ShownCase& shown) {
  auto events = shown.next;
  std::erase_if(events, [&](Event event) {
    const bool decision =
        event == Event::propose || event == Event::approve || event == Event::send_back;
    const auto kind = shown.file.request.kind;
    const bool by_act =
        event == Event::execute && kind != Kind::purpose_notice && kind != Kind::provision_records;
    return decision || by_act;
  });
  return events;
}

std::vector<Event> decision_events(const ShownCase& shown) {
  auto events = shown.next;
  std::erase_if(events, [](Event event) {
    return event != Event::propose && event != Event::approve && event != Event::send_back;
  });
  return events;
}

void put_forms(SectionPage& page, const ShownCase& shown, const Form& form) {
  const auto address = case_address(shown.file.request.id);
  if (const auto events = desk_events(shown); !events.empty()) {
    const auto choices = event_choices(events);
    const auto proofs = proof_choices();
    const auto grounds = ground_choices(shown.file.request.kind);
    const auto may = [&](Event event) { return std::ranges::find(events, event) != events.end(); };
    FormFields fields;
    fields.select(form, event_field, choices.all());
    if (may(Event::show_identity)) fields.select(form, proof_field, proofs.all());
    if (may(Event::refuse_unproven)) fields.select(form, ground_field, grounds.all());
    if (may(Event::extend)) fields.input(form, due_field);
    fields.input(form, words_field);
    page.section("次の手続").form(address + "/steps", "手続を記録する", std::move(fields));
  }
  if (const auto events = decision_events(shown); !events.empty()) {
    const auto choices = event_choices(events);
    const auto outcomes = outcome_choices();
    const auto grounds = ground_choices(shown.file.request.kind);
    page.section("決定", "決定は二人でします。起案した人は承認できません。")
        .form(address + "/decisions", "決定の手続を記録する",
              FormFields()
                  .select(form, decision_field, choices.all())
                  .select(form, outcome_field, outcomes.all())
                  .select(form, decision_ground_field, grounds.all())
                  .input(form, decision_words_field));
  }
}

void put_answer_links(SectionPage& page, const ShownCase& shown) {
  const auto& request = shown.file.request;
  const auto address = case_address(request.id);
  page.section("回答");
  if (request.kind == Kind::disclosure || request.kind == Kind::provision_records) {
    page.link("開示する資料", address + "/package");
  }
  if (request.kind == Kind::purpose_notice)
    page.link("利用目的通知書(PDF)", address + "/purposes.pdf");
  if (is_correction(request.kind)) page.link("訂正の内容", address + "/correction");
  if (is_stop(request.kind)) page.link("停止する利用目的", address + "/stops");
  if (request.kind == Kind::erase)
    page.section("消去").link("消去の確かめと実施", address + "/erasure");
  page.section("第三者への提供").link("提供の記録", address + "/provisions");
}

/// Hides what is not needed to see how the case stands: where the answer goes, what people wrote.
void hide_details(CaseFile& file) {
  file.request.address = base::masked(file.request.address);
  file.request.wanted = base::masked(file.request.wanted);
  file.request.reason = base::masked(file.request.reason);
  for (auto& step : file.steps) step.words = base::masked(step.words);
}

/// Whether the details are hidden.
enum class Hidden : std::uint8_t { yes, no };

/// Whose person the request is about has a history of the uses of their data; the way to it, for
/// those who may look at it.
void put_history_link(SectionPage& page, const RequestOffice& office, const Visit& visit,
                      const Case& request) {
  if (request.held == Held::no) return;
  const auto ruling = office.gate.ruling(safeguard::show_history_operation, visit.staff());
  if (ruling.refusal != notice::Refusal::none) return;
  page.link("この人の利用履歴を見る",
            "/members/" + std::string(request.person.text()) + "/history");
}

Result<Response> case_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                           const Form& form, Hidden hidden = Hidden::yes) {
  const auto id = KENPO_TRY(visit.id<base::CaseId>("case_id"));
  const bool hide = hidden == Hidden::yes;
  auto shown = KENPO_TRY(hide ? show_request(office, acting, id)
                              : reveal_request(office, acting, id));
  if (hide) hide_details(shown.file);
  SectionPage page(visit);
  page.faults(form);
  for (const auto& words : warnings(shown)) {
    page.notification(desk::NotificationKind::warning, words.first, words.second);
  }
  page.section("請求").facts(case_facts(shown, hide ? Details::hidden : Details::shown));
  if (hide) page.link("住所・生年月日・内容を表示する", case_address(id) + "/contact-details");
  put_history_link(page, office, visit, shown.file.request);
  page.section("期限").facts(clock_facts(shown));
  put_forms(page, shown, form);
  put_answer_links(page, shown);
  for (const auto letter : letters_of(shown.file)) {
    page.section(std::string(wording(letter)))
        .link("文書を開く(PDF)：" + std::string(wording(letter)),
              case_address(id) + "/letters/" + std::string(identifier(letter)));
  }
  page.section("記録").table(steps_table(shown, office));
  desk::PageHead head;
  head.title = std::string(wording(shown.file.request.kind)) + "の請求";
  head.section = "/requests";
  head.crumbs = {{"本人の請求", "/requests"}};
  head.status = form.ok() ? 200 : 422;
  return page.finish(std::move(head));
}

/// Choices that may be left open: 0 when nothing was chosen.
template <typename Enum>
Enum open_choice(Form& form, const desk::Field& field, const Choices& choices, std::size_t count) {
  const auto chosen = form.choice(field, choices.all());
  if (!chosen) return Enum{};
  return enum_of<Enum>(*chosen, count).value_or(Enum{});
}

Result<Response> take(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<base::CaseId>("case_id"));
  auto form = visit.form();
  StepInput input;
  const auto event = enum_of<Event>(form.sent("event"), events_count);
  if (!event) form.note(event_field, {"手続を選んでください。", "Choose the step."});
  input.proof = open_choice<Proof>(form, proof_field, proof_choices(), proofs_count);
  if (const auto ground = enum_of<Ground>(form.sent("ground"), grounds_count)) {
    input.ground = *ground;
  }
  input.due = form.date(due_field);
  input.words = form.text(words_field).value_or("");
  if (!form.ok()) return case_page(office, visit, acting, form);
  input.event = *event;
  const auto done = take_step(office, acting, id, input);
  if (!done.ok()) {
    form.note(done.faults());
    return case_page(office, visit, acting, form);
  }
  return visit.redirect_with(case_address(id), std::string(wording(*event)) + "を記録しました。");
}

Result<Response> decide_on(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<base::CaseId>("case_id"));
  auto form = visit.form();
  StepInput input;
  const auto event = enum_of<Event>(form.sent("decision"), events_count);
  const bool known =
      event == Event::propose || event == Event::approve || event == Event::send_back;
  if (!known) form.note(decision_field, {"決定の手続を選んでください。", "Choose the step."});
  input.outcome = open_choice<Outcome>(form, outcome_field, outcome_choices(), outcomes_count);
  if (const auto ground = enum_of<Ground>(form.sent("decision_ground"), grounds_count)) {
    input.ground = *ground;
  }
  input.words = form.text(decision_words_field).value_or("");
  if (!form.ok()) return case_page(office, visit, acting, form);
  input.event = *event;
  const auto done = decide(office, acting, id, input);
  if (!done.ok()) {
    form.note(done.faults());
    return case_page(office, visit, acting, form);
  }
  return visit.redirect_with(case_address(id), std::string(wording(*event)) + "を記録しました。");
}

Result<Response> letter(RequestOffice& office, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<base::CaseId>("case_id"));
  const auto kind = parse_letter(visit.path_value("letter"));
  if (!kind) return Visit::no_such_page();
  const auto shown = KENPO_TRY(show_request(office, acting, id));
  auto printed =
      KENPO_TRY(print_letter(*kind, shown.file, shown.clocks, office.sender, visit.now()));
  return visit.paper(std::string(identifier(*kind)) + ".pdf", std::move(printed));
}

}  // namespace of_cases

void add_request_routes(desk::Router& router, RequestOffice& office) {
  using desk::Visit;
  using notice::Acting;
  add_consent_routes(router, office);
  router.menu<request_list_operation>(desk::MenuGroup::persons, "/requests", "本人の請求");
  router.get_act<request_list_operation>("/requests",
                                         [&](const Visit& visit, const Acting& acting) {
                                           return of_cases::list_page(office, visit, acting);
                                         });
  add_intake_routes(router, office);
  router.get_act<request_reveal_operation>(
      "/requests/{case_id}/contact-details", [&](const Visit& visit, const Acting& acting) {
        return of_cases::case_page(office, visit, acting, desk::Form(), of_cases::Hidden::no);
      });
  router.get_act<request_show_operation>(
      "/requests/{case_id}", [&](const Visit& visit, const Acting& acting) {
        return of_cases::case_page(office, visit, acting, desk::Form());
      });
  router.post_act<request_step_operation>("/requests/{case_id}/steps",
                                          [&](const Visit& visit, const Acting& acting) {
                                            return of_cases::take(office, visit, acting);
                                          });
  router.post_act<request_decide_operation>("/requests/{case_id}/decisions",
                                            [&](const Visit& visit, const Acting& acting) {
                                              return of_cases::decide_on(office, visit, acting);
                                            });
  router.get_act<request_show_operation>("/requests/{case_id}/letters/{letter}",
                                         [&](const Visit& visit, const Acting& acting) {
                                           return of_cases::letter(office, visit, acting);
                                         });
}

}  // namespace kenpo::request
