#include "premium/payment_notice_print.h"

#include <string>

#include "base/era.h"

namespace kenpo::premium {

namespace {

using base::Yen;
using print::Align;
using print::RowStyle;

std::string yen_text(Yen amount) { return amount.grouped() + "円"; }
std::string day_text(base::Date day) { return base::era_long(day).value_or(day.iso()); }
/// Millionths of a yen to two decimals, toward zero: what the people's exact premiums make.
std::string exact_text(std::int64_t millionths) {
  constexpr std::int64_t hundredth = 10'000;
  constexpr std::int64_t hundred = 100;
  const auto hundredths = millionths / hundredth;
  const auto part = std::to_string((hundredths < 0 ? -hundredths : hundredths) % hundred);
  std::string sign = hundredths < 0 && hundredths > -hundred ? "-" : "";
  return sign + Yen(hundredths / hundred).grouped() + "." +
         std::string(2 - part.size(), '0') + part + "円";
}

print::Table amounts_table(const PaymentNotice& notice) {
  print::Table table;
  table.columns = {{5, Align::left}, {3, Align::right}};
  table.head = {"種別", "金額"};
  const auto& billed = notice.this_month;
  const auto general = billed.basic + billed.specific;
  table.rows = {{{"一般保険料", yen_text(general)}},
                {{"　うち基本保険料", yen_text(billed.basic)}},
                {{"　うち特定保険料", yen_text(billed.specific)}},
                {{"調整保険料", yen_text(billed.adjustment)}},
                {{"介護保険料", yen_text(billed.care)}},
                {{"子ども・子育て支援金", yen_text(billed.child)}}};
  for (const auto& earlier : notice.earlier) {
    table.rows.push_back(
        {{base::era_month(earlier.month) + "分の差額", yen_text(earlier.amount.total())}});
  }
  table.rows.push_back({{"納付する額", yen_text(notice.total)}, RowStyle::total});
  return table;
}

print::Table causes_table(const PaymentNotice& notice) {
  print::Table table;
  table.columns = {{4, Align::left}, {2, Align::right}, {3, Align::right}};
  table.head = {"理由", "人数", "前月との差額"};
  std::int64_t explained = 0;
  for (const auto& line : notice.causes) {
    explained += line.millionths;
    table.rows.push_back({{wording(line.cause).ja.text(), std::to_string(line.persons) + "人",
                           exact_text(line.millionths)}});
  }
  const auto difference = notice.total - notice.last_month;
  constexpr std::int64_t whole = 1'000'000;
  table.rows.push_back({{"端数処理", "", exact_text(difference.amount() * whole - explained)}});
  table.rows.push_back({{"差額の合計", "", yen_text(difference)}, RowStyle::total});
  return table;
}

}  // namespace

// 健康保険法施行規則136条
base::Result<print::Printed> print_payment_notice(const PaymentNotice& notice,
                                                  const NoticeSender& sender) {
  const auto at = notice.issued_at.value_or(notice.shown_at);
  print::Sheet sheet({.title = "健康保険料等納入告知書", .sender = sender, .made_at = at});
  sheet.footer(sender.society + "　納入告知書　" + base::era_month(notice.month) + "分");
  const auto& place = notice.establishment;
  sheet.address_block({place.postal_code.empty() ? "" : "〒" + place.postal_code, place.address,
                       place.name + "　御中"});
  sheet.paragraph(notice.issued_at ? day_text(at.day()) : "（告知前の確認用）", Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("健康保険料等納入告知書");
  sheet.paragraph("次の保険料等を納付期限までに納付してください（健康保険法164条1項）。");
  sheet.facts({{"事業所記号", place.symbol},
               {"対象の月", base::era_month(notice.month) + "分"},
               {"納付期限", day_text(notice.due)},
               {"納付場所", sender.place}});
  sheet.table(amounts_table(notice));
  sheet.note("納付する額は、被保険者全員の保険料等の合計から1円未満を切り捨てた額です。");
  sheet.note("この告知に不服があるときは、社会保険審査会に審査請求をすることができます"
             "（健康保険法190条）。");
  sheet.desk();
  sheet.new_page();
  sheet.heading("前月との差額の内訳");
  sheet.facts({{"前月の納付する額", yen_text(notice.last_month)},
               {"当月の納付する額", yen_text(notice.total)}});
  sheet.table(causes_table(notice));
  sheet.note("人数は理由ごとに数えています。2つ以上の理由がある人はそれぞれに含まれます。");
  return sheet.finish();
}

}  // namespace kenpo::premium
