#include "safeguard/incident_page.h"

#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/incident_act.h"
#include "safeguard/incident_form_page.h"
#include "safeguard/incident_letters_page.h"
#include "safeguard/incident_print.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::ChipKind;
using desk::Data;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

std::string incident_address(const IncidentId& id) {
  return "/incidents/" + std::string(id.text());
}

ChipKind incident_chip(const Incident& incident) {
  if (incident.state == IncidentState::closed) return ChipKind::done;
  return incident.state < IncidentState::final_sent ? ChipKind::problem : ChipKind::progress;
}

Result<Response> incidents_page(const IncidentScreens& screens, const Visit& visit,
                                const Acting& acting, const Form& form) {
  std::vector<std::vector<desk::Cell>> rows;
  for (const auto& incident :
       KENPO_TRY(show_incidents(screens.tower.gate, screens.tower.database, acting))) {
    rows.push_back({desk::link_cell(incident.known_on.iso(), incident_address(incident.id)),
                    {incident.items[0]},
                    {desk::grouped(incident.facts.persons)},
                    {incident.dates ? incident.dates->preliminary_by.iso() : ""},
                    {incident.dates ? incident.dates->final_by.iso() : ""},
                    desk::chip_cell(incident_chip(incident), wording(incident.state).ja.text())});
  }
  Data data;
  data.section("incidents", desk::table("漏えい等の事案",
                                        {{"知った日"},
                                         {"概要"},
                                         {"本人の数", desk::Column::Holds::numbers},
                                         {"速報の期限"},
                                         {"確報の期限"},
                                         {"状態"}},
                                        rows, std::to_string(rows.size()) + "件"))
      .section("error_summary", form.error_summary())
      .all_of(incident_open_form(form));
  desk::PageHead head;
  head.title = "漏えい等の事案";
  head.section = "/incidents";
  head.submit_label = "事案を起こす";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "incidents_page", std::move(data));
}

Result<Response> open_page(const IncidentScreens& screens, const Visit& visit,
                           const Acting& acting) {
  auto form = visit.form();
  const auto sent = read_incident_opening(form);
  if (form.ok()) {
    const auto opened = open_incident(screens.tower.gate, screens.tower.database, acting,
                                      sent.known_on, sent.outline);
    if (opened.ok()) {
      return visit.redirect_with(incident_address(*opened), "事案を起こしました。");
    }
    form.note(opened.faults());
  }
  return incidents_page(screens, visit, acting, form);
}

Data incident_facts_list(const Incident& incident,
                         const std::vector<staff::NamedHandler>& handlers) {
  std::vector<desk::Item> items = {{"知った日", incident.known_on.iso()},
                                   {"該当する事態", incident.state <= IncidentState::contained
                                                        ? "事実を入れると決まります"
                                                        : classes_words(incident.classes)}};
  if (incident.dates) {
    items.push_back({"速報", incident.dates->preliminary_from.iso() + "から" +
                                 incident.dates->preliminary_by.iso() + "まで"});
    items.push_back({"確報", incident.dates->final_by.iso() + "まで"});
  }
  if (incident.preliminary_at) {
    items.push_back({"速報を出した日時", incident.preliminary_at->short_text()});
  }
  if (incident.final_at) items.push_back({"確報を出した日時", incident.final_at->short_text()});
  if (incident.extent) {
    items.push_back({"監査記録による範囲", extent_words(*incident.extent, handlers)});
  }
  return desk::description_list(items);
}

/// The one step that comes next, as buttons.
std::vector<Data> next_steps(const Incident& incident, const Visit& visit) {
  std::vector<Data> steps;
  for (const auto& step : incident_steps(incident)) {
    Data row;
    row.text("label", std::string(step.label))
        .text("value", std::string(step.value))
        .text("form_token", visit.form_token())
        .text("address", incident_address(incident.id) + "/step");
    steps.push_back(std::move(row));
  }
  return steps;
}

Result<Response> incident_page(const IncidentScreens& screens, const Visit& visit,
                               const Acting& acting, Form form) {
  const auto id = KENPO_TRY(visit.id<IncidentId>("incident"));
  const auto incident =
      KENPO_TRY(show_incident(screens.tower.gate, screens.tower.database, acting, id));
  const auto handlers = screens.handlers();
  prefill_incident(form, incident);
  auto steps = next_steps(incident, visit);
  Data data;
  data.section("state", desk::chip(incident_chip(incident), wording(incident.state).ja.text()))
      .section("error_summary", form.error_summary())
      .section("facts_list", incident_facts_list(incident, handlers))
      .text("address", incident_address(id))
      .text("form_token", visit.form_token())
      .when("open", incident.state != IncidentState::closed)
      .when("editable", incident.state < IncidentState::final_sent)
      .when("any_step", !steps.empty())
      .list("steps", std::move(steps))
      .all_of(incident_fact_fields(form))
      .list("item_fields", incident_item_fields(form))
      .all_of(incident_extent_fields(form, handlers));
  desk::PageHead head;
  head.title = "事案(" + incident.known_on.iso() + ")";
  head.section = "/incidents";
  head.crumbs = {{"漏えい等の事案", "/incidents"}};
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "incident_page", std::move(data));
}

/// A form of the case: read, done, and shown again with what is wrong.
template <typename Done>
Result<Response> incident_sent(const IncidentScreens& screens, const Visit& visit,
                               const Acting& acting, const char* message, Done&& done) {
  const auto id = KENPO_TRY(visit.id<IncidentId>("incident"));
  auto form = visit.form();
  const base::Result<> result = done(form, id);
  if (result.ok() && form.ok()) return visit.redirect_with(incident_address(id), message);
  if (!result.ok() && form.ok()) form.note(result.faults());
  return incident_page(screens, visit, acting, std::move(form));
}

Result<Response> facts_sent(const IncidentScreens& screens, const Visit& visit,
                            const Acting& acting) {
  return incident_sent(
      screens, visit, acting, "事実を登録しました。",
      [&](Form& form, const IncidentId& id) -> Result<> {
        const auto facts = read_incident_facts(form);
        if (!form.ok()) return base::Done{};
        KENPO_TRY(enter_facts(screens.tower.gate, screens.tower.database, acting, id, facts));
        return base::Done{};
      });
}

Result<Response> items_sent(const IncidentScreens& screens, const Visit& visit,
                            const Acting& acting) {
  return incident_sent(screens, visit, acting, "報告の事項を登録しました。",
                       [&](Form& form, const IncidentId& id) -> Result<> {
                         const auto items = read_incident_items(form);
                         if (!form.ok()) return base::Done{};
                         return enter_items(screens.tower.gate, screens.tower.database, acting, id,
                                            items);
                       });
}

Result<Response> extent_sent(const IncidentScreens& screens, const Visit& visit,
                             const Acting& acting) {
  return incident_sent(screens, visit, acting, "監査記録から範囲を確定しました。",
                       [&](Form& form, const IncidentId& id) -> Result<> {
                         const auto wanted = read_incident_extent(form, screens.handlers());
                         if (!form.ok()) return base::Done{};
                         KENPO_TRY(measure_extent(screens.tower, acting, id, wanted));
                         return base::Done{};
                       });
}

Result<Response> step_sent(const IncidentScreens& screens, const Visit& visit,
                           const Acting& acting) {
  return incident_sent(screens, visit, acting, "段階を進めました。",
                       [&](Form& form, const IncidentId& id) -> Result<> {
                         const auto step = parse_incident_step(form.sent("step"));
                         if (!step) return Visit::no_such_page();
                         KENPO_TRY(advance(screens.tower.gate, screens.tower.database, acting, id,
                                           step->to, step->told));
                         return base::Done{};
                       });
}

Result<Response> report_pdf(const IncidentScreens& screens, const Visit& visit,
                            const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<IncidentId>("incident"));
  const auto incident =
      KENPO_TRY(show_incident(screens.tower.gate, screens.tower.database, acting, id));
  const auto stage = incident.preliminary_at ? ReportStage::final : ReportStage::preliminary;
  auto printed = KENPO_TRY(print_incident_report(incident, stage, screens.sender, visit.now()));
  return desk::file("漏えい等報告-" + incident.known_on.iso() + ".pdf", "application/pdf",
                    std::move(printed.pdf));
}

template <const notice::Operation& operation, typename Answer>
void incident_get(desk::Router& router, const IncidentScreens& screens, const char* path,
                  Answer answer) {
  router.get_act<operation>(path, [screens, answer](const Visit& visit, const Acting& acting) {
    return answer(screens, visit, acting);
  });
}
template <const notice::Operation& operation, typename Answer>
void incident_post(desk::Router& router, const IncidentScreens& screens, const char* path,
                   Answer answer) {
  router.post_act<operation>(path, [screens, answer](const Visit& visit, const Acting& acting) {
    return answer(screens, visit, acting);
  });
}

}  // namespace

void add_incident_routes(desk::Router& router, const IncidentScreens& screens) {
  router.menu<show_incidents_operation>(desk::MenuGroup::safety, "/incidents", "漏えい等");
  const auto list = [](const IncidentScreens& all, const Visit& visit, const Acting& acting) {
    return incidents_page(all, visit, acting, Form());
  };
  const auto one = [](const IncidentScreens& all, const Visit& visit, const Acting& acting) {
    return incident_page(all, visit, acting, Form());
  };
  incident_get<show_incidents_operation>(router, screens, "/incidents", list);
  incident_post<change_incident_operation>(router, screens, "/incidents", open_page);
  incident_get<show_incidents_operation>(router, screens, "/incidents/{incident}", one);
  incident_post<change_incident_operation>(router, screens, "/incidents/{incident}/facts",
                                           facts_sent);
  incident_post<change_incident_operation>(router, screens, "/incidents/{incident}/items",
                                           items_sent);
  incident_post<change_incident_operation>(router, screens, "/incidents/{incident}/extent",
                                           extent_sent);
  incident_post<change_incident_operation>(router, screens, "/incidents/{incident}/step",
                                           step_sent);
  incident_get<show_incidents_operation>(router, screens, "/incidents/{incident}/report.pdf",
                                         report_pdf);
  add_incident_letter_routes(router, screens);
}

}  // namespace kenpo::safeguard
