#include "federation/grant_case_page.h"

#include "base/era.h"
#include "base/width.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/section_page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "federation/grant_act.h"

namespace kenpo::federation {

namespace {

using base::Result;
using desk::Cell;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr std::int64_t answer_yen_limit = 1'000'000'000;  // a month's claim is below it

constexpr Field granted_field{.name = "granted",
                              .label = "交付額",
                              .need = Field::Need::optional,
                              .support = "円。交付されないときは空欄",
                              .length_limit = 20,
                              .mode = "numeric"};
constexpr Field reason_field{.name = "reason",
                             .label = "不交付の理由",
                             .need = Field::Need::optional,
                             .support = "健保連の通知の言葉。交付されたときは空欄",
                             .length_limit = 200};
constexpr Field decided_field{
    .name = "decided_on", .label = "決定日", .support = "例：R8.11.20", .length_limit = 20};

std::string day_words(const std::optional<base::Date>& day) {
  return day ? base::era_long(*day).value_or(day->iso()) : std::string();
}

std::string yen_words(const std::optional<base::Yen>& amount) {
  return amount ? amount->grouped() + "円" : std::string();
}

std::vector<desk::Item> facts_of_case(const GrantView& view) {
  const auto& grant = view.grant;
  std::vector<desk::Item> items = {
      {"状態", wording(grant.state)},
      {"診療年月", base::era_month(grant.now.treated_in)},
      {"区分", wording(grant.now.kind)},
      {"1人1か月の医療費", grant.now.cost.grouped() + "円"},
      {"基準額", grant.threshold.grouped() + "円"},
      {"超える額", base::Yen(std::max<std::int64_t>(0, grant.excess().amount())).grouped() + "円"},
      {"見込額", view.expected ? view.expected->grouped() + "円" : "交付率が分かりません"}};
  if (grant.applied_on) {
    items.push_back({"申請した日", day_words(grant.applied_on)});
    items.push_back({"申請したときの医療費", yen_words(grant.applied_cost)});
  }
  if (grant.decided_on) {
    items.push_back({"決定日", day_words(grant.decided_on)});
    items.push_back({"交付額", grant.granted ? yen_words(grant.granted) : "なし"});
    items.push_back({"不交付の理由", grant.reason});
  }
  return items;
}

desk::Data receipts_table(const desk::Router& router, const Visit& visit, const GrantView& view) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& claim : view.claims) {
    const auto number = eligibility::masked_insured_number(base::narrow(claim.symbol),
                                                           base::narrow(claim.number));
    const auto open = eligibility::open_address(router, visit,
                                                "/claims/" + std::string(claim.id.text()));
    rows.push_back({open.empty() ? Cell{number} : desk::link_cell(number, open),
                    {base::era_month(claim.claimed_in)},
                    {claim::wording(claim.service)},
                    {claim.institution_name},
                    {desk::grouped(claim.days) + "日"},
                    {desk::grouped(claim::yen_of(claim, claim.decided_points))}});
  }
  return desk::table("合計したレセプト",
                     {{"記号・番号"},
                      {"請求年月"},
                      {"種類"},
                      {"医療機関"},
                      {"実日数", Holds::numbers},
                      {"医療費（円）", Holds::numbers}},
                     rows, desk::grouped(static_cast<std::int64_t>(rows.size())) + "枚");
}

Result<Response> case_page(const desk::Router& router, GrantScreens screens, const Visit& visit,
                           const Acting& acting, const Form& form) {
  const auto id = KENPO_TRY(visit.id<GrantId>("id"));
  const auto view = KENPO_TRY(show_grant(screens.ledger, acting, id));
  if (!view) return Visit::no_such_page();
  desk::SectionPage shown(visit);
  shown.faults(form);
  for (const auto& found : view->findings) {
    shown.notification(desk::NotificationKind::warning, wording(found.finding),
                       "申請した額と、いまのレセプトを見比べてください。");
  }
  shown.section("対象").facts(facts_of_case(*view));
  shown.section("レセプト").table(receipts_table(router, visit, *view));
  if (view->grant.state != GrantState::candidate) {
    shown.section("健保連の結果を記録する", "交付額か、不交付の理由の、どちらか一方を入れます。")
        .form("/high-cost-grants/" + std::string(id.text()), "結果を記録する",
              desk::FormFields()
                  .input(form, granted_field)
                  .input(form, reason_field)
                  .input(form, decided_field));
  }
  const auto name = view->claims.empty() ? std::string("氏名の記録なし") : view->claims.front().name;
  return shown.finish({.title = name + "　" + base::era_month(view->grant.now.treated_in),
                       .section = "/high-cost-grants",
                       .crumbs = {{"高額医療交付金", "/high-cost-grants"}},
                       .submit_label = view->grant.state == GrantState::candidate
                                           ? ""
                                           : "結果を記録する",
                       .status = form.ok() ? 200 : 422});
}

Result<Response> answer(const desk::Router& router, GrantScreens screens, const Visit& visit,
                        const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<GrantId>("id"));
  auto form = visit.form();
  const auto granted = form.yen(granted_field, 1, answer_yen_limit);
  const auto reason = form.text(reason_field);
  const auto decided_on = form.date(decided_field);
  if (!form.ok()) return case_page(router, screens, visit, acting, form);
  const auto done = record_answer(
      screens.ledger, acting, id,
      {.granted = granted, .reason = reason.value_or(""), .decided_on = *decided_on});
  if (!done.ok()) {
    form.note(done.faults());
    return case_page(router, screens, visit, acting, form);
  }
  return visit.redirect_with("/high-cost-grants/" + std::string(id.text()), "結果を記録しました。");
}

}  // namespace

desk::ChipKind chip_of(GrantState state) {
  switch (state) {
    case GrantState::candidate:
      return desk::ChipKind::plain;
    case GrantState::applied:
      return desk::ChipKind::progress;
    case GrantState::granted:
      return desk::ChipKind::done;
    case GrantState::refused:
      return desk::ChipKind::problem;
  }
  return desk::ChipKind::plain;
}

void add_grant_case_routes(desk::Router& router, const GrantScreens& screens) {
  router.get_act<grant_show>("/high-cost-grants/{id}",
                             [&router, screens](const Visit& visit, const Acting& acting) {
                               return case_page(router, screens, visit, acting, Form());
                             });
  router.post_act<grant_decide>("/high-cost-grants/{id}",
                                [&router, screens](const Visit& visit, const Acting& acting) {
                                  return answer(router, screens, visit, acting);
                                });
}

}  // namespace kenpo::federation
