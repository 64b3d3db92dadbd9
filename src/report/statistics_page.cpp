#include "report/statistics_page.h"

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "report/journal_act.h"
#include "report/month_board_act.h"
#include "report/report_csv.h"
#include "report/report_print_act.h"
#include "report/statistics_act.h"
#include "report/statistics_table_act.h"

namespace kenpo::report {

namespace {

using base::Month;
using base::Result;
using desk::Cell;
using desk::Data;
using desk::Response;
using desk::Visit;
using eligibility::Ledger;
using notice::Acting;
using Holds = desk::Column::Holds;

constexpr const char* csv_type = "text/csv; charset=utf-8";
constexpr const char* pdf_type = "application/pdf";

std::string statistics_address(Month month) { return "/statistics/" + month.iso(); }

/// Where the words end and the numbers begin, and where words come again.
struct NumberColumns {
  std::size_t first;
  std::size_t last;
};

Data word_table(const std::string& caption, const std::vector<std::string>& heading,
                const WordRows& rows, NumberColumns numbers) {
  std::vector<desk::Column> columns;
  for (std::size_t at = 0; at < heading.size(); ++at) {
    const bool number = at >= numbers.first && at <= numbers.last;
    columns.push_back({heading[at], number ? Holds::numbers : Holds::words});
  }
  std::vector<std::vector<Cell>> cells;
  for (const auto& row : rows) {
    cells.emplace_back();
    for (const auto& word : row) cells.back().push_back({word});
  }
  return desk::table(caption, columns, cells);
}

Result<Response> list_page(const desk::Router& router, Ledger ledger, const Visit& visit,
                           const Acting& acting) {
  std::vector<std::vector<Cell>> rows;
  for (const auto month : KENPO_TRY(list_boards(ledger, acting))) {
    const auto address = statistics_address(month);
    const auto open = eligibility::open_address(router, visit, address);
    const auto name = base::era_month(month);
    rows.push_back({{name},
                    open.empty() ? Cell{"権限がありません"} : desk::link_cell("月報", open),
                    desk::link_cell("調定簿", address + "/journal")});
  }
  Data data;
  data.section("months", desk::table("統計", {{"月"}, {"月報・年齢別"}, {"調定簿"}}, rows,
                                     desk::grouped(static_cast<std::int64_t>(rows.size())) +
                                         "か月"));
  desk::PageHead head;
  head.title = "統計";
  head.section = "/statistics";
  return desk::page(visit, std::move(head), "statistics_list_page", std::move(data));
}

Result<Response> statistics_page(Ledger ledger, const Visit& visit, const Acting& acting) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto counted = KENPO_TRY(show_statistics(ledger, acting, *month));
  const auto floor = KENPO_TRY(cell_floor(*month));
  const auto address = statistics_address(*month);
  Data data;
  data.section("figures", word_table("月報の数字", figure_heading,
                                     figure_rows(counted, Digits::grouped), {2, 4}))
      .section("ages", word_table("年齢別の人数", age_heading,
                                  age_word_rows(counted, Readers::office, floor, Digits::grouped),
                                  {1, 5}))
      .text("floor", std::to_string(floor))
      .text("pdf_address", address + "/report.pdf")
      .text("csv_address", address + "/report.csv")
      .text("ages_address", address + "/ages.csv");
  desk::PageHead head;
  head.title = "月報（" + base::era_month(*month) + "）";
  head.section = "/statistics";
  head.crumbs = {{"統計", "/statistics"}};
  return desk::page(visit, std::move(head), "statistics_page", std::move(data));
}

enum class Paper : std::uint8_t { report_pdf, report_csv, ages_csv };

Result<Response> statistics_file(Ledger ledger, const premium::NoticeSender& sender, Paper paper,
                                 const Visit& visit, const Acting& acting) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto counted = KENPO_TRY(show_statistics(ledger, acting, *month));
  const auto floor = KENPO_TRY(cell_floor(*month));
  const auto name = (paper == Paper::ages_csv ? "年齢別-" : "月報-") + month->iso();
  if (paper == Paper::report_pdf) {
    auto printed = KENPO_TRY(print_statistics(counted, floor, sender, visit.now()));
    return desk::file(name + ".pdf", pdf_type, std::move(printed.pdf));
  }
  const bool ages = paper == Paper::ages_csv;
  auto rows = ages ? age_word_rows(counted, Readers::outside, floor, Digits::plain)
                   : figure_rows(counted, Digits::plain);
  rows.insert(rows.begin(), ages ? age_heading : figure_heading);
  return desk::file(name + ".csv", csv_type, csv_of(rows));
}

Result<Response> journal_page(Ledger ledger, const Visit& visit, const Acting& acting) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto journal = KENPO_TRY(show_journal(ledger, acting, *month));
  const bool sound = journal.health_balance == base::Yen() && journal.child_balance == base::Yen();
  const auto address = statistics_address(*month) + "/journal";
  Data data;
  data.section("state", sound ? desk::chip(desk::ChipKind::done, "貸借一致")
                              : desk::chip(desk::ChipKind::problem, "貸借が合いません"))
      .section("health", word_table("健康保険・介護保険の保険料（円）", health_heading,
                                    health_journal_rows(journal, Digits::grouped), {3, 7}))
      .section("child", word_table("子ども・子育て支援金（円）", child_heading,
                                   child_journal_rows(journal, Digits::grouped), {3, 3}))
      .text("pdf_address", address + ".pdf")
      .text("csv_address", address + ".csv");
  desk::PageHead head;
  head.title = "調定簿（" + base::era_month(*month) + "分）";
  head.section = "/statistics";
  head.crumbs = {{"統計", "/statistics"}};
  return desk::page(visit, std::move(head), "journal_page", std::move(data));
}

Result<Response> journal_pdf(Ledger ledger, const premium::NoticeSender& sender,
                             const Visit& visit, const Acting& acting) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto journal = KENPO_TRY(show_journal(ledger, acting, *month));
  auto printed = KENPO_TRY(print_journal(journal, sender, visit.now()));
  return desk::file("調定簿-" + month->iso() + ".pdf", pdf_type, std::move(printed.pdf));
}

Result<Response> journal_csv(Ledger ledger, const Visit& visit, const Acting& acting) {
  const auto month = Month::parse(visit.path_value("month"));
  if (!month) return Visit::no_such_page();
  const auto journal = KENPO_TRY(show_journal(ledger, acting, *month));
  auto rows = health_journal_rows(journal, Digits::plain);
  rows.insert(rows.begin(), health_heading);
  rows.emplace_back();
  rows.push_back(child_heading);
  for (auto& row : child_journal_rows(journal, Digits::plain)) rows.push_back(std::move(row));
  return desk::file("調定簿-" + month->iso() + ".csv", csv_type, csv_of(rows));
}

}  // namespace

void add_statistics_routes(desk::Router& router, const Ledger& ledger,
                           const premium::NoticeSender& sender) {
  router.menu<month_board_show>(desk::MenuGroup::work, "/statistics", "統計");
  router.get_act<month_board_show>("/statistics",
                                   [&router, ledger](const Visit& visit, const Acting& acting) {
                                     return list_page(router, ledger, visit, acting);
                                   });
  router.get_act<month_statistics_show>("/statistics/{month}",
                                        [ledger](const Visit& visit, const Acting& acting) {
                                          return statistics_page(ledger, visit, acting);
                                        });
  const auto add_file = [&](const char* address, Paper paper) {
    router.get_act<month_statistics_show>(
        address, [ledger, sender, paper](const Visit& visit, const Acting& acting) {
          return statistics_file(ledger, sender, paper, visit, acting);
        });
  };
  add_file("/statistics/{month}/report.pdf", Paper::report_pdf);
  add_file("/statistics/{month}/report.csv", Paper::report_csv);
  add_file("/statistics/{month}/ages.csv", Paper::ages_csv);
  router.get_act<levy_journal_show>("/statistics/{month}/journal",
                                    [ledger](const Visit& visit, const Acting& acting) {
                                      return journal_page(ledger, visit, acting);
                                    });
  router.get_act<levy_journal_show>("/statistics/{month}/journal.pdf",
                                    [ledger, sender](const Visit& visit, const Acting& acting) {
                                      return journal_pdf(ledger, sender, visit, acting);
                                    });
  router.get_act<levy_journal_show>("/statistics/{month}/journal.csv",
                                    [ledger](const Visit& visit, const Acting& acting) {
                                      return journal_csv(ledger, visit, acting);
                                    });
}

}  // namespace kenpo::report
