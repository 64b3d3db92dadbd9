#include "premium/premium_page.h"

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "eligibility/protection.h"
#include "premium/explain_premium_act.h"
#include "premium/levy_words_page.h"
#include "premium/society_rate_page.h"
#include "remuneration/basis_page.h"

namespace kenpo::premium {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using eligibility::EstablishmentNames;
using Holds = desk::Column::Holds;

std::vector<Cell> owed_row(const char* kind, const Owed& owed) {
  return {{kind},
          desk::yen_cell(owed.standard),
          {owed.care == Care::charged ? "あり" : "なし"},
          desk::yen_cell(owed.total),
          desk::yen_cell(owed.insured),
          desk::yen_cell(owed.total - owed.insured)};
}

Data owed_table(const OwedMonth& owed) {
  std::vector<std::vector<Cell>> rows;
  if (owed.monthly) rows.push_back(owed_row("報酬", *owed.monthly));
  if (owed.bonus) rows.push_back(owed_row("賞与", *owed.bonus));
  return desk::table("保険料",
                     {{"対象"},
                      {"標準額(円)", Holds::numbers},
                      {"介護保険料"},
                      {"合計(円)", Holds::numbers},
                      {"被保険者負担(円)", Holds::numbers},
                      {"事業主負担(円)", Holds::numbers}},
                     rows);
}

std::vector<Data> period_rows(const ExplainedPremium& found, const EstablishmentNames& names) {
  std::vector<Data> rows;
  for (const auto& period : found.periods) {
    Data row;
    const bool sheltered = period.insured.sheltered == eligibility::Sheltered::yes;
    row.text("establishment",
             sheltered ? eligibility::sheltered_words : names.name(period.establishment))
        .text("insured", eligibility::insured_words(period.insured))
        .when("charged", period.owed.monthly || period.owed.bonus)
        .when("without_standard", period.owed.without_standard)
        .when("divided", period.owed.monthly && period.owed.monthly->ratio)
        .section("owed", owed_table(period.owed))
        .list("basis", remuneration::basis_rows(period.lines));
    rows.push_back(std::move(row));
  }
  return rows;
}

Data postings_table(const ExplainedPremium& found) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& posting : found.postings) {
    rows.push_back({{posting.posted_at.short_text()},
                    {posting.billed.iso()},
                    {posting.kind == PremiumKind::monthly ? "報酬" : "賞与"},
                    {cause_words(posting.causes)},
                    desk::yen_cell(posting.total),
                    desk::yen_cell(posting.insured)});
  }
  return desk::table("調定の記録",
                     {{"調定した日時"},
                      {"請求した月"},
                      {"対象"},
                      {"前月と違う理由"},
                      {"保険料(円)", Holds::numbers},
                      {"うち被保険者負担(円)", Holds::numbers}},
                     rows);
}

Result<Response> premium_page(const desk::Router& router, eligibility::Ledger ledger,
                              const Visit& visit, const notice::Acting& acting) {
  const auto person = KENPO_TRY(visit.id<base::PersonId>("person"));
  const auto month = base::Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto found = KENPO_TRY(explain_premium(ledger, acting, person, *month));
  const auto names = KENPO_TRY(EstablishmentNames::of(ledger, acting));
  const std::string id(person.text());
  const auto member = eligibility::open_address(router, visit, "/members/" + id);
  Data data;
  data.text("month", base::era_month(*month))
      .text_if_any("member_address", member)
      .list("periods", period_rows(found, names))
      .section("postings", postings_table(found));
  desk::PageHead head;
  head.title = "保険料の計算（" + base::era_month(*month) + "分）";
  head.section = "/members";
  head.crumbs = {{"加入者", "/members"}};
  if (!member.empty()) head.crumbs.push_back({"加入者台帳", member});
  const auto address = "/premiums/" + id + "/";
  head.previous_address = address + month->plus(-1).iso();
  if (*month < visit.now().day().in_month()) head.next_address = address + month->plus(1).iso();
  return desk::page(visit, std::move(head), "premium_page", std::move(data));
}

}  // namespace

void add_premium_routes(desk::Router& router, const eligibility::Ledger& ledger) {
  add_society_rate_routes(router, ledger);
  router.get_act<premium_explain>(
      "/premiums/{person}/{month}",
      [&router, ledger](const Visit& visit, const notice::Acting& acting) {
        return premium_page(router, ledger, visit, acting);
      });
}

}  // namespace kenpo::premium
