#include "report/statistics_table_act.h"

#include "base/era.h"
#include "report/statistics_rule.h"

namespace kenpo::report {

namespace {

using base::Yen;

/// What stands in a cell that is not shown.
constexpr const char* hidden_cell = "（少数のため非表示）";

std::string number(std::int64_t amount, Digits digits) {
  return digits == Digits::grouped ? Yen(amount).grouped() : std::to_string(amount);
}

std::string number(const std::optional<std::int64_t>& amount, Digits digits) {
  return amount ? number(*amount, digits) : std::string();
}

Yen health_of(const premium::Billed& billed) { return billed.total() - billed.child; }

std::vector<std::string> health_row(std::string symbol, std::string name, std::string month,
                                    const premium::Billed& billed, Digits digits) {
  return {std::move(symbol),
          std::move(name),
          std::move(month),
          number(billed.basic.amount(), digits),
          number(billed.specific.amount(), digits),
          number(billed.adjustment.amount(), digits),
          number(billed.care.amount(), digits),
          number(health_of(billed).amount(), digits)};
}

}  // namespace

const std::vector<std::string> figure_heading = {"項目", "単位", "男", "女", "計", "数え方"};
const std::vector<std::string> age_heading = {"年齢",       "被保険者(男)", "被保険者(女)",
                                              "被扶養者(男)", "被扶養者(女)", "計"};
const std::vector<std::string> health_heading = {"記号",     "事業所",   "月分",     "基本保険料",
                                                 "特定保険料", "調整保険料", "介護保険料", "計"};
const std::vector<std::string> child_heading = {"記号", "事業所", "月分", "子ども・子育て支援金"};

base::Result<std::int64_t> cell_floor(base::Month month) {
  return small_cell_floor(month.last_day());
}

WordRows figure_rows(const MonthStatistics& counted, Digits digits) {
  WordRows rows;
  for (const auto& figure : figures_of(counted)) {
    rows.push_back({figure.name, figure.unit, number(figure.men, digits),
                    number(figure.women, digits), number(figure.all, digits), figure.definition});
  }
  return rows;
}

WordRows age_word_rows(const MonthStatistics& counted, Readers readers, std::int64_t floor,
                       Digits digits) {
  const auto counts = age_rows(counted);
  const auto shown = hide_small_cells(counts, readers == Readers::outside ? floor : 0);
  WordRows rows;
  for (std::size_t at = 0; at < counts.size(); ++at) {
    std::vector<std::string> row{at < age_classes_count ? age_class_words(at) : "計"};
    for (const auto& cell : shown[at]) row.push_back(cell ? number(*cell, digits) : hidden_cell);
    rows.push_back(std::move(row));
  }
  return rows;
}

WordRows health_journal_rows(const Journal& journal, Digits digits) {
  WordRows rows;
  for (const auto& line : journal.lines) {
    rows.push_back(health_row(line.symbol, line.name, base::era_month(line.month), line.amount,
                              digits));
  }
  rows.push_back(health_row("", "合計", "", journal.total, digits));
  return rows;
}

WordRows child_journal_rows(const Journal& journal, Digits digits) {
  WordRows rows;
  for (const auto& line : journal.lines) {
    if (line.amount.child == Yen()) continue;
    rows.push_back({line.symbol, line.name, base::era_month(line.month),
                    number(line.amount.child.amount(), digits)});
  }
  rows.push_back({"", "合計", "", number(journal.total.child.amount(), digits)});
  return rows;
}

}  // namespace kenpo::report
