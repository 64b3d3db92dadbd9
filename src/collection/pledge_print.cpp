#include "collection/pledge_print.h"

#include "base/era.h"
#include "collection/arrears_print.h"

namespace kenpo::collection {

namespace {

using print::Align;
using print::RowStyle;

std::string debt_words(const DebtKey& key) {
  return base::era_month(key.month) + "分 " + wording(key.kind).ja.text();
}

print::Table pledged_table(const Pledge& pledge) {
  print::Table table;
  table.columns = {{6, Align::left}, {3, Align::right}};
  table.head = {"対象の保険料等", "残りの額"};
  for (const auto& one : pledge.debts) {
    table.rows.push_back({{debt_words(one.debt), letter_yen(one.rest)}});
  }
  table.rows.push_back({{"合計", letter_yen(pledge.total())}, RowStyle::total});
  return table;
}

print::Table plan_table(const Pledge& pledge) {
  print::Table table;
  table.columns = {{2, Align::right}, {5, Align::left}, {3, Align::right}};
  table.head = {"回", "期日", "納付する額"};
  int number = 0;
  for (const auto& one : pledge.instalments) {
    table.rows.push_back({{std::to_string(++number), letter_day(one.due), letter_yen(one.amount)}});
  }
  table.rows.push_back({{"", "合計", letter_yen(pledge.total())}, RowStyle::total});
  return table;
}

print::Table debts_table(const PayerView& payer) {
  print::Table table;
  table.columns = {{5, Align::left}, {3, Align::left}, {3, Align::right}, {3, Align::right},
                   {4, Align::left}};
  table.head = {"請求", "納付期限", "請求した額", "残り", "段階"};
  for (const auto& one : payer.debts) {
    const auto& debt = one.debt;
    if (debt.rest() == base::Yen() && debt.last_paid_on <= debt.due) continue;  // paid in time
    table.rows.push_back({{debt_words(debt.key), debt.due.iso(), letter_yen(debt.total()),
                           letter_yen(debt.rest()), wording(one.stage).ja.text()}});
  }
  return table;
}

print::Table steps_table(const PayerView& payer) {
  print::Table table;
  table.columns = {{3, Align::left}, {4, Align::left}, {5, Align::left}, {3, Align::left},
                   {3, Align::right}, {6, Align::left}};
  table.head = {"日", "措置", "請求", "期日", "額", "内容"};
  for (auto at = payer.steps.rbegin(); at != payer.steps.rend(); ++at) {
    table.rows.push_back({{at->on.iso(), wording(at->measure).ja.text(), debt_words(at->debt),
                           at->until ? at->until->iso() : "",
                           at->amount == base::Yen() ? "" : letter_yen(at->amount), at->note}});
  }
  return table;
}

print::Table kept_table(const PledgeStanding& standing) {
  print::Table table;
  table.columns = {{3, Align::left}, {3, Align::right}, {3, Align::left}, {3, Align::right},
                   {3, Align::left}};
  table.head = {"期日", "額", "納付の日", "不足", "履行"};
  for (const auto& one : standing.instalments) {
    const bool open = !one.covered_on;
    const char* kept = one.late ? (open ? "不履行" : "遅れて納付") : (open ? "期日前" : "納付");
    table.rows.push_back({{one.instalment.due.iso(), letter_yen(one.instalment.amount),
                           one.covered_on ? one.covered_on->iso() : "",
                           one.missing == base::Yen() ? "" : letter_yen(one.missing), kept}});
  }
  return table;
}

}  // namespace

base::Result<print::Printed> print_pledge(const PayerView& payer, const Pledge& pledge,
                                          const premium::NoticeSender& sender,
                                          base::Moment made_at) {
  print::Sheet sheet({.title = "納付誓約書", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　納付誓約書");
  sheet.paragraph(letter_day(pledge.pledged_on), Align::right);
  sheet.title("納付誓約書（分割納付）");
  sheet.paragraph(sender.society + "　理事長　" + sender.representative + "　殿");
  sheet.paragraph("次の保険料等が未納であることを認め、下の計画のとおり納付することを誓約します。"
                  "一回でも期日までに納付しないときは、この計画を取り消され、滞納処分を受けても"
                  "異議はありません。");
  sheet.heading("対象の保険料等");
  sheet.table(pledged_table(pledge));
  sheet.heading("分割納付の計画");
  sheet.table(plan_table(pledge));
  sheet.note("延滞金は、完納の日の前日まで別にかかります（健康保険法181条）。"
             "納付された額は、その日から延滞金の計算の元の額から除きます。");
  sheet.note("この誓約は債務の承認にあたり、時効はその時から新たに進みます（民法152条）。");
  sheet.gap(8);
  sheet.facts({{"住所・所在地", payer.address},
               {"氏名・名称", payer.name},
               {"代表者（署名）", ""}});
  return sheet.finish();
}

base::Result<print::Printed> print_arrears_record(const PayerView& payer,
                                                  const premium::NoticeSender& sender,
                                                  base::Moment made_at) {
  print::Sheet sheet({.title = "滞納整理の経過", .sender = sender, .made_at = made_at});
  sheet.footer(sender.society + "　滞納整理の経過");
  sheet.paragraph(letter_day(made_at.day()) + "現在", Align::right);
  sheet.title("滞納整理の経過");
  sheet.facts({{"納付者", payer.name}});
  sheet.heading("未納と遅れて納付された請求");
  sheet.table(debts_table(payer));
  sheet.heading("措置の記録（古い順）");
  sheet.table(steps_table(payer));
  for (const auto& one : payer.pledges) {
    sheet.heading("納付誓約　" + letter_day(one.pledge.pledged_on) + "　" +
                  wording(one.pledge.state()).ja.text() + "・" +
                  wording(one.standing.keeping).ja.text());
    sheet.table(kept_table(one.standing));
  }
  sheet.note("督促は健康保険法180条1項、滞納処分は同条4項、延滞金は181条によります。");
  return sheet.finish();
}

}  // namespace kenpo::collection
