#include <algorithm>
#include <array>

#include "base/tsv.h"
#include "cases/rule_table.h"
#include "law/book.h"
#include "remuneration/annual_average_rule.h"
#include "remuneration/bonus_rule.h"
#include "remuneration/grade_rule.h"
#include "remuneration/leave_end_rule.h"
#include "remuneration/regular_rule.h"
#include "remuneration/revision_rule.h"
#include "remuneration/two_workplaces_rule.h"
#include "remuneration/voluntary_standard_rule.h"

namespace kenpo::cases {

namespace {

using base::Date;
using base::Month;
using base::Rate;
using base::Result;
using base::Yen;

constexpr std::array<std::string_view, 3> workers = {"ordinary", "part_time", "short_hours"};
constexpr std::array<std::string_view, 3> moves = {"none", "up", "down"};

/// A row without a day asks for the newest law of the book.
Date newest_law() { return law::Book::carried().newest_from("remuneration."); }

/// Years that a row may name: wide enough for every law, and a year before or after still exists.
bool is_year(int year) { return year >= 1900 && year <= 9000; }

/// Exactly three values, or none when the column is not given.
template <typename Value>
std::array<Value, 3> three(Inputs& in, std::string_view column, const std::vector<Value>& list) {
  std::array<Value, 3> values = {};
  if (list.size() == values.size()) {
    std::copy(list.begin(), list.end(), values.begin());
  } else if (in.given(column) && in.errors().empty()) {
    in.refuse(column, "three values");
  }
  return values;
}

void put_grade(Outputs& out, const std::optional<remuneration::Grade>& grade) {
  if (!grade) return;
  out["=grade"] = std::to_string(grade->number);
  out["=standard"] = shown(std::optional(grade->standard));
}

Result<Outputs> run_grade(Inputs& in) {
  const Date on = in.date("on").value_or(newest_law());
  const Yen monthly = in.need_yen("monthly");
  Outputs out;
  put_grade(out, KENPO_TRY(remuneration::grade(on, monthly)));
  return out;
}

Result<Outputs> run_regular(Inputs& in) {
  remuneration::RegularInput input;
  // September of the newest law's year, or of the next when its day comes after September.
  input.year = in.count("year").value_or(newest_law().year() + 1);
  if (!is_year(input.year)) {
    in.refuse("year", "a year");
    return Outputs{};
  }
  input.worker = static_cast<remuneration::Worker>(in.word("worker", workers).value_or(0));
  const auto days = three(in, "days", in.count_list("days"));
  const auto pay = three(in, "pay", in.yen_list("pay"));
  const auto back_pay = three(in, "back_pay", in.yen_list("back_pay"));
  for (std::size_t at = 0; at < days.size(); ++at) {
    input.months[at] = {days[at], pay[at], back_pay[at]};
  }
  input.bonus_as_pay = in.yen("bonus_as_pay").value_or(Yen());
  input.partial_entry = in.count("partial_entry");
  if (input.partial_entry && (*input.partial_entry < 4 || *input.partial_entry > 6)) {
    in.refuse("partial_entry", "4 | 5 | 6");
  }
  input.previous_standard = in.yen("previous_standard");
  if (!in.given("days")) in.refuse("days", "must be given");
  if (!in.errors().empty()) return Outputs{};

  const auto decision = KENPO_TRY(remuneration::determine_regular(input));
  const auto& regular = decision.value;
  Outputs out;
  std::string months;
  for (const int month : regular.months) {
    months += (months.empty() ? "" : " ") + std::to_string(month);
  }
  if (!months.empty()) out["=months"] = months;
  // Without pay there is no average to tell; a standard that stays needs none.
  if (in.given("pay")) out["=average"] = shown(regular.average);
  if (in.given("pay") || regular.months.empty()) put_grade(out, regular.grade);
  return out;
}

Result<Outputs> run_bonus_as_pay(Inputs& in) {
  const int year = in.need_count("year");
  if (!is_year(year)) in.refuse("year", "a year");
  std::vector<remuneration::BonusPayment> payments;
  for (const auto word : base::words_of(in.text("payments"))) {
    const auto parts = base::cells_of(word, ':');
    const auto on = Date::parse(parts.front());
    Inputs amount;
    if (parts.size() == 2) amount.put("amount", parts[1]);
    const auto yen = amount.yen("amount");
    if (!on || !yen) {
      in.refuse("payments", "2026-06-10:350000, divided by spaces");
      break;
    }
    payments.push_back({*on, *yen});
  }
  if (!in.errors().empty()) return Outputs{};
  const auto decision = KENPO_TRY(remuneration::bonus_as_pay(year, payments));
  return Outputs{{"=monthly", shown(std::optional(decision.value))}};
}

Result<Outputs> run_revision(Inputs& in) {
  remuneration::RevisionInput input;
  const auto changed = in.month("changed");
  input.changed = changed.value_or(newest_law().in_month());
  input.worker = static_cast<remuneration::Worker>(in.word("worker", workers).value_or(0));
  input.standard = in.need_yen("standard");
  input.monthly = in.yen("monthly");
  input.fixed_pay = static_cast<remuneration::FixedPay>(in.need_word("fixed_pay", moves));
  const auto days = three(in, "days", in.count_list("days"));
  const auto pay = three(in, "pay", in.yen_list("pay"));
  for (std::size_t at = 0; at < days.size(); ++at) input.months[at] = {days[at], pay[at]};
  for (const std::string_view column : {"days", "pay"}) {
    if (!in.given(column)) in.refuse(column, "must be given");
  }
  if (!in.errors().empty()) return Outputs{};

  const auto decision = KENPO_TRY(remuneration::determine_revision(input));
  const auto& revision = decision.value;
  Outputs out{{"=average", shown(std::optional(revision.average))},
              {"=revised", shown(revision.revised)}};
  if (revision.grade) {
    if (changed) out["=from"] = revision.from.iso();
    out["=standard"] = shown(std::optional(revision.grade->standard));
  }
  return out;
}

Result<Outputs> run_bonus(Inputs& in) {
  const Yen paid = in.need_yen("paid");
  const Yen before = in.yen("year_total_before").value_or(Yen());
  const auto month = newest_law().in_month();
  return Outputs{{"=standard_bonus", shown(std::optional(KENPO_TRY(
                                         remuneration::standard_bonus(month, paid, before))))}};
}

constexpr std::array<std::string_view, 2> leave_ends = {"childcare", "maternity"};

Result<Outputs> run_leave_end(Inputs& in) {
  remuneration::LeaveEndInput input{.ended_on = in.need_date("ended_on"),
                                    .standard = in.need_yen("standard")};
  input.kind = static_cast<remuneration::LeaveEnd>(in.need_word("kind", leave_ends));
  if (in.yes("next_leave")) input.next = remuneration::NextLeave::follows_at_once;
  input.worker = static_cast<remuneration::Worker>(in.word("worker", workers).value_or(0));
  const auto days = three(in, "days", in.count_list("days"));
  const auto pay = three(in, "pay", in.yen_list("pay"));
  for (std::size_t at = 0; at < days.size(); ++at) input.months[at] = {days[at], pay[at]};
  if (!in.errors().empty()) return Outputs{};
  const auto decision = KENPO_TRY(remuneration::determine_leave_end(input));
  Outputs out{{"=revised", shown(decision.value.revised)}};
  std::string months;
  for (const auto month : decision.value.months) {
    months += (months.empty() ? "" : " ") + month.iso();
  }
  if (!months.empty()) out["=months"] = months;
  out["=average"] = shown(decision.value.average);
  if (decision.value.grade) {
    out["=from"] = decision.value.from.iso();
    out["=standard"] = shown(std::optional(decision.value.grade->standard));
  }
  return out;
}

remuneration::AnnualConditions conditions_of(Inputs& in) {
  return {in.yes("recurs") ? remuneration::Recurs::every_year : remuneration::Recurs::no,
          in.yes("consent") ? remuneration::Consent::given : remuneration::Consent::missing};
}

Outputs annual_outputs(const remuneration::Annual& annual) {
  Outputs out{{"=used", shown(annual.used)}, {"=average", shown(annual.average)}};
  if (annual.ordinary) out["=ordinary"] = shown(std::optional(annual.ordinary->standard));
  if (annual.annual) {
    out["=standard"] = shown(std::optional(annual.annual->standard));
  } else {
    out["=average"] = "-";
  }
  return out;
}

/// Exactly twelve values.
template <typename Value>
std::array<Value, 12> twelve(Inputs& in, std::string_view column, const std::vector<Value>& list) {
  std::array<Value, 12> values = {};
  if (list.size() == values.size()) {
    std::copy(list.begin(), list.end(), values.begin());
  } else {
    in.refuse(column, "twelve values");
  }
  return values;
}

Result<Outputs> run_annual_regular(Inputs& in) {
  remuneration::AnnualRegularInput input;
  input.ordinary.year = in.need_count("year");
  if (!is_year(input.ordinary.year)) in.refuse("year", "a year");
  input.ordinary.worker =
      static_cast<remuneration::Worker>(in.word("worker", workers).value_or(0));
  const auto days = three(in, "days", in.count_list("days"));
  const auto pay = three(in, "pay", in.yen_list("pay"));
  for (std::size_t at = 0; at < days.size(); ++at) {
    input.ordinary.months[at] = {days[at], pay[at], Yen()};
  }
  input.ordinary.partial_entry = in.count("partial_entry");
  if (input.ordinary.partial_entry &&
      (*input.ordinary.partial_entry < 4 || *input.ordinary.partial_entry > 6)) {
    in.refuse("partial_entry", "4 | 5 | 6");
  }
  const auto year_days = twelve(in, "year_days", in.count_list("year_days"));
  const auto year_pay = twelve(in, "year_pay", in.yen_list("year_pay"));
  for (std::size_t at = 0; at < input.year.size(); ++at) {
    input.year[at] = {year_days[at], year_pay[at], Yen()};
  }
  input.conditions = conditions_of(in);
  if (!in.errors().empty()) return Outputs{};
  return annual_outputs(KENPO_TRY(remuneration::determine_annual_regular(input)).value);
}

Result<Outputs> run_annual_revision(Inputs& in) {
  remuneration::AnnualRevisionInput input;
  input.changed = in.need_month("changed");
  input.standard = in.need_yen("standard");
  input.base_days = three(in, "days", in.count_list("days"));
  input.fixed_pay = static_cast<remuneration::FixedPay>(in.need_word("fixed_pay", moves));
  input.fixed = three(in, "fixed", in.yen_list("fixed"));
  input.variable = twelve(in, "variable", in.yen_list("variable"));
  input.conditions = conditions_of(in);
  if (!in.errors().empty()) return Outputs{};
  return annual_outputs(KENPO_TRY(remuneration::determine_annual_revision(input)).value);
}

Result<Outputs> run_two_workplaces(Inputs& in) {
  const auto from = in.need_month("from");
  const auto monthly = in.yen_list("monthly");
  const auto total = in.need_yen("total");
  const auto rate = in.rate("insured_permille").value_or(Rate());
  if (!in.errors().empty()) return Outputs{};
  const auto graded = KENPO_TRY(remuneration::grade_of_workplaces(from, monthly));
  Outputs out{{"=standard", shown(std::optional(graded.value.standard))}};
  const auto shares = remuneration::divide_by_pay(
      total, base::Share(graded.value.standard) * rate, monthly);
  if (!shares.ok()) return out;
  std::string totals;
  std::string insured;
  for (const auto& share : *shares) {
    totals += (totals.empty() ? "" : " ") + std::to_string(share.total.amount());
    insured += (insured.empty() ? "" : " ") + std::to_string(share.insured.amount());
  }
  out["=totals"] = totals;
  out["=insured"] = insured;
  return out;
}

Result<Outputs> run_voluntary_standard(Inputs& in) {
  constexpr std::array<std::string_view, 2> statuses = {"voluntary", "special"};
  constexpr std::array<std::string_view, 2> methods = {"lower", "at_loss"};
  remuneration::VoluntaryStandardInput input;
  const auto status = in.need_word("status", statuses);
  input.status = status == 0 ? eligibility::Status::voluntary : eligibility::Status::special;
  input.from = in.need_month("from");
  input.lost_on = in.need_date("lost_on");
  input.at_loss = in.yen("at_loss");
  input.average = in.need_yen("average");
  remuneration::VoluntaryCharter charter;
  const auto method = in.need_word("method", methods);
  charter.method = method == 0 ? remuneration::VoluntaryMethod::lower
                               : remuneration::VoluntaryMethod::at_loss;
  charter.charter_amount = in.need_yen("charter_amount");
  charter.above_amount = in.need_yen("above_amount");
  charter.special_amount = in.need_yen("special_amount");
  if (!in.errors().empty()) return Outputs{};
  if (!is_year(input.from.year())) {
    in.refuse("from", "a month");
    return Outputs{};
  }
  Outputs out{{"=average_day", shown(std::optional(remuneration::average_day(input.from)))}};
  const auto decided = remuneration::determine_voluntary_standard(input, charter);
  if (decided.ok()) out["=standard"] = shown(std::optional(decided->value.standard));
  return out;
}

}  // namespace

std::vector<RuleTable> remuneration_tables() {
  return {
      {"remuneration.grade", "健康保険法40条", {"on", "monthly"}, {"=grade", "=standard"},
       run_grade},
      {"remuneration.regular",
       "健康保険法41条",
       {"year", "worker", "days", "pay", "back_pay", "bonus_as_pay", "partial_entry",
        "previous_standard"},
       {"=months", "=average", "=grade", "=standard"},
       run_regular},
      {"remuneration.bonus_as_pay", "健康保険法3条5項・6項", {"year", "payments"}, {"=monthly"},
       run_bonus_as_pay},
      {"remuneration.revision",
       "健康保険法43条; 昭36.1.26保発4号",
       {"worker", "standard", "monthly", "changed", "fixed_pay", "days", "pay"},
       {"=average", "=revised", "=from", "=standard"},
       run_revision},
      {"remuneration.bonus", "健康保険法45条", {"paid", "year_total_before"}, {"=standard_bonus"},
       run_bonus},
      {"remuneration.leave_end",
       "健康保険法43条の2・43条の3",
       {"kind", "ended_on", "next_leave", "worker", "standard", "days", "pay"},
       {"=months", "=average", "=revised", "=from", "=standard"},
       run_leave_end},
      {"remuneration.annual_regular",
       "健康保険法44条1項・41条",
       {"year", "worker", "days", "pay", "year_days", "year_pay", "partial_entry", "recurs",
        "consent"},
       {"=ordinary", "=average", "=standard", "=used"},
       run_annual_regular},
      {"remuneration.annual_revision",
       "健康保険法44条1項・43条",
       {"changed", "standard", "days", "fixed_pay", "fixed", "variable", "recurs", "consent"},
       {"=ordinary", "=average", "=standard", "=used"},
       run_annual_revision},
      {"remuneration.two_workplaces",
       "健康保険法44条3項・161条4項; 施行令47条",
       {"from", "monthly", "total", "insured_permille"},
       {"=standard", "=totals", "=insured"},
       run_two_workplaces},
      {"remuneration.voluntary_standard",
       "健康保険法47条・附則3条",
       {"status", "from", "lost_on", "at_loss", "average", "method", "charter_amount",
        "above_amount", "special_amount"},
       {"=average_day", "=standard"},
       run_voluntary_standard},
  };
}

}  // namespace kenpo::cases
