#include "notice/wording.h"
#include "request/purpose_consent_act.h"
#include "request/request_fields_page.h"
#include "request/request_page.h"
#include "safeguard/register_layout_page.h"

#include "desk/section_page.h"

namespace kenpo::request {

// Screens of one folder share many short names; these are of this file.
namespace of_consents {

using base::Result;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;

constexpr desk::Field pair_field{.name = "pair", .label = "情報と利用目的"};
constexpr desk::Field given_field{
    .name = "given_on", .label = "同意の日", .support = "例：R8.11.24", .length_limit = 20};
constexpr desk::Field evidence_field{.name = "evidence",
                                     .label = "同意の証拠",
                                     .support = "同意書の番号、同意を得た方法",
                                     .length_limit = consent_evidence_limit_characters};
constexpr desk::Field consent_choice_field{.name = "consent", .label = "撤回する同意"};

std::string pair_words(const notice::Pair& pair) {
  return std::string(notice::wording(pair.category)) + "：" +
         std::string(notice::wording(pair.purpose));
}

/// Every row of the notice by its number.
std::vector<desk::Choice> pair_choices() {
  std::vector<desk::Choice> choices;
  for (std::size_t at = 0; at < notice::published_pairs.size(); ++at) {
    choices.emplace_back(std::to_string(at + 1), pair_words(notice::published_pairs[at]));
  }
  return choices;
}

Result<Response> consents_page(RequestOffice& office, const Visit& visit, const Acting& acting,
                               const Form& form) {
  const auto consents = KENPO_TRY(list_consents(office, acting));
  const auto handlers = office.handlers();
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> labels;
  for (const auto& each : consents) {
    rows.push_back({{std::string(each.person.text())},
                    {pair_words(each.pair)},
                    {each.given_on.iso()},
                    {each.evidence},
                    {safeguard::staff_name(handlers, each.by) + " " +
                     each.decided_at.short_text()}});
    labels.push_back(std::string(each.person.text()) + " " + pair_words(each.pair));
  }
  std::vector<desk::Choice> choices;
  for (std::size_t at = 0; at < consents.size(); ++at) {
    choices.push_back({consents[at].id.text(), labels[at]});
  }
  SectionPage page(visit);
  page.faults(form)
      .lead(
          "あとから公表した利用目的は、公表の前に取得した情報には使えません。本人が同意した人に"
          "限り、その人の情報に使えます(個人情報保護法18条1項)。")
      .section("同意の一覧", "新しいものから200件までです。")
      .table(desk::table("以前の情報の利用への同意",
                         {{"加入者の記号"}, {"情報と利用目的"}, {"同意の日"}, {"証拠"}, {"登録"}},
                         rows, std::to_string(rows.size()) + "件"))
      .section("同意の登録")
      .form("/purpose-consents", "同意を登録する",
            member_fields(form)
                .select(form, pair_field, pair_choices())
                .input(form, given_field)
                .input(form, evidence_field));
  if (!choices.empty()) {
    page.section("同意の撤回", "撤回すると、次の操作から使えなくなります。")
        .form("/purpose-consent-withdrawals", "同意の撤回を登録する",
              FormFields().select(form, consent_choice_field, choices));
  }
  desk::PageHead head;
  head.title = "以前の情報の利用への同意";
  head.section = "/requests";
  head.crumbs = {{"本人の請求", "/requests"}};
  head.status = form.ok() ? 200 : 422;
  return page.finish(std::move(head));
}

Result<Response> give(RequestOffice& office, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto person = read_member(office, acting, form);
  const auto pair = form.choice(pair_field, pair_choices());
  const auto given = form.date(given_field);
  const auto evidence = form.text(evidence_field);
  if (!form.ok()) return consents_page(office, visit, acting, form);
  const auto number = static_cast<std::size_t>(std::stoul(*pair));
  const auto done = give_consent(office, acting,
                                 {.person = *person,
                                  .pair = notice::published_pairs.at(number - 1),
                                  .given_on = *given,
                                  .evidence = *evidence,
                                  .by = visit.staff()});
  if (done.ok()) return visit.redirect_with("/purpose-consents", "同意を登録しました。");
  form.note(done.faults());
  return consents_page(office, visit, acting, form);
}

Result<Response> take_back(RequestOffice& office, const Visit& visit, const Acting& acting) {
  auto form = visit.form();
  const auto consent = base::CaseId::parse(form.sent("consent"));
  if (!consent) form.note(consent_choice_field, {"同意を選んでください。", "Choose the consent."});
  if (!form.ok()) return consents_page(office, visit, acting, form);
  const auto done = withdraw_consent(office, acting, *consent);
  if (done.ok()) return visit.redirect_with("/purpose-consents", "撤回を登録しました。");
  form.note(done.faults());
  return consents_page(office, visit, acting, form);
}

}  // namespace of_consents

void add_consent_routes(desk::Router& router, RequestOffice& office) {
  using desk::Visit;
  using notice::Acting;
  router.get_act<consent_list_operation>(
      "/purpose-consents", [&](const Visit& visit, const Acting& acting) {
        return of_consents::consents_page(office, visit, acting, desk::Form());
      });
  router.post_act<consent_change_operation>("/purpose-consents",
                                            [&](const Visit& visit, const Acting& acting) {
                                              return of_consents::give(office, visit, acting);
                                            });
  router.post_act<consent_change_operation>(
      "/purpose-consent-withdrawals", [&](const Visit& visit, const Acting& acting) {
        return of_consents::take_back(office, visit, acting);
      });
}

}  // namespace kenpo::request
