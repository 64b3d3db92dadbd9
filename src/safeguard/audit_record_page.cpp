#include "desk/components.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/inspection_act.h"
#include "safeguard/inspection_page.h"
#include "safeguard/log_words.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::Data;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Need = desk::Field::Need;
using Rows = std::vector<std::vector<desk::Cell>>;
using Handlers = std::vector<staff::NamedHandler>;

constexpr desk::Field audit_held_field{
    .name = "held_on", .label = "監査の日", .support = {}, .length_limit = 20, .mode = {}};
constexpr desk::Field audit_scope_field{.name = "scope",
                                        .label = "監査の範囲",
                                        .support = {},
                                        .length_limit = inspection_words_limit_characters,
                                        .mode = {}};
constexpr desk::Field audit_findings_field{.name = "findings",
                                           .label = "指摘",
                                           .support = "ないときは「指摘なし」と書きます。",
                                           .length_limit = inspection_words_limit_characters,
                                           .mode = {}};
constexpr desk::Field audit_measures_field{.name = "measures",
                                           .label = "求めた対応",
                                           .need = Need::optional,
                                           .support = {},
                                           .length_limit = inspection_words_limit_characters,
                                           .mode = {}};
constexpr desk::Field audit_due_field{.name = "measures_due",
                                      .label = "対応の期限",
                                      .need = Need::optional,
                                      .support = {},
                                      .length_limit = 20,
                                      .mode = {}};

std::string rows_words(const Rows& rows) { return std::to_string(rows.size()) + "件"; }

Data records_table(const std::vector<AuditRecord>& records, const Handlers& handlers) {
  Rows rows;
  for (const auto& each : records) {
    rows.push_back({{each.held_on.iso()},
                    {actor_words(each.by, handlers)},
                    {each.scope},
                    {each.findings},
                    {each.measures},
                    {each.measures_due ? each.measures_due->iso() : ""}});
  }
  return desk::table("監査の記録",
                     {{"監査の日"}, {"監事"}, {"範囲"}, {"指摘"}, {"求めた対応"}, {"期限"}}, rows,
                     rows_words(rows));
}

Data alerts_table(const std::vector<Alert>& alerts, const Handlers& handlers) {
  Rows rows;
  for (const auto& each : alerts) {
    rows.push_back({{each.raised_at.short_text()},
                    {wording(each.kind).ja.text()},
                    {actor_words(each.staff, handlers)},
                    {each.acknowledged_at ? each.acknowledged_at->short_text() : "まだ"},
                    {wording(each.state).ja.text()}});
  }
  return desk::table("兆候の警報", {{"警報"}, {"兆候"}, {"取扱者"}, {"確認"}, {"状態"}}, rows,
                     rows_words(rows));
}

Data incidents_table(const std::vector<Incident>& incidents) {
  Rows rows;
  for (const auto& each : incidents) {
    rows.push_back({{each.known_on.iso()},
                    {wording(each.facts.event).ja.text()},
                    {desk::grouped(each.facts.persons)},
                    {each.preliminary_at ? each.preliminary_at->short_text() : "まだ"},
                    {each.final_at ? each.final_at->short_text() : "まだ"},
                    {wording(each.state).ja.text()}});
  }
  return desk::table("漏えい等の事案",
                     {{"知った日"},
                      {"事態"},
                      {"本人の数", desk::Column::Holds::numbers},
                      {"速報"},
                      {"確報"},
                      {"状態"}},
                     rows, rows_words(rows));
}

Data inspections_table(const std::vector<Inspection>& inspections, const Handlers& handlers) {
  Rows rows;
  for (const auto& each : inspections) {
    rows.push_back({{each.run_at.short_text()},
                    {each.due_on.iso()},
                    {actor_words(each.signed_by, handlers)},
                    {std::to_string(each.findings)},
                    {each.words}});
  }
  return desk::table(
      "自己点検",
      {{"署名"}, {"期限"}, {"署名した人"}, {"指摘", desk::Column::Holds::numbers}, {"対応"}}, rows,
      rows_words(rows));
}

Data audited_reviews(const std::vector<ReviewItem>& reviews) {
  Rows rows;
  for (const auto& each : reviews) {
    rows.push_back({{wording(each.subject).ja.text()},
                    {each.name},
                    {each.reviewed_on ? each.reviewed_on->iso() : "まだ"},
                    {each.next_due.iso()}});
  }
  return desk::table("見直し", {{"種類"}, {"名前"}, {"見直した日"}, {"次の見直し"}}, rows,
                     rows_words(rows));
}

Result<Response> ledgers_show(const InspectionScreens& screens, const Visit& visit,
                              const Acting& acting, const desk::Form& form) {
  const auto found = KENPO_TRY(inspect_ledgers(screens.tower, acting));
  const auto handlers = screens.handlers();
  Data data;
  data.section("records", records_table(found.records, handlers))
      .section("alerts", alerts_table(found.alerts, handlers))
      .section("incidents", incidents_table(found.incidents))
      .section("inspections", inspections_table(found.inspections, handlers))
      .section("reviews", audited_reviews(found.reviews))
      .section("error_summary", form.error_summary())
      .section("held_on", form.input(audit_held_field))
      .section("scope", form.input(audit_scope_field))
      .section("findings", form.input(audit_findings_field))
      .section("measures", form.input(audit_measures_field))
      .section("measures_due", form.input(audit_due_field));
  desk::PageHead head;
  head.title = "監査";
  head.section = "/audit/ledgers";
  head.submit_label = "監査を記録する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "audit_record_page", std::move(data));
}

Result<Response> audit_recorded(const InspectionScreens& screens, const Visit& visit,
                                const Acting& acting) {
  auto form = visit.form();
  const auto held_on = form.date(audit_held_field);
  const auto scope = form.text(audit_scope_field);
  const auto findings = form.text(audit_findings_field);
  const auto measures = form.text(audit_measures_field);
  const auto due = form.date(audit_due_field);
  if (form.ok()) {
    const auto done = record_audit(screens.tower, acting,
                                   AuditRecord{.held_on = *held_on,
                                               .by = visit.staff(),
                                               .scope = *scope,
                                               .findings = *findings,
                                               .measures = measures.value_or(""),
                                               .measures_due = due});
    if (done.ok()) return visit.redirect_with("/audit/ledgers", "監査を記録しました。");
    form.note(done.faults());
  }
  return ledgers_show(screens, visit, acting, form);
}

}  // namespace

void add_audit_record_routes(desk::Router& router, const InspectionScreens& screens) {
  router.menu<inspect_ledgers_operation>(desk::MenuGroup::publication, "/audit/ledgers", "監査");
  router.get_act<inspect_ledgers_operation>(
      "/audit/ledgers", [screens](const Visit& visit, const Acting& acting) {
        return ledgers_show(screens, visit, acting, desk::Form());
      });
  router.post_act<record_audit_operation>("/audit/ledgers",
                                          [screens](const Visit& visit, const Acting& acting) {
                                            return audit_recorded(screens, visit, acting);
                                          });
}

}  // namespace kenpo::safeguard
