#include <array>

#include "benefit/childbirth_rule.h"
#include "benefit/limitation_rule.h"
#include "benefit/maternity_rule.h"
#include "benefit/meal_rule.h"
#include "benefit/sickness_allowance_rule.h"
#include "cases/rule_table.h"
#include "law/book.h"

namespace kenpo::cases {

namespace {

using base::Date;
using base::Result;
using base::Yen;

constexpr std::array<std::string_view, 6> limited_benefits = {
    "high_cost", "medical_expense", "sickness_day", "childbirth", "transport", "burial"};
constexpr std::array<std::string_view, 5> meal_classes = {"general", "intractable", "untaxed",
                                                          "untaxed_long", "low_income_I"};
constexpr int days_limit = 10'000;  // of one claim or of one span: far more than eighteen months
constexpr int children_limit = 20;
constexpr int weeks_limit = 60;

std::string shown_count(std::optional<int> count) { return count ? std::to_string(*count) : "-"; }

/// A count of days that a person can have.
int days_of(Inputs& in, std::string_view column, int days) {
  if (days > days_limit) in.refuse(column, "fewer days");
  return days;
}

Yen amount_of(Inputs& in, std::string_view column) {
  const auto yen = in.yen(column).value_or(Yen());
  if (yen < Yen()) in.refuse(column, "not negative");
  return yen;
}

Result<Outputs> run_sickness_daily(Inputs& in) {
  const auto standards = in.yen_list("months");
  if (!in.given("months")) in.refuse("months", "must be given");
  const auto average = in.yen("society_average");
  if (!in.errors().empty()) return Outputs{};
  // A row names no day: the newest law.
  const auto on = law::Book::carried().newest_from("benefit.sickness_allowance.");
  const auto decision = KENPO_TRY(benefit::sickness_daily_amount(on, standards, average));
  return Outputs{{"=base", shown(std::optional(decision.value.base))},
                 {"=daily", shown(std::optional(decision.value.daily))}};
}

Result<Outputs> run_sickness_span(Inputs& in) {
  const auto first = in.need_date("first_paid_on");
  int paid = 0;
  for (const int days : in.count_list("paid_days")) {
    paid = days_of(in, "paid_days", paid + days_of(in, "paid_days", days));
    if (!in.errors().empty()) return Outputs{};
  }
  const auto resumes = in.date("resumes");
  if (!in.errors().empty()) return Outputs{};
  const auto span = KENPO_TRY(benefit::sickness_span(first, paid, resumes)).value;
  return Outputs{{"=last_on", span.last_on.iso()},
                 {"=days", shown_count(span.days)},
                 {"=remaining", shown_count(span.remaining)},
                 {"=ends_on", shown(span.ends_on)}};
}

Result<Outputs> run_sickness_payment(Inputs& in) {
  const benefit::SicknessClaim claim{
      in.need_yen("daily"), days_of(in, "days", in.need_count("days")),
      in.count("waiting").value_or(0), amount_of(in, "pay_daily"), amount_of(in, "pension_year")};
  if (claim.daily > Yen(10'000'000)) in.refuse("daily", "a daily amount");
  if (!in.errors().empty()) return Outputs{};
  const auto on = law::Book::carried().newest_from("benefit.sickness_allowance.");
  const auto payment = KENPO_TRY(benefit::sickness_payment(on, claim)).value;
  return Outputs{{"=paid_daily", shown(std::optional(payment.paid_daily))},
                 {"=amount", shown(std::optional(payment.amount))}};
}

Result<Outputs> run_maternity_period(Inputs& in) {
  const benefit::MaternityInput input{
      in.need_date("expected"), in.need_date("born"),
      in.yes("multiple") ? benefit::Pregnancy::multiple : benefit::Pregnancy::single,
      in.date("absent_from")};
  const auto period = KENPO_TRY(benefit::maternity_period(input)).value;
  return Outputs{{"=from", period.from.iso()},
                 {"=to", period.to.iso()},
                 {"=days", std::to_string(period.days())}};
}

Result<Outputs> run_childbirth(Inputs& in) {
  benefit::ChildbirthInput input;
  input.born_on = in.need_date("born_on");
  input.weeks = in.need_count("weeks");
  if (in.yes("in_scheme")) input.scheme = benefit::CompensationScheme::inside;
  input.children = in.count("children").value_or(1);
  if (in.given("cost")) input.cost = amount_of(in, "cost");
  if (input.weeks > weeks_limit) in.refuse("weeks", "fewer weeks");
  if (input.children > children_limit) in.refuse("children", "fewer children");
  if (!in.errors().empty()) return Outputs{};
  const auto found = KENPO_TRY(benefit::childbirth_grant(input)).value;
  return Outputs{{"=grant", shown(std::optional(found.grant))},
                 {"=difference", shown(found.difference)}};
}

Result<Outputs> run_benefit_limitation(Inputs& in) {
  const bool high_cost = in.need_word("benefit", limited_benefits) == 0;
  const auto month = high_cost ? in.need_month("fact") : base::Month();
  const auto fact = high_cost ? Date() : in.need_date("fact");
  if (!in.errors().empty()) return Outputs{};
  const auto span = high_cost ? benefit::limitation_after(month) : benefit::limitation_after(fact);
  const auto decision = KENPO_TRY(span);
  return Outputs{{"=start", decision.value.from.iso()}, {"=last", decision.value.to.iso()}};
}

Result<Outputs> run_meal(Inputs& in) {
  const auto on = in.need_date("on");
  const auto of = static_cast<benefit::MealClass>(in.need_word("class", meal_classes));
  const auto burden = KENPO_TRY(benefit::meal_burden(on, of));
  return Outputs{{"=per_meal", shown(std::optional(burden.value))}};
}

}  // namespace

std::vector<RuleTable> cash_benefit_tables() {
  return {
      {"benefit.sickness_allowance.daily",
       "健康保険法99条2項",
       {"months", "society_average"},
       {"=base", "=daily"},
       run_sickness_daily},
      {"benefit.sickness_allowance.span",
       "健康保険法99条4項",
       {"first_paid_on", "paid_days", "resumes"},
       {"=last_on", "=days", "=remaining", "=ends_on"},
       run_sickness_span},
      {"benefit.sickness_allowance.payment",
       "健康保険法99条1項・108条",
       {"daily", "days", "waiting", "pay_daily", "pension_year"},
       {"=paid_daily", "=amount"},
       run_sickness_payment},
      {"benefit.maternity.period",
       "健康保険法102条1項",
       {"expected", "born", "multiple", "absent_from"},
       {"=from", "=to", "=days"},
       run_maternity_period},
      {"benefit.childbirth",
       "健康保険法101条・114条; 施行令36条",
       {"born_on", "weeks", "in_scheme", "children", "cost"},
       {"=grant", "=difference"},
       run_childbirth},
      {"benefit.limitation",
       "健康保険法193条1項",
       {"benefit", "fact"},
       {"=start", "=last"},
       run_benefit_limitation},
      {"benefit.meal", "健康保険法85条2項", {"on", "class"}, {"=per_meal"}, run_meal},
  };
}

}  // namespace kenpo::cases
