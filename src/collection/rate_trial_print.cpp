#include "collection/rate_trial_print.h"

#include "base/era.h"
#include "collection/arrears_print.h"

namespace kenpo::collection {

namespace {

using print::Align;
using print::RowStyle;

std::string signed_yen(base::Yen amount) {
  return (amount > base::Yen() ? "+" : "") + amount.grouped();
}

print::Table employers_table(const RateTrial& trial) {
  print::Table table;
  table.columns = {{5, Align::left}};
  for (int at = 0; at < 6; ++at) table.columns.push_back({3, Align::right});
  table.head = {"事業所", "試算(円)", "差(円)", "うち被保険者", "差(円)", "うち事業主", "差(円)"};
  const auto row = [](const std::string& name, const TrialLine& line) {
    const auto employer = line.then.total() - line.insured_then;
    const auto employer_now = line.now.total() - line.insured_now;
    return std::vector<std::string>{name,
                                    line.then.total().grouped(),
                                    signed_yen(line.then.total() - line.now.total()),
                                    line.insured_then.grouped(),
                                    signed_yen(line.insured_then - line.insured_now),
                                    employer.grouped(),
                                    signed_yen(employer - employer_now)};
  };
  for (const auto& one : trial.employers) table.rows.push_back({row(one.name, one)});
  if (trial.voluntary.persons > 0) {
    table.rows.push_back({row(trial.voluntary.name, trial.voluntary)});
  }
  table.rows.push_back({row("合計", trial.all), RowStyle::total});
  return table;
}

print::Table kinds_table(const TrialLine& all) {
  print::Table table;
  table.columns = {{5, Align::left}, {3, Align::right}, {3, Align::right}, {3, Align::right}};
  table.head = {"種別", "当時の料率(円)", "試算(円)", "差(円)"};
  const auto add = [&](const char* name, base::Yen now, base::Yen then, RowStyle style) {
    table.rows.push_back({{name, now.grouped(), then.grouped(), signed_yen(then - now)}, style});
  };
  add("基本保険料", all.now.basic, all.then.basic, RowStyle::plain);
  add("特定保険料", all.now.specific, all.then.specific, RowStyle::plain);
  add("調整保険料", all.now.adjustment, all.then.adjustment, RowStyle::plain);
  add("介護保険料", all.now.care, all.then.care, RowStyle::plain);
  add("子ども・子育て支援金", all.now.child, all.then.child, RowStyle::plain);
  add("合計", all.now.total(), all.then.total(), RowStyle::total);
  add("うち被保険者の負担", all.insured_now, all.insured_then, RowStyle::plain);
  add("うち事業主の負担", all.now.total() - all.insured_now,
      all.then.total() - all.insured_then, RowStyle::plain);
  return table;
}

}  // namespace

base::Result<print::Printed> print_rate_trial(const RateTrial& trial,
                                              const premium::NoticeSender& sender,
                                              base::Moment made_at) {
  print::Sheet sheet({.title = "保険料率の試算", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　保険料率の試算");
  sheet.paragraph(letter_day(made_at.day()), Align::right);
  sheet.title("保険料率の試算");
  const auto& rates = trial.rates;
  sheet.facts({{"対象の月", base::era_month(trial.first) + "から" + base::era_month(trial.last)},
               {"一般保険料率(基本+特定)",
                (rates.basic.total + rates.specific.total).permille() + "‰"},
               {"調整保険料率", rates.adjustment.total.permille() + "‰"},
               {"介護保険料率", rates.care.total.permille() + "‰"},
               {"子ども・子育て支援金率", rates.child.total.permille() + "‰"}});
  sheet.heading("種別ごと");
  sheet.table(kinds_table(trial.all));
  sheet.heading("事業所ごと");
  sheet.table(employers_table(trial));
  sheet.note("調定と同じ計算を、いまの台帳の標準報酬月額・標準賞与額で行いました。"
             "調定の記録は変わりません。");
  return sheet.finish();
}

}  // namespace kenpo::collection
