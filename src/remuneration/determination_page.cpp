#include "remuneration/determination_page.h"

#include "base/era.h"
#include "desk/components.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/link_page.h"
#include "remuneration/basis_page.h"
#include "remuneration/explain_determination_act.h"
#include "remuneration/manual_act.h"

namespace kenpo::remuneration {

namespace {

using base::Result;
using desk::Cell;
using desk::ChipKind;
using desk::Data;
using desk::Item;
using desk::Response;
using desk::Visit;
using Holds = desk::Column::Holds;
using eligibility::NotifiedPay;
using eligibility::PayForm;
using eligibility::PayState;
using eligibility::YesNo;

std::string yen_words(base::Yen amount) { return amount.grouped() + "円"; }

Data state_chip(PayState state) {
  switch (state) {
    case PayState::waiting:
      return desk::chip(ChipKind::waiting, "決定待ち");
    case PayState::decided:
      return desk::chip(ChipKind::done, "決定済み");
    case PayState::for_people:
      return desk::chip(ChipKind::waiting, "確認が必要");
    case PayState::cancelled:
      return desk::chip(ChipKind::plain, "取消し");
  }
  return desk::chip(ChipKind::plain, "不明");
}

/// What the employer marked on the notification: 「短時間就労者、途中入社」.
std::string marks_of(const NotifiedPay& pay) {
  std::string marks;
  const auto add = [&marks](YesNo is, const char* words) {
    if (is == YesNo::no) return;
    if (!marks.empty()) marks += "、";
    marks += words;
  };
  add(pay.part_time, "短時間就労者(パート)");
  add(pay.short_hours, "短時間労働者");
  add(pay.joined_midway, "途中入社");
  add(pay.two_workplaces, "二以上事業所勤務");
  add(pay.annual_average, "年間平均の申立て");
  add(pay.revision_expected, "月額変更の予定");
  add(pay.capped, "1,000万円以上(実額の確認が必要)");
  return marks;
}

const char* form_words(PayForm form) {
  switch (form) {
    case PayForm::acquisition:
      return "被保険者資格取得届";
    case PayForm::regular:
      return "被保険者報酬月額算定基礎届";
    case PayForm::revision:
      return "被保険者報酬月額変更届";
    case PayForm::bonus:
      return "被保険者賞与支払届";
    case PayForm::pay_report:
      return "固定的賃金の変動の報告";
  }
  return "届出";
}

bool has_months(const NotifiedPay& pay) {
  return pay.form == PayForm::regular || pay.form == PayForm::revision ||
         pay.form == PayForm::pay_report;
}

std::vector<Item> notified_items(const NotifiedPay& pay) {
  std::vector<Item> items{{"届出", form_words(pay.form)}};
  const char* day = "資格取得日";
  if (pay.form == PayForm::bonus) day = "支払日";
  if (has_months(pay)) day = "適用する月の初日";
  items.push_back({day, pay.on.iso()});
  if (!has_months(pay)) {
    items.push_back(
        {pay.form == PayForm::bonus ? "賞与額" : "報酬月額の見込み", yen_words(pay.amount)});
  }
  if (pay.back_pay != base::Yen()) {
    const auto month = pay.back_pay_month ? std::to_string(*pay.back_pay_month) + "月" : "月なし";
    items.push_back({"遡及支払額", yen_words(pay.back_pay) + "(" + month + ")"});
  }
  if (pay.change_month) {
    const char* direction = pay.direction == 1 ? "昇給" : "降給";
    items.push_back({"昇降給", std::to_string(*pay.change_month) + "月 " +
                                   (pay.direction == 0 ? "区分なし" : direction)});
  }
  if (const auto marks = marks_of(pay); !marks.empty()) items.push_back({"備考", marks});
  return items;
}

Data months_table(const NotifiedPay& pay) {
  std::vector<std::vector<Cell>> rows;
  for (const auto& month : pay.months) {
    rows.push_back({{std::to_string(month.month) + "月"},
                    {std::to_string(month.base_days)},
                    desk::yen_cell(month.pay)});
  }
  return desk::table("届け出られた報酬",
                     {{"支払月"}, {"基礎日数", Holds::numbers}, {"報酬(円)", Holds::numbers}},
                     rows);
}

std::vector<Item> decided_items(const Explanation& found) {
  std::vector<Item> items;
  if (const auto& decided = found.remuneration) {
    items.push_back({"標準報酬月額", yen_words(decided->standard)});
    items.push_back({"等級", std::to_string(decided->grade) + "級"});
    items.push_back({"報酬月額", yen_words(decided->monthly)});
    items.push_back({"適用", base::era_month(decided->from) + "から"});
  }
  if (const auto& decided = found.bonus) {
    items.push_back({"標準賞与額", yen_words(decided->standard)});
    items.push_back({"その月の賞与の合計", yen_words(decided->paid)});
    items.push_back({"支払日", decided->paid_on.iso()});
  }
  return items;
}

Result<Response> determination_page(const desk::Router& router, eligibility::Ledger ledger,
                                    const Visit& visit, const notice::Acting& acting) {
  const auto id = KENPO_TRY(visit.id<eligibility::NotifiedPayId>("id"));
  auto explained = explain_determination(ledger, acting, id);
  if (!explained.ok()) {
    // A determination that a clerk entered has its reasons on a page of its own.
    const auto manual = ManualId::parse(id.text());
    if (manual && show_manual(ledger, acting, *manual).ok()) {
      return desk::redirect("/determinations/" + std::string(id.text()));
    }
    return std::move(explained).faults();
  }
  const auto found = std::move(explained).value();
  const auto decided = decided_items(found);
  const auto member = eligibility::open_address(
      router, visit, "/members/" + std::string(found.notified.person.text()));
  Data data;
  data.text("insured", eligibility::insured_words(found.insured))
      .section("state", state_chip(found.notified.state))
      .when("decided", !decided.empty())
      .section("decision", desk::description_list(decided))
      .section("notified", desk::description_list(notified_items(found.notified)))
      .when("any_lines", !found.lines.empty())
      .list("basis", basis_rows(found.lines))
      .text_if_any("member_address", member)
      .text_if_any("letters_address",
                   eligibility::open_address(
                       router, visit,
                       "/members/" + std::string(found.notified.person.text()) +
                           "/decision-letters"));
  if (has_months(found.notified)) {
    data.section("months", months_table(found.notified));
  } else {
    data.nothing("months");
  }
  desk::PageHead head;
  head.title = std::string(wording(found.notified.form)) + "の理由";
  head.section = "/members";
  head.crumbs = {{"加入者", "/members"}};
  if (!member.empty()) head.crumbs.push_back({"加入者台帳", member});
  return desk::page(visit, std::move(head), "determination_page", std::move(data));
}

}  // namespace

const char* wording(PayForm form) {
  switch (form) {
    case PayForm::acquisition:
      return "資格取得時決定";
    case PayForm::regular:
      return "定時決定";
    case PayForm::revision:
      return "随時改定";
    case PayForm::bonus:
      return "標準賞与額の決定";
    case PayForm::pay_report:
      return "固定的賃金の変動の報告";
  }
  return "決定";
}

void add_determination_routes(desk::Router& router, const eligibility::Ledger& ledger) {
  router.get_act<remuneration_explain>(
      "/remunerations/{id}",
      [&router, ledger](const Visit& visit, const notice::Acting& acting) {
        return determination_page(router, ledger, visit, acting);
      });
}

}  // namespace kenpo::remuneration
