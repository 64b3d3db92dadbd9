#include "collection/arrears_print.h"

#include "base/era.h"

namespace kenpo::collection {

using print::Align;
using print::RowStyle;

std::string letter_day(base::Date day) { return base::era_long(day).value_or(day.iso()); }
std::string letter_yen(base::Yen amount) { return amount.grouped() + "円"; }

// 健康保険法180条2項
base::Result<print::Printed> print_reminder(const Reminder& reminder,
                                            const premium::NoticeSender& sender,
                                            base::Moment made_at) {
  const auto& debt = reminder.debt;
  const auto& step = reminder.step;
  print::Sheet sheet({.title = "督促状", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　督促状　" + base::era_month(debt.key.month) + "分");
  const char* honour = reminder.payer.employer ? "　御中" : "　様";
  const auto& payer = reminder.payer;
  sheet.address_block({payer.postal_code.empty() ? "" : "〒" + payer.postal_code, payer.address,
                       payer.name + honour});
  sheet.paragraph(letter_day(step.on), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("督促状");
  sheet.paragraph("次の保険料等が納付期限までに納付されていません。"
                  "指定する期限までに納付してください（健康保険法180条1項・2項）。");
  sheet.facts({{"対象の月", base::era_month(debt.key.month) + "分"},
               {"納付期限", letter_day(debt.due)},
               {"指定する期限", letter_day(*step.until)},
               {"納付場所", sender.place}});
  print::Table table;
  table.columns = {{5, Align::left}, {3, Align::right}};
  table.head = {"種別", "金額"};
  table.rows = {{{"請求した額", letter_yen(debt.total())}},
                {{"　うち健康保険料等", letter_yen(debt.health)}},
                {{"　うち子ども・子育て支援金", letter_yen(debt.child)}},
                {{"督促する額", letter_yen(step.amount)}, RowStyle::total}};
  sheet.table(table);
  sheet.note("指定する期限までに完納されないときは、納付期限の翌日から納付の日の前日までの"
             "日数によって延滞金がかかることがあります（健康保険法181条）。");
  sheet.note("指定する期限までに納付されないときは、滞納処分を受けることがあります"
             "（健康保険法180条4項）。");
  sheet.note("行き違いに納付されたときは、ご容赦ください。");
  sheet.note("この督促に不服があるときは、社会保険審査会に審査請求をすることができます"
             "（健康保険法190条）。");
  return sheet.finish();
}

// 健康保険法164条3項
base::Result<print::Printed> print_set_off(const Credit& credit, const std::string& name,
                                           const std::vector<SetOffLine>& lines,
                                           const premium::NoticeSender& sender,
                                           base::Moment made_at) {
  print::Sheet sheet({.title = "過誤納の充当通知書", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　過誤納の充当通知書");
  sheet.address_block({"", "", name});
  sheet.paragraph(letter_day(made_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("過誤納の充当通知書");
  sheet.paragraph("告知した額または納付された額が、納付すべき額を超えていました。"
                  "超えた部分を次の保険料に充てましたので、お知らせします"
                  "（健康保険法164条2項・3項）。");
  sheet.facts({{"理由", wording(credit.cause).ja.text()},
               {"告知または納付の日", letter_day(credit.arose_on)},
               {"超えた額", letter_yen(credit.amount)}});
  print::Table table;
  table.columns = {{4, Align::left}, {4, Align::left}, {3, Align::right}};
  table.head = {"充てた保険料", "納付期限", "金額"};
  base::Yen sum;
  for (const auto& line : lines) {
    table.rows.push_back({{base::era_month(line.month) + "分", letter_day(line.due),
                           letter_yen(line.amount)}});
    sum += line.amount;
  }
  table.rows.push_back({{"合計", "", letter_yen(sum)}, RowStyle::total});
  sheet.table(table);
  return sheet.finish();
}

}  // namespace kenpo::collection
