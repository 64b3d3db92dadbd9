// `/visit-checks`: what people say of lines of their notices, and what was found out.
#include "cost_notice/notice_page.h"
#include "desk/components.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"

#include "desk/section_page.h"

namespace kenpo::cost_notice {

namespace of_check_pages {

using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::Visit;
using notice::Acting;

constexpr Field check_field{.name = "check", .label = "調査"};
constexpr Field outcome_field{.name = "outcome", .label = "結果"};
constexpr Field finding_field{.name = "finding",
                              .label = "分かったこと",
                              .support = "例：本人が受診を思い出した。領収書を確かめた。",
                              .length_limit = answer_characters_limit};

const std::vector<Choice> outcome_choices = {{"1", "受診を確認"},
                                             {"2", "日数・内容の相違（再審査を請求）"},
                                             {"3", "受診の事実なし（返戻・通報を検討）"}};

desk::Data checks_table(const desk::Router& router, const Visit& visit, std::string caption,
                        const std::vector<CheckLine>& lines) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : lines) {
    const auto claim = eligibility::open_address(
        router, visit, "/claims/" + std::string(line.check.claim.text()));
    rows.push_back({{line.check.received_on.iso()},
                    {line.name},
                    {line.check.words},
                    claim.empty() ? Cell{""} : desk::link_cell("レセプト", claim),
                    {std::string(wording(line.check.outcome))},
                    {line.check.finding}});
  }
  return desk::table(
      std::move(caption),
      {{"回答の日"}, {"氏名"}, {"本人の言葉"}, {"レセプト"}, {"結果"}, {"分かったこと"}}, rows,
      std::to_string(rows.size()) + "件");
}

Result<Response> checks_page(const desk::Router& router, const NoticeScreens& screens,
                             const Visit& visit, const Acting& acting, const Form& form) {
  auto ledger = screens.ledger;
  const auto open = KENPO_TRY(list_checks(ledger, acting, VisitOutcome::open));
  auto page = notice_page(visit);
  page.faults(form).lead("医療費通知を見た人の「受診していない」という回答を調べます。"
                         "受診の事実がないときは、審査支払機関への返戻と通報を検討します。");
  page.section("調査中").table(checks_table(router, visit, "調査中の回答", open));
  if (!open.empty()) {
    std::vector<std::pair<std::string, std::string>> labels;
    for (const auto& line : open) {
      labels.emplace_back(line.check.id.text(),
                          line.check.received_on.iso() + " " + line.name);
    }
    std::vector<Choice> choices;
    for (const auto& [value, label] : labels) choices.push_back({value, label});
    page.section("結果を記録する")
        .form("/visit-checks", "結果を記録する",
              FormFields()
                  .select(form, check_field, choices)
                  .select(form, outcome_field, outcome_choices)
                  .next_row()
                  .input(form, finding_field));
  }
  page.section("終わった調査");
  for (const auto outcome :
       {VisitOutcome::not_visited, VisitOutcome::other_days, VisitOutcome::visited}) {
    const auto lines = KENPO_TRY(list_checks(ledger, acting, outcome));
    page.table(checks_table(router, visit, std::string(wording(outcome)), lines));
  }
  desk::PageHead head;
  head.title = "受診の調査";
  head.section = "/cost-notices";
  head.crumbs = {{"医療費通知", "/cost-notices"}};
  head.started = {&visit_check_close};
  return page.finish(std::move(head));
}

Result<Response> close(const desk::Router& router, const NoticeScreens& screens,
                       const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto id = form.read<VisitCheckId>(
      check_field, [](const std::string& text) { return VisitCheckId::parse(text); },
      {"選び直してください。", "Choose again."});
  const auto outcome = form.choice(outcome_field, outcome_choices);
  const auto finding = form.text(finding_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done =
        close_check(ledger, acting, *id, static_cast<VisitOutcome>(outcome->front() - '0'),
                    *finding);
    if (done.ok()) return visit.redirect_with("/visit-checks", "調査の結果を記録しました。");
    form.note(done.faults());
  }
  return checks_page(router, screens, visit, acting, form);
}

}  // namespace of_check_pages

void add_visit_check_routes(desk::Router& router, const NoticeScreens& screens) {
  using namespace of_check_pages;
  router.get_act<visit_check_list>(
      "/visit-checks", [&router, screens](const Visit& visit, const Acting& acting) {
        return checks_page(router, screens, visit, acting, Form());
      });
  router.post_act<visit_check_close>(
      "/visit-checks", [&router, screens](const Visit& visit, const Acting& acting) {
        return close(router, screens, visit, acting);
      });
}

}  // namespace kenpo::cost_notice
