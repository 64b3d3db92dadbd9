#include "premium/levy_page.h"

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "notice/policy.h"
#include "premium/difference_page.h"
#include "premium/levy_act.h"
#include "premium/levy_list_act.h"
#include "premium/levy_words_page.h"
#include "premium/payment_notice_act.h"
#include "premium/payment_notice_print.h"

namespace kenpo::premium {

namespace {

using base::Result;
using base::Yen;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using eligibility::Ledger;
using Holds = desk::Column::Holds;

std::string month_address(base::Month month) { return "/levies/" + month.iso(); }

std::string establishment_address(const PaymentNotice& notice) {
  return month_address(notice.month) + "/" + std::string(notice.establishment.id.text());
}

Yen earlier_total(const PaymentNotice& notice) {
  Yen total;
  for (const auto& earlier : notice.earlier) total += earlier.amount.total();
  return total;
}

Cell issue_cell(const PaymentNotice& notice) {
  if (notice.issued_at) return desk::chip_cell(desk::ChipKind::done, "告知済み");
  if (notice.total <= Yen()) return desk::chip_cell(desk::ChipKind::plain, "翌月以後に充当");
  return desk::chip_cell(desk::ChipKind::waiting, "告知前");
}

Result<Response> list_page(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto months = KENPO_TRY(list_levies(ledger, acting));
  std::vector<std::vector<Cell>> rows;
  for (const auto& month : months) {
    const auto name = base::era_month(month.run.month);
    rows.push_back({desk::link_cell(name, month_address(month.run.month)),
                    {month.run.finished_at.short_text()},
                    {desk::grouped(month.run.persons)},
                    desk::yen_cell(month.billed),
                    {desk::grouped(month.notices)}});
  }
  Data data;
  data.section("levies", desk::table("調定した月",
                                     {{"月"},
                                      {"調定した日時"},
                                      {"被保険者(人)", Holds::numbers},
                                      {"請求額(円)", Holds::numbers},
                                      {"納入告知(件)", Holds::numbers}},
                                     rows, desk::grouped(static_cast<std::int64_t>(rows.size())) +
                                               "か月"));
  desk::PageHead head;
  head.title = "保険料の調定";
  head.section = "/levies";
  return desk::page(visit, std::move(head), "levies_page", std::move(data));
}

Data notices_table(const std::vector<PaymentNotice>& notices) {
  std::vector<std::vector<Cell>> rows;
  Yen this_month;
  Yen earlier;
  Yen total;
  Yen last_month;
  for (const auto& notice : notices) {
    const auto address = establishment_address(notice);
    this_month += notice.this_month.total();
    earlier += earlier_total(notice);
    total += notice.total;
    last_month += notice.last_month;
    rows.push_back({{notice.establishment.symbol},
                    desk::link_cell(notice.establishment.name, address),
                    desk::yen_cell(notice.this_month.total()),
                    desk::yen_cell(earlier_total(notice)),
                    desk::yen_cell(notice.total),
                    {difference_words(notice.total - notice.last_month)},
                    {notice.due.iso()},
                    issue_cell(notice)});
  }
  if (rows.size() > 1) {
    rows.push_back({{""},
                    {"合計"},
                    desk::yen_cell(this_month),
                    desk::yen_cell(earlier),
                    desk::yen_cell(total),
                    {difference_words(total - last_month)},
                    {""},
                    {""}});
  }
  return desk::table("事業所ごとの請求額",
                     {{"記号"},
                      {"事業所"},
                      {"当月分(円)", Holds::numbers},
                      {"遡及分(円)", Holds::numbers},
                      {"請求額(円)", Holds::numbers},
                      {"前月との差(円)", Holds::numbers},
                      {"納期限"},
                      {"納入告知"}},
                     rows, desk::grouped(static_cast<std::int64_t>(notices.size())) + "事業所");
}

Result<Response> month_page(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto month = base::Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto notices = KENPO_TRY(list_payment_notices(ledger, acting, *month));
  std::vector<CauseLine> causes;
  for (const auto& notice : notices) {
    causes.insert(causes.end(), notice.causes.begin(), notice.causes.end());
  }
  Data data;
  data.section("notices", notices_table(notices)).section("causes", causes_table(causes));
  desk::PageHead head;
  head.title = "保険料の調定（" + base::era_month(*month) + "分）";
  head.section = "/levies";
  head.crumbs = {{"保険料の調定", "/levies"}};
  return desk::page(visit, std::move(head), "levy_month_page", std::move(data));
}

std::vector<Cell> billed_row(std::string words, const Billed& billed) {
  return {{std::move(words)},
          desk::yen_cell(billed.basic),
          desk::yen_cell(billed.specific),
          desk::yen_cell(billed.adjustment),
          desk::yen_cell(billed.care),
          desk::yen_cell(billed.child),
          desk::yen_cell(billed.total())};
}

Data billed_table(const PaymentNotice& notice) {
  std::vector<std::vector<Cell>> rows{
      billed_row(base::era_month(notice.month) + "分（当月分）", notice.this_month)};
  Billed all = notice.this_month;
  for (const auto& earlier : notice.earlier) {
    rows.push_back(billed_row(base::era_month(earlier.month) + "分（遡及分）", earlier.amount));
    all += earlier.amount;
  }
  rows.push_back(billed_row("合計", all));
  return desk::table("請求額の内訳",
                     {{"月"},
                      {"基本保険料(円)", Holds::numbers},
                      {"特定保険料(円)", Holds::numbers},
                      {"調整保険料(円)", Holds::numbers},
                      {"介護保険料(円)", Holds::numbers},
                      {"支援金(円)", Holds::numbers},
                      {"合計(円)", Holds::numbers}},
                     rows);
}

/// The notice that the address names.
Result<PaymentNotice> notice_of_address(Ledger ledger, const Visit& visit,
                                        const notice::Acting& acting) {
  const auto establishment = KENPO_TRY(visit.id<base::EstablishmentId>("establishment"));
  const auto month = base::Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  return show_payment_notice(ledger, acting, establishment, *month);
}

/// The notice holds no personal data, so every handler may look at it; to send it out is the work
/// of those who collect the premiums.
notice::Ruling may_issue(const notice::Gate& gate, const Visit& visit) {
  return gate.ruling(premium_levy, visit.staff());
}

bool is_open_to_issue(const notice::Gate& gate, const Visit& visit, const PaymentNotice& notice) {
  return notice.released && !notice.issued_at && Yen() < notice.total &&
         may_issue(gate, visit).refusal == notice::Refusal::none;
}

Result<Response> establishment_page(const desk::Router& router, Ledger ledger, const Visit& visit,
                                    const notice::Acting& acting) {
  const auto notice = KENPO_TRY(notice_of_address(ledger, visit, acting));
  const auto address = establishment_address(notice);
  const bool issuable = is_open_to_issue(ledger.gate, visit, notice);
  const auto issue = issue_cell(notice);
  Data data;
  data.section("facts",
               desk::description_list(
                   {{"請求額", notice.total.grouped() + "円"},
                    {"前月の請求額", notice.last_month.grouped() + "円"},
                    {"前月との差", difference_words(notice.total - notice.last_month) + "円"},
                    {"納期限", notice.due.iso()},
                    {"告知した日時",
                     notice.issued_at ? notice.issued_at->short_text() : "告知していません"}}))
      .section("state", desk::chip(issue.kind, issue.words))
      .section("billed", billed_table(notice))
      .section("causes", causes_table(notice.causes))
      .when("payable", Yen() < notice.total)
      .when("unreleased", !notice.released && !notice.issued_at)
      .text("closing_address", "/closings/" + notice.month.iso())
      .text("pdf_address", address + "/notice.pdf")
      .text("form_token", visit.form_token())
      .text_if_any("issue_address", issuable ? address + "/issuance" : std::string())
      .text_if_any("differences_address",
                   eligibility::open_address(router, visit, address + "/differences"));
  desk::PageHead head;
  head.title = notice.establishment.name + "（" + base::era_month(notice.month) + "分）";
  head.section = "/levies";
  head.crumbs = {{"保険料の調定", "/levies"},
                 {base::era_month(notice.month), month_address(notice.month)}};
  if (issuable) head.submit_label = "納入を告知する";
  return desk::page(visit, std::move(head), "levy_establishment_page", std::move(data));
}

Result<Response> notice_pdf(Ledger ledger, const NoticeSender& sender, const Visit& visit,
                            const notice::Acting& acting) {
  const auto notice = KENPO_TRY(notice_of_address(ledger, visit, acting));
  auto printed = KENPO_TRY(print_payment_notice(notice, sender));
  return visit.paper("納入告知書-" + notice.month.iso() + "-" + notice.establishment.symbol + ".pdf",
                     std::move(printed));
}

/// A notice that goes out: its own noun, made once.
Result<Response> issue(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto ruling = may_issue(ledger.gate, visit);
  if (ruling.refusal != notice::Refusal::none) return notice::refusal_fault(ruling);
  const auto establishment = KENPO_TRY(visit.id<base::EstablishmentId>("establishment"));
  const auto month = base::Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto notice = KENPO_TRY(issue_payment_notice(ledger, acting, establishment, *month));
  return visit.redirect_with(establishment_address(notice),
                             "納入を告知しました。納期限は " + notice.due.iso() + " です。");
}

}  // namespace

void add_levy_routes(desk::Router& router, const Ledger& ledger, const NoticeSender& sender) {
  router.menu<levy_list>(desk::MenuGroup::work, "/levies", "保険料");
  router.get_act<levy_list>("/levies",
                            [ledger](const Visit& visit, const notice::Acting& acting) {
                              return list_page(ledger, visit, acting);
                            });
  router.get_act<payment_notice_show>(
      "/levies/{month}", [ledger](const Visit& visit, const notice::Acting& acting) {
        return month_page(ledger, visit, acting);
      });
  router.get_act<payment_notice_show>(
      "/levies/{month}/{establishment}",
      [&router, ledger](const Visit& visit, const notice::Acting& acting) {
        return establishment_page(router, ledger, visit, acting);
      });
  router.post_act<payment_notice_issue>(
      "/levies/{month}/{establishment}/issuance",
      [ledger](const Visit& visit, const notice::Acting& acting) {
        return issue(ledger, visit, acting);
      });
  add_difference_routes(router, ledger);
  router.get_act<payment_notice_show>(
      "/levies/{month}/{establishment}/notice.pdf",
      [ledger, sender](const Visit& visit, const notice::Acting& acting) {
        return notice_pdf(ledger, sender, visit, acting);
      });
}

}  // namespace kenpo::premium
