#include "benefit/outpatient_year_print.h"

#include "base/era.h"
#include "collection/arrears_print.h"

namespace kenpo::benefit {

// 健康保険法施行令41条の2; 健康保険法施行規則109条の2の2（様式は通知による）
base::Result<print::Printed> print_burden_certificate(const OwnBurden& burden,
                                                      const premium::NoticeSender& sender,
                                                      base::Moment made_at) {
  using collection::letter_day;
  using collection::letter_yen;
  using print::Align;
  const auto& year = burden.year;
  print::Sheet sheet(
      {.title = "自己負担額証明書（外来年間合算）", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　自己負担額証明書（外来年間合算）");
  auto lines = burden.address;
  lines.push_back(burden.name + "　様");
  sheet.address_block(lines);
  sheet.paragraph(letter_day(made_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("自己負担額証明書（外来年間合算）");
  sheet.paragraph(
      "計算期間に当組合の加入者として受けた外来の療養について、高額療養費と付加給付を"
      "除いた自己負担額を証明します。");
  sheet.facts({{"氏名", burden.name},
               {"生年月日", letter_day(burden.born)},
               {"計算期間", base::era_month(year.last.plus(-months_before_last)) + "から" +
                                base::era_month(year.last) + "まで"}});
  print::Table table;
  table.columns = {{4, Align::left}, {3, Align::right}};
  table.head = {"診療月", "自己負担額"};
  for (const auto& each : year.months) {
    table.rows.push_back({{base::era_month(each.month), letter_yen(each.left)}});
  }
  table.rows.push_back({{"合計", letter_yen(year.ours)}, print::RowStyle::total});
  sheet.table(table);
  sheet.note(
      "計算期間の最後の日（7月31日）に加入している保険者に、この証明書を添えて申請してください。");
  return sheet.finish();
}

}  // namespace kenpo::benefit
