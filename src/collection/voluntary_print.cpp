#include "collection/voluntary_print.h"

#include <algorithm>
#include <utility>

#include "base/era.h"
#include "collection/arrears_print.h"

namespace kenpo::collection {

namespace {

using print::Align;
using print::RowStyle;

std::string months_of(const VoluntaryDemand& demand) {
  const auto first = base::era_month(demand.debt.key.month);
  return demand.months == 1 ? first + "分"
                            : first + "分から" + base::era_month(demand.last()) + "分まで(" +
                                  std::to_string(demand.months) + "か月)";
}

// 健康保険法施行規則138条
void add_slip(print::Sheet& sheet, const MemberView& member, const VoluntaryDemand& demand,
              const premium::NoticeSender& sender) {
  const auto& debt = demand.debt;
  sheet.address_block({"", "", member.name + "　様"});
  sheet.paragraph(letter_day(debt.claimed_on), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  const bool ahead = debt.key.kind == DebtKind::voluntary_prepayment;
  sheet.title(ahead ? "任意継続被保険者 前納保険料納付書" : "任意継続被保険者 保険料納付書");
  sheet.facts({{"対象の月", months_of(demand)},
               {"標準報酬月額", letter_yen(demand.standard)},
               {"納付期限", letter_day(debt.due)},
               {"納付場所", sender.place}});
  print::Table table;
  table.columns = {{5, Align::left}, {3, Align::right}};
  table.head = {"種別", "金額"};
  table.rows = {{{"健康保険料等(調整・介護を含む)", letter_yen(debt.health)}},
                {{"子ども・子育て支援金", letter_yen(debt.child)}},
                {{"納付する額", letter_yen(debt.total())}, RowStyle::total}};
  sheet.table(table);
  if (ahead) {
    sheet.note("前納の額は、年4分の利率による複利現価の額を割り引いた額です"
               "（健康保険法施行令49条）。期限までに納付されないときは、月ごとの納付になります。");
  } else {
    sheet.note("納付期限までに納付されないときは、納付期限の翌日に資格を失います"
               "（健康保険法38条3号）。初めての保険料のときは、任意継続被保険者と"
               "ならなかったものとみなします（健康保険法37条2項）。");
  }
}

}  // namespace

base::Result<print::Printed> print_slip(const MemberView& member, const VoluntaryDemand& demand,
                                        const premium::NoticeSender& sender,
                                        base::Moment made_at) {
  return print_slips({{member, demand}}, sender, made_at);
}

base::Result<print::Printed> print_slips(const std::vector<MemberSlip>& slips,
                                         const premium::NoticeSender& sender,
                                         base::Moment made_at) {
  if (std::cmp_greater(slips.size(), slips_of_a_file)) {
    return collection_fault({"一つのファイルに入る納付書の数を超えています。", "Too many slips."}, {},
                            {"ファイルを分けてください。", "Divide them."});
  }
  print::Sheet sheet({.title = "保険料納付書", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　保険料納付書");
  bool first = true;
  for (const auto& slip : slips) {
    if (!first) sheet.next_letter();
    first = false;
    add_slip(sheet, slip.member, slip.demand, sender);
  }
  return sheet.finish();
}

std::vector<MemberPayment> payments_in(const MemberView& member, int year) {
  std::vector<MemberPayment> found;
  std::ranges::copy_if(member.payments, std::back_inserter(found),
                       [&](const MemberPayment& one) { return one.paid_on.year() == year; });
  return found;
}

base::Result<print::Printed> print_certificate(const MemberView& member, int year,
                                               const premium::NoticeSender& sender,
                                               base::Moment made_at) {
  print::Sheet sheet({.title = "保険料納付証明書", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　保険料納付証明書　" + std::to_string(year) + "年");
  sheet.address_block({"", "", member.name + "　様"});
  sheet.paragraph(letter_day(made_at.day()), Align::right);
  sheet.paragraph(sender.society + "　理事長　" + sender.representative, Align::right);
  sheet.title("保険料納付証明書（" + std::to_string(year) + "年中の納付）");
  sheet.paragraph("次のとおり任意継続被保険者の保険料が納付されたことを証明します。"
                  "納付された日が" + std::to_string(year) + "年1月1日から12月31日までのものです。");
  print::Table table;
  table.columns = {{4, Align::left}, {5, Align::left}, {3, Align::right}};
  table.head = {"納付の日", "保険料", "金額"};
  base::Yen sum;
  for (const auto& one : payments_in(member, year)) {
    table.rows.push_back({{letter_day(one.paid_on),
                           base::era_month(one.debt.month) + "分 " +
                               wording(one.debt.kind).ja.text(),
                           letter_yen(one.amount)}});
    sum += one.amount;
  }
  table.rows.push_back({{"合計", "", letter_yen(sum)}, RowStyle::total});
  sheet.table(table);
  sheet.note("前納した保険料は、納付した日の年に含まれます。還付した額は差し引いていません。");
  return sheet.finish();
}

}  // namespace kenpo::collection
