// The linter's findings on the notice, and what the responsible person says to each.
#include <algorithm>

#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "safeguard/notice_life_page.h"

namespace kenpo::safeguard {

namespace {

using base::Result;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field disposition_field{.name = "disposition", .label = "回答"};
constexpr Field finding_reason_field{.name = "reason", .label = "理由", .length_limit = 500};
constexpr Field mend_by_field{.name = "mend_by",
                              .label = "直す期限",
                              .need = Field::Need::optional,
                              .support = "「直す」のときに入れます。"};

const std::vector<Choice> disposition_choices = {{"accepted", "このままでよい"},
                                                 {"to_mend", "直す"}};

std::string_view severity_words(notice::Severity severity) {
  if (severity == notice::Severity::duty) return "法の求め";
  return severity == notice::Severity::gap ? "未公表の利用目的" : "助言";
}

std::string proposal_words(std::string_view proposal) {
  std::string words(proposal);
  const auto tab = words.find('\t');
  if (tab != std::string::npos) words.replace(tab, 1, " → ");
  return words;
}

Data answer_chip(const std::optional<FindingAnswer>& answer, base::Date today) {
  if (!answer) return desk::chip(desk::ChipKind::waiting, "回答なし");
  if (answer->disposition == Disposition::accepted) {
    return desk::chip(desk::ChipKind::done, "このままでよい");
  }
  const bool late = *answer->mend_by < today;
  return desk::chip(late ? desk::ChipKind::problem : desk::ChipKind::progress,
                    answer->mend_by->iso() + " までに直す");
}

std::vector<Data> finding_rows(const FindingsView& view,
                               const std::vector<staff::NamedHandler>& handlers, base::Date today) {
  std::vector<Data> rows;
  for (const auto& [finding, answer] : view.findings) {
    Data row;
    row.text("id", std::string(finding.id))
        .text("severity", std::string(severity_words(finding.severity)))
        .text("article", std::string(finding.article))
        .when("open_article", !finding.confirmed)
        .text("words", std::string(finding.ja))
        .text("proposal", proposal_words(finding.proposal))
        .section("state", answer_chip(answer, today))
        .text_if_any("answer", answer ? answer->reason : std::string())
        .text("answered", answer ? decided_by(std::string(answer->answered_by->text()), handlers) +
                                       " " + answer->answered_at.short_text()
                                 : std::string())
        .text("address", "/notice-findings/" + std::string(finding.id));
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Response> list_page(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  const auto view = KENPO_TRY(show_findings(screens.office, acting));
  const auto open = std::ranges::count_if(
      view.findings, [](const AnsweredFinding& each) { return !each.answer.has_value(); });
  Data data;
  data.number("version", view.version)
      .number("count", static_cast<long long>(view.findings.size()))
      .number("open", open)
      .list("findings", finding_rows(view, screens.handlers(), visit.now().day()));
  desk::PageHead head;
  head.title = "公表事項の点検の所見";
  head.section = "/notice-versions";
  head.crumbs = {{"公表事項の版", "/notice-versions"}};
  return desk::page(visit, std::move(head), "notice_life_findings_page", std::move(data));
}

Result<Response> finding_page(const NoticeScreens& screens, const Visit& visit,
                              const Acting& acting, const Form& form) {
  const auto view = KENPO_TRY(show_findings(screens.office, acting));
  const auto id = visit.path_value("finding");
  const auto at = std::ranges::find_if(
      view.findings, [&](const AnsweredFinding& each) { return each.finding.id == id; });
  if (at == view.findings.end()) return Visit::no_such_page();
  const auto& finding = at->finding;
  Data data;
  data.section("error_summary", form.error_summary())
      .text("form_token", visit.form_token())
      .section("facts",
               desk::description_list({{"種類", std::string(severity_words(finding.severity))},
                                       {"条文", std::string(finding.article) +
                                                    (finding.confirmed ? "" : "(条文は要確認)")},
                                       {"所見", std::string(finding.ja)},
                                       {"文案", proposal_words(finding.proposal)}}))
      .section("state", answer_chip(at->answer, visit.now().day()))
      .when("may_change", may_change(screens, visit))
      .text("address", "/notice-findings/" + std::string(finding.id))
      .section("disposition", form.select(disposition_field, disposition_choices))
      .section("reason", form.input(finding_reason_field))
      .section("mend_by", form.input(mend_by_field));
  desk::PageHead head;
  head.title = "所見への回答";
  head.section = "/notice-versions";
  head.crumbs = {{"公表事項の版", "/notice-versions"}, {"点検の所見", "/notice-findings"}};
  if (may_change(screens, visit)) head.submit_label = "回答する";
  head.status = form.ok() ? 200 : 422;
  return desk::page(visit, std::move(head), "notice_life_finding_page", std::move(data));
}

Result<Response> answer(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto disposition = form.choice(disposition_field, disposition_choices);
  const auto reason = form.text(finding_reason_field);
  const auto mend_by = form.date(mend_by_field);
  if (form.ok()) {
    const auto done = answer_finding(
        screens.office, acting,
        {.finding = std::string(visit.path_value("finding")),
         .notice_sha256 = {},
         .disposition = *disposition == "accepted" ? Disposition::accepted : Disposition::to_mend,
         .reason = *reason,
         .mend_by = mend_by,
         .answered_by = visit.staff(),
         .answered_at = {}});
    if (done.ok()) return visit.redirect_with("/notice-findings", "回答を記録しました。");
    form.note(done.faults());
  }
  return finding_page(screens, visit, acting, form);
}

}  // namespace

void add_notice_finding_routes(desk::Router& router, const NoticeScreens& screens) {
  router.get_act<notice_life_show>("/notice-findings",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return list_page(screens, visit, acting);
                                   });
  router.get_act<notice_life_show>("/notice-findings/{finding}",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return finding_page(screens, visit, acting, Form());
                                   });
  router.post_act<notice_finding_answer>("/notice-findings/{finding}",
                                         [screens](const Visit& visit, const Acting& acting) {
                                           return answer(screens, visit, acting);
                                         });
}

}  // namespace kenpo::safeguard
