// `/members/{person}/cost-notice`: one person's notice, its PDF and data file, the consent to one
// notice of the household, the answer 「受診していない」.
#include "base/era.h"
#include "cost_notice/notice_page.h"
#include "cost_notice/notice_print.h"
#include "desk/components.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "safeguard/export_made_page.h"

#include "desk/section_page.h"

namespace kenpo::cost_notice {

namespace of_person_pages {

using base::PersonId;
using base::Result;
using desk::Cell;
using desk::Choice;
using desk::Field;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr Field from_field{.name = "from", .label = "診療月の始め", .length_limit = 20};
constexpr Field to_field{.name = "to", .label = "診療月の終わり", .length_limit = 20};
constexpr Field evidence_field{.name = "evidence",
                               .label = "同意の根拠",
                               .support = "例：同意書 令和8年11月20日",
                               .length_limit = consent_characters_limit};
constexpr Field claim_field{.name = "claim", .label = "身に覚えのない受診"};
constexpr Field words_field{.name = "words",
                            .label = "本人の言葉",
                            .support = "例：この月はこの医院に行っていない",
                            .length_limit = answer_characters_limit};

/// The last twelve months with claims, unless the address says otherwise.
Period period_asked(const Visit& visit) {
  constexpr int usual_months = 12;
  constexpr int claimed_after_months = 2;
  const auto last = visit.now().day().in_month().plus(-claimed_after_months);
  Period period{last.plus(1 - usual_months), last};
  if (const auto from = desk::parse_office_month(visit.query("from"))) period.from = *from;
  if (const auto to = desk::parse_office_month(visit.query("to"))) period.to = *to;
  return period;
}

std::string person_address(const PersonId& person) {
  return "/members/" + std::string(person.text()) + "/cost-notice";
}

std::string period_query(const Period& period) {
  return "?from=" + period.from.iso() + "&to=" + period.to.iso();
}

desk::Data lines_table(const CostNotice& notice) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : notice.lines) {
    const auto& amounts = line.amounts;
    rows.push_back({{base::era_month(line.month)},
                    {line.patient},
                    {line.institution},
                    {std::string(claim::wording(line.service)) +
                     (line.inpatient ? "・入院" : "")},
                    {std::to_string(line.days)},
                    desk::yen_cell(amounts.cost),
                    desk::yen_cell(amounts.insured),
                    desk::yen_cell(amounts.public_aid),
                    desk::yen_cell(amounts.paid)});
  }
  return desk::table("受診の明細",
                     {{"診療月"},
                      {"受診した人"},
                      {"医療機関等"},
                      {"種類"},
                      {"日数", Holds::numbers},
                      {"医療費(円)", Holds::numbers},
                      {"健保負担(円)", Holds::numbers},
                      {"公費負担(円)", Holds::numbers},
                      {"支払った額(円)", Holds::numbers}},
                     rows, desk::grouped(static_cast<std::int64_t>(rows.size())) + "件");
}

desk::Data given_table(const CostNotice& notice) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : notice.given) {
    rows.push_back({{base::era_month(line.month)},
                    desk::yen_cell(line.high_cost),
                    desk::yen_cell(line.additional)});
  }
  return desk::table(
      "別に計算した高額療養費・付加給付",
      {{"診療月"}, {"高額療養費(円)", Holds::numbers}, {"付加給付(円)", Holds::numbers}}, rows);
}

struct LineChoices {
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<Choice> choices() const {
    std::vector<Choice> made;
    for (const auto& [value, label] : texts) made.push_back({value, label});
    return made;
  }
};

LineChoices choices_of(const CostNotice& notice) {
  LineChoices made;
  for (const auto& line : notice.lines) {
    made.texts.emplace_back(line.claim.text(), base::era_month(line.month) + " " + line.patient +
                                                   " " + line.institution);
  }
  return made;
}

void add_consent(desk::SectionPage& page, const Form& form, const NoticePage& shown) {
  if (!shown.is_dependent) return;
  const auto address = person_address(shown.notice.person) + "/consent";
  if (shown.consent) {
    page.section("世帯の通知への同意",
                 shown.consent->from.iso() + "から。根拠：" + shown.consent->evidence)
        .form(address, "同意の撤回を記録する", FormFields().hidden("agrees", "no"));
    return;
  }
  page.section("世帯の通知への同意",
               "同意を記録すると、この人の受診を被保険者の通知にまとめます。記録がなければ本人だけに"
               "知らせます。")
      .form(address, "同意を記録する",
            FormFields().hidden("agrees", "yes").input(form, evidence_field));
}

Result<Response> person_page(const NoticeScreens& screens, const Visit& visit,
                             const Acting& acting, const Period& period, Form form) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto ledger = screens.ledger;
  const auto shown = KENPO_TRY(show_notice(ledger, acting, person, period));
  const auto& notice = shown.notice;
  auto page = notice_page(visit);
  page.faults(form).lead("レセプトによる受診と額です。食事療養と保険外の費用は入っていません。");
  if (shown.sheltered) {
    page.notification(desk::NotificationKind::warning, "住所等の保護を受けている人です。",
                      "印刷のまとめには入りません。この画面から一人だけの通知を作り、"
                      "保護の届出の宛先に送ります。");
  }
  const auto address = person_address(person);
  const auto total = notice.total();
  page.section(base::era_month(period.from) + "〜" + base::era_month(period.to))
      .facts({{"記号・番号",
               eligibility::masked_insured_number(notice.symbol, notice.number)},
              {"医療費", total.cost.grouped() + "円"},
              {"健保負担", total.insured.grouped() + "円"},
              {"公費負担", total.public_aid.grouped() + "円"},
              {"支払った額", total.paid.grouped() + "円"}})
      .table(lines_table(notice));
  if (!notice.given.empty()) page.table(given_table(notice));
  page.link("通知書(PDF)", address + "/notice.pdf" + period_query(period));
  if (!notice.lines.empty()) {
    page.section("本人に渡すデータ",
                 "表のデータ(CSV)を暗号化して提供台帳に載せます。二人目が決裁してから、一度だけ"
                 "受け取れます。")
        .form(address + "/data-files", "データを作って決裁に出す",
              FormFields()
                  .hidden("data_from", period.from.iso())
                  .hidden("data_to", period.to.iso()));
  }
  form.prefill("from", period.from.iso());
  form.prefill("to", period.to.iso());
  page.section("期間を変える")
      .form(address, "この期間で見る", FormFields().input(form, from_field).input(form, to_field));
  if (!notice.lines.empty()) {
    const auto choices = choices_of(notice);
    page.section("「受診していない」という回答", "登録すると、受診の調査が始まります。")
        .form(address + "/answers", "回答を登録する",
              FormFields()
                  .hidden("answer_from", period.from.iso())
                  .hidden("answer_to", period.to.iso())
                  .select(form, claim_field, choices.choices())
                  .next_row()
                  .input(form, words_field));
  }
  add_consent(page, form, shown);
  desk::PageHead head;
  head.title = "医療費通知　" + notice.name;
  head.section = "/cost-notices";
  head.crumbs = {{"医療費通知", "/cost-notices"}};
  head.started = {&cost_notice_provide, &cost_notice_consent, &cost_notice_answer};
  return page.finish(std::move(head));
}

Result<Response> choose(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto form = visit.form();
  const auto from = form.month(from_field);
  const auto to = form.month(to_field);
  if (form.ok() && *to < *from) {
    form.note(to_field, {"終わりの月は始まりの月以後にしてください。",
                         "The last month is not before the first."});
  }
  if (form.ok()) {
    return desk::redirect(person_address(person) + period_query({*from, *to}));
  }
  return person_page(screens, visit, acting, period_asked(visit), std::move(form));
}

Result<Response> consent(const NoticeScreens& screens, const Visit& visit,
                         const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto form = visit.form();
  const bool agrees = form.sent("agrees") == "yes";
  const auto evidence = agrees ? form.text(evidence_field) : std::optional<std::string>("");
  if (form.ok()) {
    auto ledger = screens.ledger;
    KENPO_TRY(record_consent(ledger, acting, person, agrees ? Agrees::yes : Agrees::no,
                             *evidence));
    return visit.redirect_with(person_address(person), agrees ? "同意を記録しました。"
                                                              : "同意の撤回を記録しました。");
  }
  return person_page(screens, visit, acting, period_asked(visit), std::move(form));
}

Result<Response> answer(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto form = visit.form();
  const auto from = base::Month::parse(form.sent("answer_from"));
  const auto to = base::Month::parse(form.sent("answer_to"));
  if (!from || !to) return Visit::no_such_page();
  const auto claim = form.read<claim::ClaimId>(
      claim_field, [](const std::string& text) { return claim::ClaimId::parse(text); },
      {"選び直してください。", "Choose again."});
  const auto words = form.text(words_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    KENPO_TRY(record_answer(ledger, acting, person, *claim, *words));
    return visit.redirect_with("/visit-checks", "回答を登録し、調査を始めました。");
  }
  return person_page(screens, visit, acting, {*from, *to}, std::move(form));
}

Result<Response> paper(const NoticeScreens& screens, const Visit& visit, const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto ledger = screens.ledger;
  const auto notice = KENPO_TRY(provide_notice(ledger, acting, person, period_asked(visit)));
  auto printed = KENPO_TRY(print_notices({notice}, screens.sender, visit.now()));
  return visit.paper("医療費通知.pdf", std::move(printed));
}

Result<Response> data_file(const NoticeScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<PersonId>("person"));
  auto form = visit.form();
  const auto from = base::Month::parse(form.sent("data_from"));
  const auto to = base::Month::parse(form.sent("data_to"));
  if (!from || !to) return Visit::no_such_page();
  const Period period{*from, *to};
  const auto made = make_notice_data(screens.office, acting, person, period);
  if (!made.ok()) {
    form.note(made.faults());
    return person_page(screens, visit, acting, period, std::move(form));
  }
  KENPO_TRY(safeguard::propose_release(screens.office, screens.approvals, acting, made->id));
  return safeguard::export_made_page(
      visit, *made,
      {{"期間", base::era_month(period.from) + "〜" + base::era_month(period.to)}},
      {.title = "医療費通知のデータ",
       .section = "/cost-notices",
       .crumbs = {{"医療費通知", "/cost-notices"}, {"本人の通知", person_address(person)}}});
}

}  // namespace of_person_pages

void add_person_notice_routes(desk::Router& router, const NoticeScreens& screens) {
  using namespace of_person_pages;
  const std::string address = "/members/{person}/cost-notice";
  router.get_act<cost_notice_show>(address, [screens](const Visit& visit, const Acting& acting) {
    return person_page(screens, visit, acting, period_asked(visit), Form());
  });
  router.post_act<cost_notice_show>(address, [screens](const Visit& visit, const Acting& acting) {
    return choose(screens, visit, acting);
  });
  router.post_act<cost_notice_consent>(address + "/consent",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return consent(screens, visit, acting);
                                       });
  router.post_act<cost_notice_answer>(address + "/answers",
                                      [screens](const Visit& visit, const Acting& acting) {
                                        return answer(screens, visit, acting);
                                      });
  router.get_act<cost_notice_provide>(address + "/notice.pdf",
                                      [screens](const Visit& visit, const Acting& acting) {
                                        return paper(screens, visit, acting);
                                      });
  router.post_act<cost_notice_provide>(address + "/data-files",
                                       [screens](const Visit& visit, const Acting& acting) {
                                         return data_file(screens, visit, acting);
                                       });
}

}  // namespace kenpo::cost_notice
