#include "analysis/drug_report_page.h"

#include "analysis/chart_page.h"
#include "analysis/drug_report_act.h"
#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"

namespace kenpo::analysis {

namespace {

using desk::Cell;
using desk::Data;
using Holds = desk::Column::Holds;

constexpr const char* not_shown = "（少数のため非表示）";
constexpr desk::Field drug_period_field{
    .name = "period", .label = "請求年月", .need = desk::Field::Need::optional};

/// 「81.3％」
std::string percent(const std::optional<std::int64_t>& permille) {
  if (!permille) return "—";
  return std::to_string(*permille / 10) + "." + std::to_string(*permille % 10) + "％";
}

std::string units(std::int64_t hundred_thousandths) {
  return desk::grouped(hundred_thousandths / 100'000);
}

Data drug_periods(const DrugReport& report) {
  std::vector<desk::Choice> choices;
  for (const auto month : report.months) {
    choices.emplace_back(month.iso(), base::era_month(month));
  }
  desk::Form form;
  form.prefill(drug_period_field.name, report.month.iso());
  return form.select(drug_period_field, choices);
}

Data kinds_table(const DrugReport& report) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& row : report.kinds) {
    if (!row.shown) {
      rows.push_back({{row.label}, {not_shown}, {""}, {""}});
      continue;
    }
    rows.push_back({{row.label},
                    {desk::grouped(row.cell.persons)},
                    {units(row.cell.quantity_hundred_thousandths)},
                    {desk::grouped(row.cell.yen)}});
  }
  return desk::table("薬の種類",
                     {{"種類"},
                      {"人数", Holds::numbers},
                      {"数量", Holds::numbers},
                      {"薬剤料（円）", Holds::numbers}},
                     rows);
}

Data works_table(const DrugReport& report) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& row : report.works) {
    rows.push_back({{row.label}, {row.hidden ? not_shown : percent(row.permille)}});
  }
  return desk::table("事業所別の使用割合", {{"事業所"}, {"使用割合", Holds::numbers}}, rows);
}

Data savings_table(const DrugReport& report) {
  std::vector<std::vector<Cell>> rows;
  const auto add = [&](const std::string& label, const DrugCell& cell) {
    rows.push_back({{label},
                    {desk::grouped(cell.persons)},
                    {units(cell.quantity_hundred_thousandths)},
                    {desk::grouped(cell.yen)},
                    {desk::grouped(cell.yen - cell.least_yen)}});
  };
  for (const auto& row : report.savings) add(row.label, row.cell);
  if (report.savings_total && report.savings_total->persons > 0) {
    add("全体", *report.savings_total);
  }
  return desk::table("替えられる薬",
                     {{"薬"},
                      {"人数", Holds::numbers},
                      {"数量", Holds::numbers},
                      {"薬剤料（円）", Holds::numbers},
                      {"差額（円）", Holds::numbers}},
                     rows);
}

Data kinds_chart(const DrugReport& report) {
  std::vector<Bar> bars;
  for (const auto& row : report.kinds) {
    bars.push_back({.label = row.label,
                    .value = row.cell.quantity_hundred_thousandths,
                    .shown = row.shown,
                    .words = units(row.cell.quantity_hundred_thousandths)});
  }
  return chart("薬の種類ごとの数量のグラフ", bars);
}

base::Result<desk::Response> drug_page(const desk::Router& router, Analysis& analysis,
                                       eligibility::Ledger ledger, const desk::Visit& visit,
                                       const notice::Acting& acting) {
  const auto month = base::Month::parse(visit.query("period"));
  const auto report = KENPO_TRY(show_drugs(analysis, ledger, acting, month));
  Data data;
  data.section("period", drug_periods(report))
      .when("has_groups", report.has_groups)
      .text("share", percent(report.share_permille))
      .text("subject", "組合全体　" + base::era_month(report.month))
      .section("chart", kinds_chart(report))
      .section("kinds", kinds_table(report))
      .section("works", works_table(report))
      .section("savings", savings_table(report))
      .when("cut", report.savings_count > static_cast<std::int64_t>(report.savings.size()))
      .text("savings_count", desk::grouped(report.savings_count))
      .number("savings_limit", savings_limit)
      .text_if_any("notice_address", eligibility::open_address(router, visit, "/notice-versions"))
      .number("cell_floor", report.cell_floor)
      .number("largest_percent", report.largest_percent);
  desk::PageHead head;
  head.title = "後発医薬品";
  head.section = "/analysis";
  head.crumbs = {{"医療費分析", "/analysis"}};
  return desk::page(visit, std::move(head), "analysis_drug_page", std::move(data));
}

}  // namespace

void add_drug_report_routes(desk::Router& router, const eligibility::Ledger& ledger,
                            const std::shared_ptr<Analysis>& analysis) {
  router.get_act<analysis_show>(
      "/analysis/drugs",
      [&router, analysis, ledger](const desk::Visit& visit, const notice::Acting& acting) {
        return drug_page(router, *analysis, ledger, visit, acting);
      });
}

}  // namespace kenpo::analysis
