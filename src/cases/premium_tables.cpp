#include <array>

#include "cases/rule_table.h"
#include "law/book.h"
#include "premium/charged_rule.h"
#include "premium/detention_rule.h"
#include "premium/late_charge_rule.h"
#include "premium/leave_rule.h"
#include "premium/limitation_rule.h"
#include "premium/month_rule.h"
#include "premium/prepayment_rule.h"

namespace kenpo::cases {

namespace {

using base::Date;
using base::Rate;
using base::Result;
using base::Yen;

constexpr std::array<std::string_view, 2> leave_kinds = {"childcare", "maternity"};

Result<Outputs> run_month(Inputs& in) {
  const auto rate = [&](std::string_view column) { return in.rate(column).value_or(Rate()); };
  const Yen standard = in.need_yen("standard");
  const premium::Rates rates{
      {rate("general_permille"), rate("insured_general_permille")},
      {rate("care_permille"), rate("insured_care_permille")},
      {rate("child_permille"), rate("insured_child_permille")}};
  const auto care = in.yes("care") ? premium::Care::charged : premium::Care::not_charged;
  const auto amounts = premium::month_premium(standard, rates, care);
  return Outputs{{"=total", shown(std::optional(amounts.total))},
                 {"=insured", shown(std::optional(amounts.insured))},
                 {"=employer", shown(std::optional(amounts.employer))}};
}

premium::Insured insured_of(Inputs& in) {
  const premium::Insured insured{in.need_date("acquired"), in.date("lost")};
  if (insured.lost && *insured.lost < insured.acquired) in.refuse("lost", "not before acquired");
  return insured;
}

Result<Outputs> run_charged(Inputs& in) {
  const auto insured = insured_of(in);
  return Outputs{{"=charged", shown(premium::month_charged(insured, in.need_month("month")))}};
}

Result<Outputs> run_bonus_charged(Inputs& in) {
  const auto insured = insured_of(in);
  return Outputs{{"=charged", shown(premium::bonus_charged(insured, in.need_date("paid_on")))}};
}

Result<Outputs> run_care(Inputs& in) {
  const auto born = in.need_date("born");
  const auto charged = premium::care_charged(born, in.need_month("month"));
  return Outputs{{"=charged", shown(KENPO_TRY(charged))}};
}

Result<Outputs> run_leave(Inputs& in) {
  const auto kind = static_cast<premium::Leave>(in.need_word("kind", leave_kinds));
  const auto leaves = in.span_list("leaves");
  const int worked = in.count("worked_days").value_or(0);
  const auto month = in.need_month("month");
  const auto exempt = KENPO_TRY(premium::leave_exemption(kind, leaves, worked, month));
  return Outputs{{"=monthly", shown(exempt.monthly)}, {"=bonus", shown(exempt.bonus)}};
}

Result<Outputs> run_late_charge(Inputs& in) {
  const Yen amount = in.need_yen("amount");
  const Date due = in.need_date("due");
  const Date paid = in.need_date("paid");
  const auto decision = KENPO_TRY(premium::late_charge(amount, due, paid));
  return Outputs{{"=charge", shown(std::optional(decision.value))}};
}

Result<Outputs> run_premium_limitation(Inputs& in) {
  const auto month = in.need_month("month");
  const Date on = in.need_date("on");
  const auto limitation = KENPO_TRY(premium::premium_limitation(month, on));
  return Outputs{{"=due", shown(std::optional(limitation.due))},
                 {"=last", shown(std::optional(limitation.last))},
                 {"=collectible", shown(on <= limitation.last)}};
}

Result<Outputs> run_prepayment(Inputs& in) {
  const Yen standard = in.need_yen("standard");
  const auto rates = in.rate_list("permille");
  if (!in.given("permille")) in.refuse("permille", "must be given");
  if (standard < Yen() || standard > Yen(10'000'000)) in.refuse("standard", "0 to 10000000");
  if (!in.errors().empty()) return Outputs{};
  // A row names no month: the newest rule of the book.
  const auto first = law::Book::carried().newest_from("premium.prepayment.").in_month();
  const auto decision = KENPO_TRY(premium::prepayment(first, standard, rates));
  return Outputs{{"=amount", shown(std::optional(decision.value))}};
}

Result<Outputs> run_detention(Inputs& in) {
  const premium::DetentionDays days[] = {{in.need_date("from"), in.date("until")}};
  const premium::Insured insured{in.need_date("acquired"), std::nullopt};
  return Outputs{
      {"=free", shown(premium::detention_frees(insured, days, in.need_month("month")))}};
}

}  // namespace

std::vector<RuleTable> premium_tables() {
  return {
      {"premium.month",
       "健康保険法156条・161条",
       {"standard", "general_permille", "insured_general_permille", "care_permille",
        "insured_care_permille", "child_permille", "insured_child_permille", "care"},
       {"=total", "=insured", "=employer"},
       run_month},
      {"premium.charged",
       "健康保険法156条",
       {"acquired", "lost", "month"},
       {"=charged"},
       run_charged},
      {"premium.bonus_charged",
       "健康保険法156条",
       {"acquired", "lost", "paid_on"},
       {"=charged"},
       run_bonus_charged},
      {"premium.care",
       "健康保険法156条; 介護保険法9条2号",
       {"born", "month"},
       {"=charged"},
       run_care},
      {"premium.leave",
       "健康保険法159条・159条の3",
       {"kind", "leaves", "worked_days", "month"},
       {"=monthly", "=bonus"},
       run_leave},
      {"premium.detention",
       "健康保険法158条",
       {"acquired", "from", "until", "month"},
       {"=free"},
       run_detention},
      {"premium.late_charge",
       "健康保険法181条・附則9条",
       {"amount", "due", "paid"},
       {"=charge"},
       run_late_charge},
      {"premium.limitation",
       "健康保険法164条・193条",
       {"month", "on"},
       {"=due", "=last", "=collectible"},
       run_premium_limitation},
      {"premium.prepayment",
       "健康保険法165条; 施行令49条",
       {"standard", "permille"},
       {"=amount"},
       run_prepayment},
  };
}

}  // namespace kenpo::cases
