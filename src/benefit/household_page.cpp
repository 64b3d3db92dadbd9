// `/high-cost/{insured}/{month}`: one household's calculation line by line, its awards with their
// decisions, the letter.
#include <algorithm>

#include "base/era.h"
#include "benefit/award_print.h"
#include "benefit/benefit_page.h"
#include "desk/components.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"

#include "collection/layout_page.h"
#include "desk/section_page.h"

namespace kenpo::benefit {

namespace of_household_pages {

using base::Result;
using base::Yen;
using collection::yen_words;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::SectionPage;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr desk::Field reason_field{.name = "reason",
                                   .label = "見送る理由",
                                   .support = "例：窓口での精算が済んでいるため",
                                   .length_limit = refusal_characters_limit};

std::string award_address(const AwardId& id) {
  return "/high-cost-awards/" + std::string(id.text());
}

std::string name_in(const HouseholdView& view, const base::PersonId& person) {
  const auto found = std::ranges::find(view.people, person, &NamedPerson::person);
  return found == view.people.end() || found->name.empty() ? "氏名の記録なし" : found->name;
}

/// The name leads to the person's 療養費, which are entered there.
Cell name_cell(const HouseholdView& view, const base::PersonId& person) {
  return desk::link_cell(name_in(view, person),
                         "/members/" + std::string(person.text()) + "/medical-expenses");
}

desk::Data units_table(const HouseholdView& view) {
  std::vector<std::vector<Cell>> rows;
  int number = 0;
  for (const auto& each : view.history.front().units) {
    const auto& unit = each.unit;
    rows.push_back({{std::to_string(++number)},
                    name_cell(view, each.person),
                    {each.institution_name},
                    {unit.setting == Setting::inpatient ? "入院" : "外来"},
                    {(unit.care == Care::medical_expense ? "療養費 " : "") +
                     std::to_string(each.receipts)},
                    desk::yen_cell(unit.cost),
                    desk::yen_cell(unit.share),
                    desk::yen_cell(unit.in_kind),
                    desk::yen_cell(unit.burden),
                    desk::yen_cell(unit.paid)});
  }
  return desk::table("計算の単位（人・医療機関・入院外来ごと）",
                     {{"単位"},
                      {"受診した人"},
                      {"医療機関"},
                      {"入外"},
                      {"レセプト・療養費", Holds::numbers},
                      {"医療費(円)", Holds::numbers},
                      {"一部負担金(円)", Holds::numbers},
                      {"現物給付(円)", Holds::numbers},
                      {"自己負担(円)", Holds::numbers},
                      {"支払った額(円)", Holds::numbers}},
                     rows, std::to_string(rows.size()) + "件");
}

desk::Data basis_table(const BasisPart& part) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : part.lines) {
    rows.push_back({{line.step_ja}, {line.fact_ja}, {line.article}, {line.figure}});
  }
  return desk::table(part.heading,
                     {{"計算の段階"}, {"結果", Holds::numbers}, {"根拠"}, {"法の値"}}, rows);
}

desk::Data history_table(const HouseholdView& view) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& result : view.history) {
    rows.push_back({{result.computed_at.short_text()},
                    {std::string(wording(result.cause))},
                    {std::string(certificate::label(result.of))},
                    {result.frequent == Frequent::yes ? "該当" : ""},
                    desk::yen_cell(result.benefit.in_kind),
                    desk::yen_cell(result.benefit.high_cost),
                    desk::yen_cell(result.benefit.addition())});
  }
  return desk::table("計算の経過（新しい順）",
                     {{"計算の日時"},
                      {"きっかけ"},
                      {"区分"},
                      {"多数回"},
                      {"現物給付(円)", Holds::numbers},
                      {"高額療養費(円)", Holds::numbers},
                      {"付加給付(円)", Holds::numbers}},
                     rows, std::to_string(rows.size()) + "回");
}

std::string event_words(const BenefitScreens& screens, const Award& award) {
  std::string words;
  for (const auto& event : award.events) {
    if (!words.empty()) words += "、";
    words += event.on.iso();
    if (event.by) words += " " + screens.staff_name(*event.by);
    if (!event.reason.empty()) words += "「" + event.reason + "」";
  }
  return words;
}

void add_doubts(SectionPage& page, const HighCostResult& result) {
  for (const auto& words : words_of(result.doubts)) {
    page.notification(desk::NotificationKind::warning, words);
  }
}

Result<Response> household_page(const BenefitScreens& screens, const Visit& visit,
                                const Acting& acting, const base::PersonId& insured,
                                base::Month month, const Form& form) {
  auto ledger = screens.ledger;
  const auto found = KENPO_TRY(show_household(ledger, acting, insured, month));
  if (!found) return Visit::no_such_page();
  const auto& latest = found->history.front();
  auto page = benefit_page(visit);
  page.faults(form).lead("法令と規約の段階を、使った値とともに順に示します。"
                         "額は、いまの台帳とレセプトによるものです。");
  add_doubts(page, latest);
  page.section(base::era_month(month) + "診療分")
      .facts({{"記号・番号",
               eligibility::masked_insured_number(found->insured.symbol, found->insured.number)},
              {"世帯の区分", std::string(certificate::label(latest.of))},
              {"多数回該当", latest.frequent == Frequent::yes ? "該当" : "該当しない"},
              {"窓口での現物給付", yen_words(latest.benefit.in_kind)},
              {"高額療養費（現金）", yen_words(latest.benefit.high_cost)},
              {"付加給付", yen_words(latest.benefit.addition())},
              {"請求できる最後の日（時効）", found->claimable.to.iso()}});
  bool first = true;
  for (auto at = found->awards.rbegin(); at != found->awards.rend(); ++at) {
    const bool open = at->state() == AwardState::proposed && first;
    add_award(screens, page, form, *at, open);
    if (open) first = false;
  }
  page.section("計算の単位").table(units_table(*found));
  page.section("計算の理由");
  for (const auto& part : found->basis) page.table(basis_table(part));
  page.section("計算の経過")
      .table(history_table(*found))
      .form("/high-cost/" + std::string(insured.text()) + "/" + month.iso(), "計算し直す",
            FormFields());
  desk::PageHead head;
  head.title = (found->insured.name.empty() ? std::string("氏名の記録なし") : found->insured.name) +
               "　" + base::era_month(month) + "診療分";
  head.section = "/high-cost";
  head.crumbs = {{"高額療養費・付加給付", "/high-cost?month=" + month.iso()}};
  head.started = {&high_cost_compute, &high_cost_decide, &high_cost_letter};
  return page.finish(std::move(head));
}

Result<Response> show(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  const auto insured = KENPO_TRY(visit.id<base::PersonId>("insured"));
  const auto month = base::Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  return household_page(screens, visit, acting, insured, *month, Form());
}

Result<Response> recompute(const BenefitScreens& screens, const Visit& visit,
                           const Acting& acting) {
  const auto insured = KENPO_TRY(visit.id<base::PersonId>("insured"));
  const auto month = base::Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto done = KENPO_TRY(recompute_high_cost(ledger, acting, insured, *month));
  return visit.redirect_with(household_address(insured, *month),
                             done.changed == 0 ? "計算し直しました。結果は変わりません。"
                                               : "計算し直しました。結果が変わりました。");
}

Result<Response> decide(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<AwardId>("award"));
  auto ledger = screens.ledger;
  const auto award = KENPO_TRY(decide_award(ledger, acting, id));
  return visit.redirect_with(award_place(award),
                             yen_words(award.amounts.total()) + "を決定しました。");
}

Result<Response> refuse(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<AwardId>("award"));
  auto form = visit.form();
  auto ledger = screens.ledger;
  const auto reason = form.text(reason_field);
  if (form.ok()) {
    const auto award = KENPO_TRY(refuse_award(ledger, acting, id, *reason));
    return visit.redirect_with(award_place(award), "案を見送りました。");
  }
  const auto place = KENPO_TRY(place_of_award(ledger, acting, id));
  // A year has a page of each person: the fault itself is the answer.
  if (place.kind == AwardKind::outpatient_year) {
    KENPO_TRY(refuse_award(ledger, acting, id, {}));
  }
  return household_page(screens, visit, acting, place.insured, place.month, form);
}

Result<Response> letter(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  const auto id = KENPO_TRY(visit.id<AwardId>("award"));
  auto ledger = screens.ledger;
  const auto letter = KENPO_TRY(award_letter(ledger, acting, id));
  auto printed = KENPO_TRY(print_award_letter(letter, screens.sender, letter.award.made_at));
  return visit.paper("支給決定通知書.pdf", std::move(printed));
}

}  // namespace of_household_pages

using desk::Form;

std::string award_place(const Award& award) {
  return award.kind == AwardKind::month ? household_address(award.insured, award.month)
                                        : "/outpatient-years?year=" + award.month.iso();
}

void add_award(const BenefitScreens& screens, desk::SectionPage& page, const Form& form,
               const Award& award, bool may_refuse) {
  using namespace of_household_pages;
  const auto& amounts = award.amounts;
  const auto state = award.state();
  page.section((amounts.total() < Yen() ? "返還の" : "支給の") + std::string(wording(state)) +
               "　" + yen_words(amounts.total()));
  page.facts({{"高額療養費", yen_words(amounts.high_cost)},
              {"一部負担還元金", yen_words(amounts.insured_addition)},
              {"家族療養付加金", yen_words(amounts.family_addition)},
              {"合算高額療養費付加金", yen_words(amounts.combined_addition)},
              {"訪問看護療養費付加金", yen_words(amounts.nursing_addition)},
              {"外来年間合算の高額療養費", yen_words(amounts.outpatient_year)},
              {"案を作った日時", award.made_at.short_text()},
              {"経過", event_words(screens, award)}});
  if (award.counts()) {
    page.link("支給決定通知書(PDF)", award_address(award.id) + "/letter.pdf")
        .link("支払先", "/benefit-accounts/" + std::string(award.insured.text()));
  }
  if (state != AwardState::proposed) return;
  page.form(award_address(award.id) + "/decision",
            amounts.total() < Yen() ? "返還を決定する" : "支給を決定する", desk::FormFields());
  if (may_refuse) {
    page.section("案を見送る", "支給しないときに、理由を記録します。同じ額の案は再び作りません。")
        .form(award_address(award.id) + "/refusal", "見送る", FormFields().input(form, reason_field));
  }
}

void add_household_routes(desk::Router& router, const BenefitScreens& screens) {
  using namespace of_household_pages;
  const std::string household = "/high-cost/{insured}/{month}";
  const std::string award = "/high-cost-awards/{award}";
  router.get_act<high_cost_show>(household, [screens](const Visit& visit, const Acting& acting) {
    return show(screens, visit, acting);
  });
  router.post_act<high_cost_compute>(household,
                                     [screens](const Visit& visit, const Acting& acting) {
                                       return recompute(screens, visit, acting);
                                     });
  router.post_act<high_cost_decide>(award + "/decision",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return decide(screens, visit, acting);
                                    });
  router.post_act<high_cost_decide>(award + "/refusal",
                                    [screens](const Visit& visit, const Acting& acting) {
                                      return refuse(screens, visit, acting);
                                    });
  router.get_act<high_cost_letter>(award + "/letter.pdf",
                                   [screens](const Visit& visit, const Acting& acting) {
                                     return letter(screens, visit, acting);
                                   });
}

}  // namespace kenpo::benefit
