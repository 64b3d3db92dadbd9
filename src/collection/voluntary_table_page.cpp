#include "collection/voluntary_table_page.h"

#include "base/era.h"

namespace kenpo::collection {

using desk::Cell;
using Holds = desk::Column::Holds;

namespace {

std::string way_of(const DemandView& view) {
  switch (view.demand.debt.key.kind) {
    case DebtKind::voluntary_prepayment: return view.lapsed ? "前納(期限切れ)" : "前納";
    case DebtKind::voluntary_shortfall:
      return view.lapsed ? "前納の不足額(取消し)" : "前納の不足額";
    case DebtKind::voluntary_correction: return "訂正の不足額";
    default: return "毎月";
  }
}

}  // namespace

std::string repricing_words(const VoluntaryLevy& levy) {
  std::string words;
  if (levy.repriced > 0) {
    words += "料率や標準報酬の変更により前納 " + std::to_string(levy.repriced) + "件を再計算しました(不足 " +
             yen_words(levy.shortfall) + "、過納 " + yen_words(levy.surplus) + ")。";
  }
  if (levy.lapsed > 0) {
    words += "期限までに納付のない前納 " + std::to_string(levy.lapsed) + "件を月ごとの納付にしました。";
  }
  if (levy.to_sort_out > 0) {
    words += "期間の中で増減のある前納 " + std::to_string(levy.to_sort_out) +
             "件は、額を確かめてください。";
  }
  if (levy.corrected > 0) {
    words += "請求済みの " + std::to_string(levy.corrected) + "か月分に訂正がありました(不足 " +
             yen_words(levy.corrected_more) + "、減額 " + yen_words(levy.corrected_less) + ")。";
  }
  return words;
}

std::string member_address(const base::PersonId& person) {
  return "/voluntary-members/" + std::string(person.text());
}

desk::Data demands_table(const MemberView& member) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& each : member.demands) {
    const auto& demand = each.demand;
    const auto& debt = demand.debt;
    const auto months = base::era_month(debt.key.month) +
                        (demand.months == 1 ? "" : "から" + std::to_string(demand.months) + "か月");
    rows.push_back({{months},
                    {way_of(each)},
                    desk::yen_cell(demand.standard),
                    desk::yen_cell(debt.health),
                    desk::yen_cell(debt.child),
                    {debt.due.iso()},
                    desk::yen_cell(debt.rest()),
                    {each.loss ? each.loss->lost_on.iso() : ""},
                    desk::link_cell("納付書(PDF)", member_address(member.facts.person) +
                                                       "/slips/" + debt_text(debt.key) + ".pdf")});
  }
  return desk::table("請求",
                     {{"月"},
                      {"納め方"},
                      {"標準報酬(円)", Holds::numbers},
                      {"健康保険(円)", Holds::numbers},
                      {"支援金(円)", Holds::numbers},
                      {"納付期限"},
                      {"残り(円)", Holds::numbers},
                      {"未納による喪失日"},
                      {"納付書"}},
                     rows, std::to_string(rows.size()) + "件");
}

desk::Data payments_table(const MemberView& member) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : member.payments) {
    rows.push_back({{one.paid_on.iso()},
                    {base::era_month(one.debt.month) + "分 " + wording(one.debt.kind).ja.text()},
                    desk::yen_cell(one.amount)});
  }
  return desk::table("納付", {{"納付の日"}, {"保険料"}, {"金額(円)", Holds::numbers}}, rows,
                     std::to_string(rows.size()) + "件");
}

desk::Data corrections_table(const MemberView& member) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& one : member.corrections) {
    rows.push_back({{base::era_month(one.month) + "分"},
                    {wording(one.cause).ja.text()},
                    desk::yen_cell(one.standard),
                    desk::yen_cell(one.health),
                    desk::yen_cell(one.child),
                    {base::era_month(one.on_month) + "分 " + wording(one.on).ja.text()},
                    {one.made_at.day().iso()}});
  }
  return desk::table("遡及の訂正",
                     {{"訂正した月"},
                      {"原因"},
                      {"標準報酬(円)", Holds::numbers},
                      {"健康保険の増減(円)", Holds::numbers},
                      {"支援金の増減(円)", Holds::numbers},
                      {"増減した請求"},
                      {"計算した日"}},
                     rows, std::to_string(rows.size()) + "件");
}

}  // namespace kenpo::collection
