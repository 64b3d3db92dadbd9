#include "remuneration/pay_entry_page.h"

#include <algorithm>

#include "base/width.h"
#include "desk/form.h"
#include "desk/page.h"
#include "desk/visit.h"
#include "eligibility/notification_act.h"
#include "eligibility/pay_entry_act.h"
#include "remuneration/determination_act.h"

namespace kenpo::remuneration {

namespace of_pay_entry {

using base::Result;
using desk::Choice;
using desk::Data;
using desk::Field;
using desk::Form;
using desk::Response;
using desk::Visit;
using eligibility::Ledger;
using eligibility::PayEntry;
using eligibility::PayForm;
using eligibility::yes_no;

constexpr std::int64_t pay_limit_yen = 999'999'999;  // of the layout of the file
constexpr int days_limit = 31;
constexpr auto optional = Field::Need::optional;

constexpr Field symbol_field{.name = "symbol", .label = "記号", .length_limit = 8};
constexpr Field insured_field{
    .name = "insured_number", .label = "番号", .length_limit = 12, .mode = "numeric"};
constexpr Field born_field{.name = "known_born", .label = "被保険者の生年月日",
                           .support = "本人の確認に使います。"};
constexpr Field paid_field{.name = "on", .label = "賞与の支払年月日"};
constexpr Field bonus_field{.name = "amount", .label = "賞与額", .length_limit = 12,
                            .mode = "numeric"};
constexpr Field from_field{.name = "from", .label = "改定年月", .support = "例：R8.7"};
constexpr Field year_field{.name = "year", .label = "年", .support = "9月から適用する年（西暦）。",
                           .length_limit = 4, .mode = "numeric"};
constexpr Field worker_field{.name = "worker", .label = "被保険者の区分", .need = optional,
                             .support = "空なら一般です。"};
constexpr Field change_field{.name = "change_month", .label = "昇降給の月", .need = optional,
                             .length_limit = 2, .mode = "numeric"};
constexpr Field direction_field{.name = "direction", .label = "昇降給の別", .need = optional};
constexpr Field must_direction_field{.name = "direction", .label = "昇降給の別"};
constexpr Field back_month_field{.name = "back_pay_month", .label = "遡及支払の月",
                                 .need = optional, .length_limit = 2, .mode = "numeric"};
constexpr Field back_pay_field{.name = "back_pay", .label = "遡及支払額", .need = optional,
                               .length_limit = 12, .mode = "numeric"};
constexpr Field two_field{.name = "two_workplaces", .label = "二以上事業所勤務",
                          .need = optional};
constexpr Field payer_field{.name = "paid_by", .label = "支払ったほかの事業所の記号",
                            .need = optional,
                            .support = "二以上事業所勤務で、ほかの事業所が支払った賞与のときだけ入れます。",
                            .length_limit = 8};
constexpr Field midway_field{.name = "joined_midway", .label = "途中入社", .need = optional};
constexpr Field annual_field{.name = "annual_average", .label = "年間平均の申立て",
                             .need = optional};
constexpr Field expected_field{.name = "revision_expected", .label = "月額変更の予定",
                               .need = optional};
constexpr std::array<Field, 3> days_fields{
    {{.name = "days_1", .label = "1か月目の基礎日数", .length_limit = 2, .mode = "numeric"},
     {.name = "days_2", .label = "2か月目の基礎日数", .length_limit = 2, .mode = "numeric"},
     {.name = "days_3", .label = "3か月目の基礎日数", .length_limit = 2, .mode = "numeric"}}};
constexpr std::array<Field, 3> pay_fields{
    {{.name = "pay_1", .label = "1か月目の報酬", .length_limit = 12, .mode = "numeric"},
     {.name = "pay_2", .label = "2か月目の報酬", .length_limit = 12, .mode = "numeric"},
     {.name = "pay_3", .label = "3か月目の報酬", .length_limit = 12, .mode = "numeric"}}};

constexpr Field changed_field{.name = "changed", .label = "変動のあった給与の支払月",
                              .support = "例：R8.10"};
/// Of a report only the first month must be known.
constexpr std::array<Field, 3> told_days_fields{
    {days_fields[0],
     {.name = "days_2", .label = "2か月目の基礎日数", .need = optional, .length_limit = 2,
      .mode = "numeric"},
     {.name = "days_3", .label = "3か月目の基礎日数", .need = optional, .length_limit = 2,
      .mode = "numeric"}}};
constexpr std::array<Field, 3> told_pay_fields{
    {pay_fields[0],
     {.name = "pay_2", .label = "2か月目の報酬", .need = optional, .length_limit = 12,
      .mode = "numeric"},
     {.name = "pay_3", .label = "3か月目の報酬", .need = optional, .length_limit = 12,
      .mode = "numeric"}}};

const std::vector<Choice> yes_choices{{"yes", "はい"}, {"no", "いいえ"}};
const std::vector<Choice> worker_choices{
    {"1", "1 一般"}, {"2", "2 短時間就労者（パート）"}, {"3", "3 短時間労働者"}};
const std::vector<Choice> direction_choices{{"1", "1 昇給"}, {"2", "2 降給"}};
const std::vector<Choice> report_choices{
    {"1", "1 昇給"}, {"2", "2 降給"}, {"0", "0 変動なし（報酬だけ）"}};

struct PayLine {
  const Field* field;
  const std::vector<Choice>* choices = nullptr;  // none: an input
};

std::vector<PayLine> lines_of(PayForm form) {
  std::vector<PayLine> lines{{&symbol_field}, {&insured_field}, {&born_field}};
  const auto add = [&](std::initializer_list<PayLine> more) {
    lines.insert(lines.end(), more.begin(), more.end());
  };
  if (form == PayForm::bonus) {
    add({{&paid_field}, {&bonus_field}, {&two_field, &yes_choices}, {&payer_field}});
    return lines;
  }
  const bool report = form == PayForm::pay_report;
  add({{report ? &changed_field : form == PayForm::regular ? &year_field : &from_field}});
  for (std::size_t at = 0; at < days_fields.size(); ++at) {
    add({{report ? &told_days_fields[at] : &days_fields[at]},
         {report ? &told_pay_fields[at] : &pay_fields[at]}});
  }
  add({{&worker_field, &worker_choices}});
  if (report) {
    add({{&must_direction_field, &report_choices}, {&back_month_field}, {&back_pay_field}});
    return lines;
  }
  if (form == PayForm::revision) {
    add({{&must_direction_field, &direction_choices}, {&back_month_field}, {&back_pay_field},
         {&two_field, &yes_choices}});
    return lines;
  }
  add({{&change_field}, {&direction_field, &direction_choices}, {&back_month_field},
       {&back_pay_field}, {&midway_field, &yes_choices}, {&two_field, &yes_choices},
       {&annual_field, &yes_choices}, {&expected_field, &yes_choices}});
  return lines;
}

std::string_view words_of(PayForm form) {
  switch (form) {
    case PayForm::regular:
      return "算定基礎届";
    case PayForm::revision:
      return "月額変更届";
    case PayForm::pay_report:
      return "固定的賃金の変動の報告";
    default:
      return "賞与支払届";
  }
}

std::optional<PayForm> form_asked(const Visit& visit) {
  const auto asked = visit.path_value("form");
  if (asked == "regular") return PayForm::regular;
  if (asked == "revision") return PayForm::revision;
  if (asked == "change") return PayForm::pay_report;
  return asked == "bonus" ? std::optional(PayForm::bonus) : std::nullopt;
}

std::string entry_address(PayForm form) {
  constexpr std::string_view base = "/pay-notifications/new/";
  return std::string(base) + (form == PayForm::regular    ? "regular"
                              : form == PayForm::revision ? "revision"
                              : form == PayForm::pay_report ? "change"
                                                            : "bonus");
}

Result<Response> pay_page(const Visit& visit, PayForm of, const Form& form) {
  std::vector<Data> fields;
  for (const auto& line : lines_of(of)) {
    Data row;
    if (line.choices != nullptr) {
      row.nothing("input").section("select", form.select(*line.field, *line.choices));
    } else {
      row.section("input", form.input(*line.field)).nothing("select");
    }
    fields.push_back(std::move(row));
  }
  Data data;
  data.section("error_summary", form.error_summary())
      .text("support", of == PayForm::regular
                           ? "4月、5月、6月に支払った報酬を、古い月から順に入れます（健康保険法41条）。"
                       : of == PayForm::revision
                           ? "改定年月の前の3か月に支払った報酬を、古い月から順に入れます（同43条）。"
                       : of == PayForm::pay_report
                           ? "変動した給与を支払った月から、分かった月までの報酬を入れます。次の月が分かったら、"
                             "同じ変動の月で入れ直します（同43条）。"
                           : "同じ月に何回か支払ったときは、合計を入れます（同45条）。")
      .text("address", entry_address(of))
      .list("fields", std::move(fields));
  desk::PageHead head;
  head.title = std::string(words_of(of));
  head.section = "/notifications";
  head.crumbs = {{"届書", "/notifications"}};
  head.submit_label = "登録する";
  head.status = form.ok() ? 200 : 422;
  head.started = {&eligibility::pay_enter};
  return desk::page(visit, std::move(head), "pay_entry_page", std::move(data));
}

bool says_yes(Form& form, const Field& field) { return form.choice(field, yes_choices) == "yes"; }

std::optional<int> month_number(Form& form, const Field& field) {
  const auto month = form.number(field, 1, 12);
  return month ? std::optional(static_cast<int>(*month)) : std::nullopt;
}

void read_months(Form& form, PayEntry& entry, base::Month first) {
  const bool report = entry.pay.form == PayForm::pay_report;
  const auto& days = report ? told_days_fields : days_fields;
  const auto& pay = report ? told_pay_fields : pay_fields;
  for (std::size_t at = 0; at < days_fields.size(); ++at) {
    auto& month = entry.pay.months[at];
    month.month = first.plus(static_cast<int>(at)).month();
    month.base_days = static_cast<int>(form.number(days[at], 0, days_limit).value_or(0));
    month.pay = form.yen(pay[at], 0, pay_limit_yen).value_or(base::Yen());
  }
  const auto worker = form.choice(worker_field, worker_choices);
  entry.pay.part_time = yes_no(worker == "2");
  entry.pay.short_hours = yes_no(worker == "3");
  entry.pay.back_pay_month = month_number(form, back_month_field);
  entry.pay.back_pay = form.yen(back_pay_field, 0, pay_limit_yen).value_or(base::Yen());
}

void read_regular(Form& form, PayEntry& entry) {
  constexpr int first_year = 2015;
  constexpr int last_year = 2100;
  constexpr int april = 4;
  constexpr int september = 9;
  const auto year = static_cast<int>(form.number(year_field, first_year, last_year).value_or(0));
  if (year == 0) return;
  entry.pay.on = base::Month::make(year, september)->first_day();
  read_months(form, entry, *base::Month::make(year, april));
  entry.pay.change_month = month_number(form, change_field);
  const auto direction = form.choice(direction_field, direction_choices);
  entry.pay.direction = direction ? direction->front() - '0' : 0;
  entry.pay.joined_midway = yes_no(says_yes(form, midway_field));
  entry.pay.annual_average = yes_no(says_yes(form, annual_field));
  entry.pay.revision_expected = yes_no(says_yes(form, expected_field));
}

void read_revision(Form& form, PayEntry& entry) {
  const auto from = form.month(from_field);
  const auto direction = form.choice(must_direction_field, direction_choices);
  if (!from || !direction) return;
  const auto first = from->plus(-3);
  entry.pay.on = from->first_day();
  entry.pay.change_month = first.month();
  entry.pay.direction = direction->front() - '0';
  read_months(form, entry, first);
}

void read_report(Form& form, PayEntry& entry) {
  const auto changed = form.month(changed_field);
  const auto direction = form.choice(must_direction_field, report_choices);
  if (!changed || !direction) return;
  entry.pay.on = changed->first_day();
  entry.pay.direction = direction->front() - '0';
  read_months(form, entry, *changed);
}

std::optional<PayEntry> read_entry(Form& form, PayForm of) {
  PayEntry entry;
  entry.pay.form = of;
  entry.symbol = base::normalised(base::Entry::code, form.text(symbol_field).value_or(""));
  entry.number = base::normalised(base::Entry::number, form.text(insured_field).value_or(""));
  entry.known_born = form.date(born_field).value_or(base::Date());
  if (of == PayForm::bonus) {
    entry.pay.on = form.date(paid_field).value_or(base::Date());
    entry.pay.amount = form.yen(bonus_field, 1, pay_limit_yen).value_or(base::Yen());
    entry.paid_by = base::normalised(base::Entry::code, form.text(payer_field).value_or(""));
  } else if (of == PayForm::regular) {
    read_regular(form, entry);
  } else if (of == PayForm::pay_report) {
    read_report(form, entry);
  } else {
    read_revision(form, entry);
  }
  entry.pay.two_workplaces = yes_no(says_yes(form, two_field));
  if (!form.ok()) return std::nullopt;
  return entry;
}

Result<Response> take_pay(Ledger ledger, const Visit& visit, const notice::Acting& acting) {
  const auto of = form_asked(visit);
  if (!of) return Visit::no_such_page();
  auto form = visit.form();
  const auto entry = read_entry(form, *of);
  if (!entry) return pay_page(visit, *of, form);
  const auto entered = eligibility::enter_pay(ledger, acting, *entry);
  if (!entered.ok()) {
    form.note(entered.faults());
    return pay_page(visit, *of, form);
  }
  const bool may_decide =
      ledger.gate.ruling(remuneration_determine, visit.staff()).refusal == notice::Refusal::none;
  std::string told = "登録しました。標準報酬は、次の決定で決まります。";
  if (*of == PayForm::pay_report) {
    told = "登録しました。「随時改定の候補」で確かめられます。";
  } else if (may_decide) {
    // What waited before goes first; the one just typed is among the last.
    Determination made = KENPO_TRY(determine_waiting(ledger, acting));
    while (made.waiting > 0) made = KENPO_TRY(determine_waiting(ledger, acting));
    told = made.for_people > 0 ? "登録しました。届書だけでは決められないので、事務処理に出ました。"
                               : "登録し、標準報酬を決定しました。";
  }
  return visit.redirect_with("/members/" + std::string(entered->text()), told);
}

}  // namespace of_pay_entry

void add_pay_entry_routes(desk::Router& router, const eligibility::Ledger& ledger) {
  using namespace of_pay_entry;
  router.get<eligibility::notification_board>(
      "/pay-notifications/new/{form}",
      [](const Visit& visit, const notice::Permit<eligibility::notification_board>&)
          -> Result<Response> {
        const auto of = form_asked(visit);
        if (!of) return Visit::no_such_page();
        Form form;
        form.prefill("year", std::to_string(visit.now().day().year()));
        return pay_page(visit, *of, form);
      });
  router.post_act<eligibility::pay_enter>(
      "/pay-notifications/new/{form}",
      [ledger](const Visit& visit, const notice::Acting& acting) {
        return take_pay(ledger, visit, acting);
      });
}

}  // namespace kenpo::remuneration
