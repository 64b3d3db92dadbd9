#include "analysis/analysis_page.h"

#include <charconv>

#include "analysis/chart_page.h"
#include "analysis/drug_report_page.h"
#include "analysis/report_act.h"
#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"

namespace kenpo::analysis {

namespace {

using base::Month;
using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Response;
using desk::Visit;
using eligibility::Ledger;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr const char* hidden_words = "（少数のため非表示）";
constexpr desk::Field period_field{.name = "period",
                                   .label = "期間（請求年月）",
                                   .need = desk::Field::Need::optional};
constexpr desk::Field works_field{.name = "establishment",
                                  .label = "事業所",
                                  .need = desk::Field::Need::optional,
                                  .support = "組合全体は、選ばないでください。"};

std::string report_address(Dimension dimension) {
  return std::string("/analysis/reports/") + dimension_name(dimension);
}

/// Where the page of definitions says what the classes are.
const char* class_key(Dimension dimension) {
  switch (dimension) {
    case Dimension::age: return "age";
    case Dimension::disease: return "disease";
    case Dimension::disease_group: return "disease_group";
    case Dimension::band: return "band";
    case Dimension::month: return "month";
    default: return "class";
  }
}

Data states_table(const std::vector<MonthState>& states) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& state : states) {
    rows.push_back({{base::era_month(state.claimed_in)},
                    {desk::grouped(state.claims)},
                    {state.current ? desk::grouped(state.left_out) : ""},
                    state.current ? desk::chip_cell(ChipKind::done, "最新")
                                  : desk::chip_cell(ChipKind::waiting, "作成待ち")});
  }
  return desk::table("請求年月ごとの仮名データ",
                     {{"請求年月"},
                      {"対象のレセプト", Holds::numbers},
                      {"除いたレセプト", Holds::numbers},
                      {"仮名データ"}},
                     rows, desk::grouped(static_cast<std::int64_t>(states.size())) + "か月");
}

Data report_list() {
  std::vector<desk::Task> tasks;
  for (const auto dimension : reported_dimensions()) {
    tasks.push_back({.title = std::string(dimension_words(dimension)) + "別の医療費",
                     .hint = "",
                     .address = report_address(dimension),
                     .kind = ChipKind::plain,
                     .state = "表・グラフ"});
  }
  tasks.push_back({.title = "後発医薬品の使用割合と差額の見込み",
                   .hint = "",
                   .address = "/analysis/drugs",
                   .kind = ChipKind::plain,
                   .state = "表・グラフ"});
  return desk::task_list(tasks);
}

Result<Response> index_page(Analysis& analysis, const Visit& visit, const Acting& acting) {
  const auto states = KENPO_TRY(show_states(analysis, acting));
  bool current = false;
  bool stale = false;
  for (const auto& state : states) (state.current ? current : stale) = true;
  Data data;
  data.when("any_current", current)
      .when("any_stale", stale)
      .section("reports", report_list())
      .section("states", states_table(states));
  desk::PageHead head;
  head.title = "医療費分析";
  head.section = "/analysis";
  head.submit_label = "仮名データを作る";
  head.started = {&segment_make};
  return desk::page(visit, std::move(head), "analysis_page", std::move(data));
}

Result<Response> make_page(Analysis& analysis, const Visit& visit, const Acting& acting) {
  const auto made = KENPO_TRY(make_segments(analysis, acting));
  const auto months = desk::grouped(static_cast<std::int64_t>(made.made.size()));
  return visit.redirect_with(
      "/analysis", made.made.empty() ? "仮名データは、すべて最新です。"
                                     : months + "か月の仮名データを作りました（レセプト" +
                                           desk::grouped(made.claims) + "件）。");
}

/// `2026-10`, or `year-2026`.
void read_period(std::string_view text, Choice& choice) {
  constexpr std::string_view year_mark = "year-";
  if (!text.starts_with(year_mark)) {
    choice.month = Month::parse(text);
    return;
  }
  const auto digits = text.substr(year_mark.size());
  int year = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), year);
  choice.fiscal_year = year;
}

std::string period_value(const Choice& choice) {
  return choice.fiscal_year ? "year-" + std::to_string(*choice.fiscal_year)
                            : choice.month->iso();
}

std::string period_words(const Choice& choice) {
  if (!choice.fiscal_year) return base::era_month(*choice.month);
  return base::era_month(*choice.month) + "から1年（年度）";
}

Data period_select(const Report& report) {
  std::vector<desk::Choice> choices;
  for (const auto month : report.months) {
    choices.emplace_back(month.iso(), base::era_month(month));
  }
  for (const auto year : report.fiscal_years) {
    choices.emplace_back("year-" + std::to_string(year),
                         std::to_string(year) + "年度（12か月）");
  }
  desk::Form form;
  form.prefill(period_field.name, period_value(report.choice));
  return form.select(period_field, choices);
}

Data works_select(const Report& report) {
  std::vector<desk::Choice> choices;
  for (const auto& offered : report.establishments) {
    choices.push_back({offered.id.text(), offered.words});
  }
  desk::Form form;
  if (report.choice.establishment) {
    form.prefill(works_field.name, std::string(report.choice.establishment->text()));
  }
  return form.select(works_field, choices);
}

std::vector<Cell> count_cells(std::string label, const std::optional<Counts>& counts) {
  if (!counts) return {{std::move(label)}, {hidden_words}, {""}, {""}, {""}, {""}};
  const auto each = counts->persons == 0 ? 0 : counts->yen / counts->persons;
  return {{std::move(label)},
          {desk::grouped(counts->persons)},
          {desk::grouped(counts->claims)},
          {desk::grouped(counts->points)},
          {desk::grouped(counts->yen)},
          {desk::grouped(each)}};
}

Data report_table(const Report& report) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& row : report.rows) {
    const bool month = report.choice.dimension == Dimension::month;
    const auto label =
        month ? base::era_month(Month::parse(row.label).value_or(Month{})) : row.label;
    rows.push_back(count_cells(label, row.counts));
  }
  if (report.choice.dimension != Dimension::month) {
    rows.push_back(count_cells("全体", report.total));
  }
  const std::string words = dimension_words(report.choice.dimension);
  return desk::table(words + "別の医療費",
                     {{dimension_words(report.choice.dimension)},
                      {"人数", Holds::numbers},
                      {"件数", Holds::numbers},
                      {"点数", Holds::numbers},
                      {"医療費（円）", Holds::numbers},
                      {"1人当たり（円）", Holds::numbers}},
                     rows, report.hidden == 0
                               ? ""
                               : "示さない行 " + desk::grouped(report.hidden));
}

Data report_chart(const Report& report) {
  std::vector<Bar> bars;
  for (const auto& row : report.rows) {
    bars.push_back({.label = row.label,
                    .value = row.counts ? row.counts->yen : 0,
                    .shown = row.counts.has_value(),
                    .words = row.counts ? desk::grouped(row.counts->yen) + "円" : ""});
  }
  return chart(std::string(dimension_words(report.choice.dimension)) + "別の医療費のグラフ", bars);
}

std::vector<Data> tabs(const Report& report) {
  std::vector<Data> made;
  for (const auto dimension : reported_dimensions()) {
    Data data;
    data.text("tab", dimension_words(dimension))
        .text("address", report_address(dimension) + "?period=" + period_value(report.choice))
        .when("chosen", dimension == report.choice.dimension);
    made.push_back(std::move(data));
  }
  return made;
}

Result<Response> report_page(Analysis& analysis, Ledger ledger, const Visit& visit,
                             const Acting& acting) {
  const auto dimension = parse_dimension(visit.path_value("dimension"));
  if (!dimension) return Visit::no_such_page();
  Choice choice{.dimension = *dimension,
                .establishment = base::EstablishmentId::parse(visit.query("establishment"))};
  read_period(visit.query("period"), choice);
  const auto report = KENPO_TRY(show_report(analysis, ledger, acting, choice));
  const bool by_works = *dimension != Dimension::month && *dimension != Dimension::establishment;
  const auto whose =
      report.establishment_words.empty() ? std::string("組合全体") : report.establishment_words;
  Data data;
  data.list("tabs", tabs(report))
      .text("own_address", report_address(*dimension))
      .text("class_key", class_key(*dimension))
      .section("period", period_select(report))
      .text("subject", whose + "　" + period_words(report.choice))
      .section("chart", report_chart(report))
      .section("table", report_table(report))
      .when("cut", report.rows_count > static_cast<std::int64_t>(rows_limit))
      .text("rows_count", desk::grouped(report.rows_count))
      .number("rows_limit", rows_limit)
      .number("cell_floor", report.cell_floor)
      .number("largest_percent", report.largest_percent)
      .number("establishment_floor", report.establishment_floor);
  if (by_works) {
    data.section("works", works_select(report));
  } else {
    data.nothing("works");
  }
  desk::PageHead head;
  head.title = std::string(dimension_words(*dimension)) + "別の医療費";
  head.section = "/analysis";
  head.crumbs = {{"医療費分析", "/analysis"}};
  return desk::page(visit, std::move(head), "analysis_report_page", std::move(data));
}

Result<Response> definitions_page(const Visit& visit) {
  std::vector<Data> rows;
  for (const auto& definition : definitions()) {
    Data data;
    data.text("key", definition.key).text("term", definition.term).text("words", definition.words);
    rows.push_back(std::move(data));
  }
  Data data;
  data.list("definitions", std::move(rows));
  desk::PageHead head;
  head.title = "医療費分析の数え方";
  head.section = "/analysis";
  head.crumbs = {{"医療費分析", "/analysis"}};
  return desk::page(visit, std::move(head), "analysis_definition_page", std::move(data));
}

/// What leads to names under a purpose of its own, for those who hold it.
Result<Response> names_page(const desk::Router& router, Analysis& analysis, const Visit& visit,
                            const Acting& acting) {
  // The act always refuses; its leaf is the record.
  const auto refused = refuse_names(analysis, acting);
  if (refused.ok() || refused.faults() != base::Faults{notice::out_of_scope_fault()}) {
    return refused.faults();
  }
  std::vector<desk::Task> tasks;
  const auto add = [&](const char* title, const char* hint, const char* address) {
    if (eligibility::open_address(router, visit, address).empty()) return;
    tasks.push_back({.title = title,
                     .hint = hint,
                     .address = address,
                     .kind = ChipKind::plain,
                     .state = "開く"});
  };
  add("レセプト", "保険給付の審査・支払", "/claims");
  Data data;
  data.when("any_purpose", !tasks.empty());
  if (tasks.empty()) {
    data.nothing("other_purposes");
  } else {
    data.section("other_purposes", desk::task_list(tasks));
  }
  desk::PageHead head;
  head.title = "分析からは氏名を見られません";
  head.section = "/analysis";
  head.crumbs = {{"医療費分析", "/analysis"}};
  head.status = 403;
  return desk::page(visit, std::move(head), "analysis_name_page", std::move(data));
}

}  // namespace

void add_analysis_routes(desk::Router& router, const Ledger& ledger,
                         const std::shared_ptr<Analysis>& analysis) {
  router.menu<analysis_show>(desk::MenuGroup::claims, "/analysis", "医療費分析");
  router.get_act<analysis_show>("/analysis",
                                [analysis](const Visit& visit, const Acting& acting) {
                                  return index_page(*analysis, visit, acting);
                                });
  router.post_act<segment_make>("/analysis/segments",
                                [analysis](const Visit& visit, const Acting& acting) {
                                  return make_page(*analysis, visit, acting);
                                });
  router.get_act<analysis_show>("/analysis/reports/{dimension}",
                                [analysis, ledger](const Visit& visit, const Acting& acting) {
                                  return report_page(*analysis, ledger, visit, acting);
                                });
  router.get<analysis_show>(
      "/analysis/definitions",
      [](const Visit& visit, const notice::Permit<analysis_show>&) {
        return definitions_page(visit);
      });
  router.get_act<analysis_name>(
      "/analysis/names", [&router, analysis](const Visit& visit, const Acting& acting) {
        return names_page(router, *analysis, visit, acting);
      });
  add_drug_report_routes(router, ledger, analysis);
}

}  // namespace kenpo::analysis
