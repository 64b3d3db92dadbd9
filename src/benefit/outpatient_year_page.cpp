// `/outpatient-years`: the yearly sums of outpatient care, one person's year, certificates.
#include "base/era.h"
#include "benefit/benefit_page.h"
#include "benefit/outpatient_year_act.h"
#include "desk/components.h"
#include "desk/visit.h"

#include "collection/layout_page.h"
#include "desk/section_page.h"

namespace kenpo::benefit {

namespace of_year_pages {

using base::Month;
using base::Result;
using collection::yen_words;
using desk::Cell;
using desk::Form;
using desk::FormFields;
using desk::Response;
using desk::Visit;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr int months_of_a_period = 12;

constexpr desk::Field insurer_field{.name = "insurer",
                                    .label = "証明書を出した保険者",
                                    .length_limit = other_insurer_characters_limit};
constexpr desk::Field amount_field{.name = "amount",
                                   .label = "自己負担額(円)",
                                   .support = "証明書の合計の額です。",
                                   .length_limit = 10,
                                   .mode = "numeric"};

constexpr desk::Field base_insurer_field{.name = "base_insurer",
                                         .label = "基準日の保険者",
                                         .length_limit = other_insurer_characters_limit};
constexpr desk::Field base_class_field{.name = "class", .label = "基準日の区分"};
constexpr desk::Field total_field{.name = "total",
                                  .label = "自己負担額の合計(円)",
                                  .support = "当組合の分を含む、すべての保険者の合計です。",
                                  .length_limit = 10,
                                  .mode = "numeric"};

constexpr desk::Field why_field{.name = "no_insurance_reason",
                                .label = "医療保険に加入していない理由"};
constexpr desk::Field why_evidence_field{.name = "evidence",
                                         .label = "根拠",
                                         .support = "例：死亡の届 令和8年5月20日受付",
                                         .length_limit = other_insurer_characters_limit};

const std::vector<desk::Choice>& why_choices() {
  static const std::vector<desk::Choice> choices = [] {
    std::vector<desk::Choice> made;
    for (const auto why : {NoInsurance::died, NoInsurance::public_assistance, NoInsurance::abroad,
                           NoInsurance::other}) {
      made.emplace_back(std::to_string(static_cast<int>(why)), wording(why));
    }
    return made;
  }();
  return choices;
}

/// The classes with a yearly limit.
std::vector<desk::Choice> base_class_choices() {
  std::vector<desk::Choice> choices;
  for (const auto of : {certificate::LimitClass::ordinary, certificate::LimitClass::low_2,
                        certificate::LimitClass::low_1}) {
    choices.emplace_back(certificate::name(of), certificate::label(of));
  }
  return choices;
}
certificate::LimitClass class_named(std::string_view name) {
  if (name == certificate::name(certificate::LimitClass::low_2)) {
    return certificate::LimitClass::low_2;
  }
  return name == certificate::name(certificate::LimitClass::low_1)
             ? certificate::LimitClass::low_1
             : certificate::LimitClass::ordinary;
}

std::string_view wording(OnBaseDay stands) {
  return stands == OnBaseDay::member ? "加入" : "加入していない";
}

std::string period_words(Month last) {
  return base::era_month(last.plus(-months_before_last)) + "から" + base::era_month(last) + "まで";
}
std::string year_address(const base::PersonId& person, Month last) {
  return "/outpatient-years/" + std::string(person.text()) + "/" + last.iso();
}
std::string list_address(Month last) { return "/outpatient-years?year=" + last.iso(); }

desk::Data years_table(const OutpatientYearList& list) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& line : list.lines) {
    const auto& year = line.year;
    rows.push_back({desk::link_cell(line.name.empty() ? "氏名の記録なし" : line.name,
                                    year_address(year.person, year.last)),
                    {year.base_day.iso() + " " + std::string(wording(line.stands))},
                    {std::string(certificate::label(year.of))},
                    desk::yen_cell(year.ours),
                    desk::yen_cell(year.others),
                    desk::yen_cell(year.benefit),
                    {year.doubts == 0 ? "" : std::to_string(words_of(year.doubts).size()) + "件"}});
  }
  return desk::table("外来年間合算（受診した人ごと）",
                     {{"受診した人"},
                      {"基準日"},
                      {"基準日の区分"},
                      {"当組合の分(円)", Holds::numbers},
                      {"他の保険者の分(円)", Holds::numbers},
                      {"支給額(円)", Holds::numbers},
                      {"確認すること"}},
                     rows, desk::grouped(list.count) + "人");
}

Result<Response> list_page(const BenefitScreens& screens, const Visit& visit,
                           const Acting& acting) {
  auto ledger = screens.ledger;
  const auto newest = KENPO_TRY(ended_year(visit.now().day()));
  const auto last = Month::parse(visit.query("year")).value_or(newest);
  const auto number = visit.page_number();
  const auto slice = collection::slice_of(number);
  const auto list =
      KENPO_TRY(list_outpatient_years(ledger, acting, last, slice.skipped, slice.count));
  auto page = benefit_page(visit);
  page.lead(
      "70歳から74歳までの人の、8月から翌年7月までの外来の負担を合計します"
      "（健康保険法施行令41条の2）。月ごとの高額療養費と付加給付を差し引いた額が年間の限度額を"
      "超えると、超えた額が支給の案になります。案は、受診した人の画面で決裁します。基準日（7月31日）の"
      "前に資格を失った人は、基準日の保険者の通知が届いたら、その人の画面に登録します。亡くなった人や、"
      "その後どの医療保険にも加入していない人は、資格を失った日の前日が基準日です。");
  page.section(period_words(last))
      .facts({{"支給額の合計", yen_words(list.benefit)}})
      .link("前の計算期間", list_address(last.plus(-months_of_a_period)))
      .link("次の計算期間", list_address(last.plus(months_of_a_period)))
      .table(years_table(list))
      .pager(number, list.count, collection::rows_of_a_page, list_address(last));
  page.section("いま計算する", "終わった計算期間を計算します。変わったものだけが新しくなります。")
      .form("/outpatient-years", "計算する", FormFields().hidden("year", last.iso()));
  desk::PageHead head;
  head.title = "外来年間合算";
  head.section = "/high-cost";
  head.crumbs = {{"高額療養費・付加給付", "/high-cost"}};
  head.started = {&outpatient_year_compute};
  return page.finish(std::move(head));
}

Result<Response> compute(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  auto ledger = screens.ledger;
  const auto last = Month::parse(visit.form().sent("year"));
  if (!last) return Visit::no_such_page();
  const auto done = KENPO_TRY(keep_outpatient_years(ledger, acting, *last));
  return visit.redirect_with(list_address(*last),
                             "計算しました。" + desk::grouped(done.people) + "人、変わったもの " +
                                 desk::grouped(done.changed) + "人、新しい案 " +
                                 desk::grouped(done.proposed) + "件。");
}

desk::Data months_table(const OutpatientYear& year) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : year.months) {
    rows.push_back(
        {desk::link_cell(base::era_month(each.month), household_address(year.insured, each.month)),
         desk::yen_cell(each.left)});
  }
  return desk::table("月ごとの外来の負担（給付を除いた額）",
                     {{"診療月"}, {"負担(円)", Holds::numbers}}, rows);
}

desk::Data certificates_table(const std::vector<BurdenCertificate>& certificates) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : certificates) {
    rows.push_back({{each.insurer}, desk::yen_cell(each.amount), {each.entered_at.short_text()}});
  }
  return desk::table("他の保険者の自己負担額証明書",
                     {{"保険者"}, {"自己負担額(円)", Holds::numbers}, {"登録の日時"}}, rows);
}

void add_certificates(desk::SectionPage& page, const Form& form, const OutpatientYearView& shown) {
  page.section("他の保険者の証明書",
               "計算期間の途中で当組合に加入した人は、前の保険者の自己負担額証明書で合算します。"
               "支給額は、負担の割合で当組合の分になります。")
      .table(certificates_table(shown.certificates))
      .form(year_address(shown.year.person, shown.year.last) + "/certificates", "証明書を登録する",
            FormFields().input(form, insurer_field).input(form, amount_field));
}

void add_base_day_notice(desk::SectionPage& page, const Form& form,
                         const OutpatientYearView& shown) {
  page.section("基準日の保険者の通知",
               "基準日(7月31日)に当組合の加入者ではありません。本人には自己負担額証明書を渡します。"
               "基準日の保険者が合計を知らせてきたら登録します。年間の限度額を超えた額のうち、"
               "負担の割合で当組合の分が支給の案になります。登録し直すと、前の通知に代わります。");
  if (shown.told) {
    page.facts({{"基準日の保険者", shown.told->insurer},
                {"基準日の区分", std::string(certificate::label(shown.told->of))},
                {"自己負担額の合計", yen_words(shown.told->total)},
                {"登録の日時", shown.told->entered_at.short_text()}});
  }
  const auto address = year_address(shown.year.person, shown.year.last);
  page.form(address + "/base-day-notice", "通知を登録する",
            FormFields()
                .input(form, base_insurer_field)
                .select(form, base_class_field, base_class_choices())
                .input(form, total_field));
  page.section("その後どの医療保険にも加入していないとき",
               "亡くなった、生活保護を受けた、国外に移ったなどで、計算期間の終わりまでどの医療保険にも"
               "加入しなかった人は、資格を失った日の前日が基準日です。登録すると、当組合が合計して"
               "支給の案を作ります。")
      .form(address + "/no-insurance", "登録する",
            FormFields().select(form, why_field, why_choices()).input(form, why_evidence_field));
}

/// What was entered about somebody who is insured nowhere.
void add_no_insurance(desk::SectionPage& page, const OutpatientYearView& shown) {
  page.section("その後どの医療保険にも加入していない人です",
               "ほかの医療保険に加入していたと分かったら、登録を取り消します。")
      .facts({{"理由", std::string(wording(shown.no_insurance->why))},
              {"根拠", shown.no_insurance->evidence},
              {"登録の日時", shown.no_insurance->entered_at.short_text()}})
      .form(year_address(shown.year.person, shown.year.last) + "/no-insurance/end",
            "登録を取り消す", FormFields());
}

Result<Response> year_page(const BenefitScreens& screens, const Visit& visit, const Acting& acting,
                           const Form& form) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto last = Month::parse(visit.path_value("year"));
  if (!last) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto found = KENPO_TRY(show_outpatient_year(ledger, acting, person, *last));
  if (!found) return Visit::no_such_page();
  const auto& year = found->year;
  auto page = benefit_page(visit);
  page.faults(form);
  for (const auto& words : words_of(year.doubts)) {
    page.notification(desk::NotificationKind::warning, words);
  }
  page.section(period_words(*last))
      .facts({{"基準日", year.base_day.iso()},
              {"基準日の区分", std::string(certificate::label(year.of))},
              {"当組合の分", yen_words(year.ours)},
              {"他の保険者の分", yen_words(year.others)},
              {"支給額", yen_words(year.benefit)}})
      .link("自己負担額証明書(PDF)", year_address(person, *last) + "/certificate.pdf");
  bool first = true;
  for (auto at = found->awards.rbegin(); at != found->awards.rend(); ++at) {
    const bool open = at->state() == AwardState::proposed && first;
    add_award(screens, page, form, *at, open);
    if (open) first = false;
  }
  page.section("月ごとの負担").table(months_table(year));
  page.section("計算の理由");
  for (const auto& part : found->basis) {
    std::vector<std::vector<Cell>> rows;
    for (const auto& line : part.lines) {
      rows.push_back({{line.step_ja}, {line.fact_ja}, {line.article}, {line.figure}});
    }
    page.table(desk::table(part.heading,
                           {{"計算の段階"}, {"結果", Holds::numbers}, {"根拠"}, {"法の値"}}, rows));
  }
  if (found->stands == OnBaseDay::member) {
    add_certificates(page, form, *found);
  } else {
    add_base_day_notice(page, form, *found);
  }
  if (found->no_insurance) add_no_insurance(page, *found);
  desk::PageHead head;
  head.title =
      (found->name.empty() ? std::string("氏名の記録なし") : found->name) + "　外来年間合算";
  head.section = "/high-cost";
  head.crumbs = {{"高額療養費・付加給付", "/high-cost"}, {"外来年間合算", list_address(*last)}};
  head.started = {&high_cost_decide, &burden_certificate_enter, &base_day_notice_enter,
                  &no_insurance_enter, &burden_certificate_print};
  return page.finish(std::move(head));
}

Result<Response> enter(const BenefitScreens& screens, const Visit& visit, const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto last = Month::parse(visit.path_value("year"));
  if (!last) return Visit::no_such_page();
  auto form = visit.form();
  const auto insurer = form.text(insurer_field);
  const auto amount = form.yen(amount_field, 0, burden_certificate_limit_yen);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = enter_burden_certificate(
        ledger, acting, {.person = person, .last = *last, .insurer = *insurer, .amount = *amount});
    if (done.ok()) {
      return visit.redirect_with(year_address(person, *last), "証明書を登録し、計算し直しました。");
    }
    form.note(done.faults());
  }
  return year_page(screens, visit, acting, form);
}

Result<Response> enter_notice(const BenefitScreens& screens, const Visit& visit,
                              const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto last = Month::parse(visit.path_value("year"));
  if (!last) return Visit::no_such_page();
  auto form = visit.form();
  const auto insurer = form.text(base_insurer_field);
  const auto of = form.choice(base_class_field, base_class_choices());
  const auto total = form.yen(total_field, 0, burden_certificate_limit_yen);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done = enter_base_day_notice(ledger, acting,
                                            {.person = person,
                                             .last = *last,
                                             .insurer = *insurer,
                                             .of = class_named(*of),
                                             .total = *total});
    if (done.ok()) {
      return visit.redirect_with(year_address(person, *last), "通知を登録し、計算し直しました。");
    }
    form.note(done.faults());
  }
  return year_page(screens, visit, acting, form);
}

Result<Response> enter_fact(const BenefitScreens& screens, const Visit& visit,
                            const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto last = Month::parse(visit.path_value("year"));
  if (!last) return Visit::no_such_page();
  auto form = visit.form();
  const auto why = form.choice(why_field, why_choices());
  const auto evidence = form.text(why_evidence_field);
  if (form.ok()) {
    auto ledger = screens.ledger;
    const auto done =
        enter_no_insurance(ledger, acting,
                           {.person = person,
                            .last = *last,
                            .why = static_cast<NoInsurance>(why->front() - '0'),
                            .evidence = *evidence});
    if (done.ok()) {
      return visit.redirect_with(year_address(person, *last), "登録し、計算し直しました。");
    }
    form.note(done.faults());
  }
  return year_page(screens, visit, acting, form);
}

Result<Response> end_fact(const BenefitScreens& screens, const Visit& visit,
                          const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto last = Month::parse(visit.path_value("year"));
  if (!last) return Visit::no_such_page();
  auto ledger = screens.ledger;
  KENPO_TRY(take_back_no_insurance(ledger, acting, person, *last));
  return visit.redirect_with(year_address(person, *last), "登録を取り消し、計算し直しました。");
}

Result<Response> certificate_file(const BenefitScreens& screens, const Visit& visit,
                                  const Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto last = Month::parse(visit.path_value("year"));
  if (!last) return Visit::no_such_page();
  auto ledger = screens.ledger;
  const auto burden = KENPO_TRY(own_burden(ledger, acting, person, *last));
  auto printed = KENPO_TRY(print_burden_certificate(burden, screens.sender, visit.now()));
  return visit.paper("自己負担額証明書.pdf", std::move(printed));
}

}  // namespace of_year_pages

void add_outpatient_year_routes(desk::Router& router, const BenefitScreens& screens) {
  using namespace of_year_pages;
  const auto with = [screens](auto handler) {
    return [screens, handler](const Visit& visit, const Acting& acting) {
      return handler(screens, visit, acting);
    };
  };
  const std::string year = "/outpatient-years/{person}/{year}";
  router.get_act<outpatient_year_list>("/outpatient-years", with(list_page));
  router.post_act<outpatient_year_compute>("/outpatient-years", with(compute));
  router.get_act<outpatient_year_show>(year, [screens](const Visit& visit, const Acting& acting) {
    return year_page(screens, visit, acting, Form());
  });
  router.post_act<burden_certificate_enter>(year + "/certificates", with(enter));
  router.post_act<base_day_notice_enter>(year + "/base-day-notice", with(enter_notice));
  router.post_act<no_insurance_enter>(year + "/no-insurance", with(enter_fact));
  router.post_act<no_insurance_enter>(year + "/no-insurance/end", with(end_fact));
  router.get_act<burden_certificate_print>(year + "/certificate.pdf", with(certificate_file));
}

}  // namespace kenpo::benefit
