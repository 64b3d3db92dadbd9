#include "premium/difference_page.h"

#include <algorithm>

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "premium/explain_premium_act.h"
#include "premium/levy_words_page.h"

namespace kenpo::premium {

namespace {

using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using Holds = desk::Column::Holds;

/// What stands in the postings and in the bill, not with the person.
constexpr Cause left_out = Cause::retroactive;

std::vector<desk::Column> difference_columns() {
  static constexpr std::string_view labels[causes_count] = {
      "資格取得", "資格喪失", "月変・算定", "賞与", "率改定", "年齢到達", "遡及", "休業の免除"};
  std::vector<desk::Column> columns{{"記号・番号"}, {"氏名"}};
  for (int at = 0; at < causes_count; ++at) {
    if (static_cast<Cause>(at) == left_out) continue;
    columns.push_back({labels[at], Holds::numbers});
  }
  columns.push_back({"差額(円)", Holds::numbers});
  columns.push_back({"計算の理由"});
  return columns;
}

std::vector<Cell> difference_row(const PersonDifference& difference, base::Month month) {
  const std::string person(difference.person.text());
  const auto& insured = difference.insured;
  std::vector<Cell> row{{eligibility::masked_insured_number(insured.symbol, insured.number)},
                        {insured.name.empty() ? "氏名の記録なし" : insured.name}};
  for (int at = 0; at < causes_count; ++at) {
    if (static_cast<Cause>(at) == left_out) continue;
    const auto amount = difference.causes.millionths.at(static_cast<std::size_t>(at));
    row.push_back({amount == 0 ? "" : difference_words(amount)});
  }
  row.push_back({difference_words(difference.causes.sum())});
  row.push_back(desk::link_cell("理由", "/premiums/" + person + "/" + month.iso()));
  return row;
}

Result<Response> difference_page(eligibility::Ledger ledger, const Visit& visit,
                                 const notice::Acting& acting) {
  const auto establishment = KENPO_TRY(visit.id<base::EstablishmentId>("establishment"));
  const auto month = base::Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  auto differences = KENPO_TRY(show_differences(ledger, acting, establishment, *month));
  std::ranges::sort(differences, std::greater{}, [](const PersonDifference& difference) {
    const auto sum = difference.causes.sum();
    return sum < 0 ? -sum : sum;
  });
  const auto names = KENPO_TRY(eligibility::EstablishmentNames::of(ledger, acting));
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : differences) rows.push_back(difference_row(each, *month));
  const auto count = static_cast<std::int64_t>(rows.size());
  Data data;
  data.section("differences", desk::table("前月と違う人", difference_columns(), rows,
                                          desk::grouped(count) + "人"));
  const auto address = "/levies/" + month->iso();
  desk::PageHead head;
  head.title = "前月と違う人（" + base::era_month(*month) + "分）";
  head.section = "/levies";
  head.crumbs = {{"保険料の調定", "/levies"},
                 {base::era_month(*month), address},
                 {names.name(establishment), address + "/" + std::string(establishment.text())}};
  return desk::page(visit, std::move(head), "difference_page", std::move(data));
}

}  // namespace

void add_difference_routes(desk::Router& router, const eligibility::Ledger& ledger) {
  router.get_act<premium_difference>("/levies/{month}/{establishment}/differences",
                                     [ledger](const Visit& visit, const notice::Acting& acting) {
                                       return difference_page(ledger, visit, acting);
                                     });
}

}  // namespace kenpo::premium
