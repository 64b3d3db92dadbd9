#include "cost_notice/notice_print.h"

#include "base/era.h"
#include "collection/arrears_print.h"

namespace kenpo::cost_notice {

namespace of_notice_prints {

using base::Yen;
using print::Align;
using print::RowStyle;

std::string period_words(const Period& period) {
  return base::era_month(period.from) + "から" + base::era_month(period.to) + "までの診療分";
}

std::string kind_words(const NoticeLine& line) {
  return std::string(claim::wording(line.service)) + (line.inpatient ? "・入院" : "");
}

print::Table lines_table(const CostNotice& notice) {
  print::Table table;
  table.columns = {{6, Align::left},  {6, Align::left},  {9, Align::left},  {5, Align::left},
                   {3, Align::right}, {5, Align::right}, {5, Align::right}, {5, Align::right},
                   {6, Align::right}};
  table.head = {"診療月", "受診した人", "医療機関等", "種類", "日数",
                "医療費", "健保負担", "公費負担", "支払った額"};
  for (const auto& line : notice.lines) {
    const auto& amounts = line.amounts;
    table.rows.push_back({{base::era_month(line.month), line.patient, line.institution,
                           kind_words(line), std::to_string(line.days), amounts.cost.grouped(),
                           amounts.insured.grouped(), amounts.public_aid.grouped(),
                           amounts.paid.grouped()}});
  }
  const auto sum = notice.total();
  table.rows.push_back({{"合計", "", "", "", "", sum.cost.grouped(), sum.insured.grouped(),
                         sum.public_aid.grouped(), sum.paid.grouped()},
                        RowStyle::total});
  return table;
}

print::Table given_table(const CostNotice& notice) {
  print::Table table;
  table.columns = {{4, Align::left}, {4, Align::right}, {4, Align::right}};
  table.head = {"診療月", "高額療養費(円)", "付加給付(円)"};
  for (const auto& line : notice.given) {
    table.rows.push_back({{base::era_month(line.month), line.high_cost.grouped(),
                           line.additional.grouped()}});
  }
  return table;
}

void add_notice(print::Sheet& sheet, const CostNotice& notice,
                const premium::NoticeSender& sender) {
  auto lines = notice.address;
  lines.push_back(notice.name + "　様");
  sheet.address_block(lines);
  sheet.paragraph(collection::letter_day(notice.made_on), Align::right);
  sheet.paragraph(sender.society, Align::right);
  sheet.title("医療費のお知らせ（医療費通知）");
  sheet.facts({{"被保険者の氏名", notice.insured_name},
               {"記号・番号", notice.symbol + "-" + notice.number},
               {"対象の期間", period_words(notice.period)},
               {"保険者の名称", sender.society}});
  sheet.table(lines_table(notice));
  sheet.note("金額の単位は円です。支払った額に、食事療養・生活療養の負担、差額ベッドなど保険外の"
             "費用は入っていません。市区町村の助成は、レセプトに記録のあるものだけを公費負担に"
             "含みます。");
  if (!notice.given.empty()) {
    sheet.heading("別に計算した高額療養費・付加給付（世帯）");
    sheet.table(given_table(notice));
    sheet.note("医療費控除の申告では、支給を受けた額を支払った額から差し引いてください。"
               "支給の決定は、支給決定通知書でお知らせします。");
  }
  sheet.note("この通知は、医療費控除の申告に添付できます（所得税法120条4項）。"
             "この通知にない医療費は、領収書によってください。");
  sheet.note("身に覚えのない受診が載っているときは、下の連絡先にお知らせください。調査します。");
}

}  // namespace of_notice_prints

base::Result<print::Printed> print_notices(const std::vector<CostNotice>& notices,
                                           const premium::NoticeSender& sender,
                                           base::Moment made_at) {
  using namespace of_notice_prints;
  print::Sheet sheet({.title = "医療費通知", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　医療費通知");
  bool first = true;
  for (const auto& notice : notices) {
    if (!first) sheet.next_letter();
    first = false;
    add_notice(sheet, notice, sender);
  }
  return sheet.finish();
}

}  // namespace kenpo::cost_notice
