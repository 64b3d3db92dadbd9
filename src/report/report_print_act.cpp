#include "report/report_print_act.h"

#include "base/era.h"
#include "report/statistics_table_act.h"

namespace kenpo::report {

namespace {

using print::Align;
using print::RowStyle;

print::Table table_of(std::vector<print::Column> columns, const std::vector<std::string>& head,
                      WordRows rows) {
  print::Table table{.columns = std::move(columns), .head = head, .rows = {}};
  for (auto& row : rows) table.rows.push_back({std::move(row)});
  if (!table.rows.empty() && !table.rows.back().cells.empty() &&
      (table.rows.back().cells[0] == "計" || table.rows.back().cells[1 % table.columns.size()] ==
                                                 "合計")) {
    table.rows.back().style = RowStyle::total;
  }
  return table;
}

print::Sheet sheet_of(const std::string& title, base::Month month,
                      const premium::NoticeSender& sender, base::Moment now) {
  print::Sheet sheet({.title = title, .sender = sender, .made_at = now});
  const auto words = title + "　" + base::era_month(month) + "分";
  sheet.footer(sender.society + "　" + words);
  sheet.title(words);
  sheet.facts({{"組合", sender.society},
               {"作成日", base::era_long(now.day()).value_or(now.day().iso())}});
  return sheet;
}

}  // namespace

base::Result<print::Printed> print_statistics(const MonthStatistics& counted, std::int64_t floor,
                                              const premium::NoticeSender& sender,
                                              base::Moment now) {
  auto sheet = sheet_of("月報", counted.month, sender, now);
  constexpr auto right = Align::right;
  sheet.table(table_of({{4}, {1}, {2, right}, {2, right}, {2, right}, {6}}, figure_heading,
                       figure_rows(counted, Digits::grouped)));
  sheet.new_page();
  sheet.heading("年齢別の人数（5歳ごと）");
  sheet.table(table_of({{3}, {3, right}, {3, right}, {3, right}, {3, right}, {3, right}},
                       age_heading,
                       age_word_rows(counted, Readers::outside, floor, Digits::grouped)));
  sheet.note("年齢は月の末日の満年齢（年齢計算ニ関スル法律）です。" + std::to_string(floor) +
             "人未満の欄と、引き算でそれが分かる欄は示しません（当組合の決め）。");
  return sheet.finish();
}

base::Result<print::Printed> print_journal(const Journal& journal,
                                           const premium::NoticeSender& sender,
                                           base::Moment now) {
  auto sheet = sheet_of("調定簿", journal.billed, sender, now);
  constexpr auto right = Align::right;
  sheet.heading("健康保険・介護保険の保険料");
  sheet.table(table_of(
      {{2}, {5}, {3}, {3, right}, {3, right}, {3, right}, {3, right}, {3, right}},
      health_heading, health_journal_rows(journal, Digits::grouped)));
  sheet.heading("子ども・子育て支援金");
  sheet.table(table_of({{2}, {6}, {3}, {4, right}}, child_heading,
                       child_journal_rows(journal, Digits::grouped)));
  sheet.note("金額は円です。月分が当月より前の行は、遡及分の差額です。支援金は、別の帳簿に仕訳しています。");
  return sheet.finish();
}

}  // namespace kenpo::report
