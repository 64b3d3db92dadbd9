#include <array>
#include <map>

#include "base/tsv.h"
#include "benefit/additional_rule.h"
#include "benefit/counter_rule.h"
#include "benefit/high_cost_limit_rule.h"
#include "benefit/household_rule.h"
#include "benefit/outpatient_annual_rule.h"
#include "benefit/subsidised_rule.h"
#include "cases/rule_table.h"

namespace kenpo::cases {

namespace {

using base::Result;
using base::Yen;
using benefit::Frequent;
using benefit::Setting;
using benefit::Turning75;
using certificate::LimitClass;

constexpr std::array<std::string_view, 2> scopes = {"household", "outpatient"};
constexpr std::array<std::string_view, 3> subsidies = {"tuberculosis", "rehabilitation",
                                                       "intractable"};
constexpr std::array<std::string_view, 3> annual_classes = {"一般", "低所得II", "低所得I"};
constexpr std::int64_t points_limit = 1'000'000'000;  // ten thousand million yen for one receipt
constexpr std::size_t unit_cells = 5;
constexpr int yen_a_point = 10;

Yen not_negative(Inputs& in, std::string_view column) {
  const auto yen = in.yen(column).value_or(Yen());
  if (yen < Yen()) in.refuse(column, "not negative");
  return yen;
}

LimitClass class_of(Inputs& in) {
  return static_cast<LimitClass>(in.need_word("class", certificate::limit_class_labels));
}

/// The cost of a number of points (点数): ten yen each.
Yen cost_of(Inputs& in, std::string_view column) {
  const auto points = not_negative(in, column);
  if (points > Yen(points_limit)) {
    in.refuse(column, "fewer points");
    return {};
  }
  return points * yen_a_point;
}

Frequent frequent_of(Inputs& in) { return in.yes("frequent") ? Frequent::yes : Frequent::no; }
Turning75 turning_of(Inputs& in) { return in.yes("turning_75") ? Turning75::yes : Turning75::no; }
Setting setting_of(Inputs& in) {
  return in.yes("inpatient") ? Setting::inpatient : Setting::outpatient;
}

Result<Outputs> run_limit(Inputs& in) {
  const benefit::LimitInput input{in.need_month("month"),
                                  class_of(in),
                                  static_cast<benefit::Scope>(in.need_word("scope", scopes)),
                                  not_negative(in, "cost"),
                                  frequent_of(in),
                                  turning_of(in)};
  if (!in.errors().empty()) return Outputs{};
  const auto limit = KENPO_TRY(benefit::high_cost_limit(input));
  return Outputs{{"=limit", shown(limit.value)}};
}

Result<Outputs> run_counter(Inputs& in) {
  benefit::CounterInput input{in.need_month("month"), class_of(in),    cost_of(in, "points"),
                              setting_of(in),         frequent_of(in), turning_of(in),
                              benefit::LongTerm::none};
  if (!in.given("points")) in.refuse("points", "must be given");
  if (const auto long_term = in.text("long_term"); !long_term.empty() && long_term != "no") {
    if (long_term != "10000" && long_term != "20000") in.refuse("long_term", "10000 | 20000");
    input.long_term = long_term == "20000" ? benefit::LongTerm::upper : benefit::LongTerm::ordinary;
  }
  if (!in.errors().empty()) return Outputs{};
  const auto payment = KENPO_TRY(benefit::counter_payment(input));
  return Outputs{{"=patient", shown(std::optional(payment.value))}};
}

Result<Outputs> run_subsidised(Inputs& in) {
  benefit::SubsidisedInput input;
  input.month = in.need_month("month");
  input.of = class_of(in);
  input.cost_subsidised = cost_of(in, "points_subsidised");
  input.cost_insured = cost_of(in, "points_insured");
  input.setting = setting_of(in);
  input.frequent = frequent_of(in);
  input.turning_75 = turning_of(in);
  input.subsidy = static_cast<benefit::Subsidy>(in.need_word("subsidy", subsidies));
  if (in.given("subsidy_cap")) input.cap = not_negative(in, "subsidy_cap");
  input.payer = in.yes("welfare") ? benefit::Payer::public_assistance : benefit::Payer::patient;
  if (!in.errors().empty()) return Outputs{};
  const auto decision = KENPO_TRY(benefit::subsidised_payment(input));
  const auto& found = decision.value;
  return Outputs{{"=patient", shown(std::optional(found.patient))},
                 {"=limit_part", shown(std::optional(found.limit_part))},
                 {"=not_paid_by_insurance", shown(std::optional(found.not_paid))}};
}

/// `person/kind/inout/burden/cost`; nullopt when it is not one.
std::optional<benefit::BurdenUnit> unit_of(std::string_view word, LimitClass insured,
                                           std::map<std::string_view, int>& people) {
  const auto cells = base::cells_of(word, '/');
  if (cells.size() != unit_cells || cells[0].empty()) return std::nullopt;
  Inputs parts;
  for (std::size_t at = 0; const std::string_view part : {"person", "kind", "in", "burden", "cost"})
    parts.put(part, cells[at++]);
  benefit::BurdenUnit unit;
  unit.person = people.emplace(cells[0], static_cast<int>(people.size())).first->second;
  unit.of = insured;
  if (cells[1].starts_with("e:")) {
    parts.put("class", cells[1].substr(2));
    unit.of = class_of(parts);
    if (!certificate::is_elderly(unit.of)) return std::nullopt;
  } else if (cells[1] != "u") {
    return std::nullopt;
  }
  if (cells[2] != "in" && cells[2] != "out") return std::nullopt;
  unit.setting = cells[2] == "in" ? Setting::inpatient : Setting::outpatient;
  unit.burden = parts.need_yen("burden");
  unit.cost = parts.need_yen("cost");
  const bool sound = parts.errors().empty() && unit.burden >= Yen() && unit.cost >= Yen();
  return sound ? std::optional(unit) : std::nullopt;
}

Result<Outputs> run_household(Inputs& in) {
  const auto month = in.need_month("month");
  const auto of = class_of(in);
  std::map<std::string_view, int> people;
  std::vector<benefit::BurdenUnit> units;
  for (const auto word : base::words_of(in.need_text("units"))) {
    const auto unit = unit_of(word, of, people);
    if (!unit || units.size() >= 100) {
      in.refuse("units", "person/u|e:CLASS/in|out/burden/cost, divided by spaces");
      return Outputs{};
    }
    units.push_back(*unit);
  }
  if (!in.errors().empty()) return Outputs{};
  const auto decision = KENPO_TRY(benefit::household_benefit({month, of, units, Frequent::no}));
  return Outputs{{"=benefit", shown(std::optional(decision.value))}};
}

Result<Outputs> run_outpatient_annual(Inputs& in) {
  const auto month = in.need_month("month");
  const auto word = in.need_word("class", annual_classes);
  const auto of = static_cast<LimitClass>(static_cast<std::size_t>(LimitClass::ordinary) + word);
  const auto paid = not_negative(in, "paid");
  if (!in.errors().empty()) return Outputs{};
  const auto period = KENPO_TRY(benefit::outpatient_period(month));
  Outputs out{{"=from", period.from.iso()}, {"=to", period.to.iso()}};
  const auto decision = benefit::outpatient_annual(month, of, paid);
  if (in.given("paid") && decision.ok()) out["=benefit"] = shown(decision->value);
  return out;
}

Result<Outputs> run_additional(Inputs& in) {
  const auto burden = in.need_yen("burden");
  const auto high_cost = in.yen("high_cost_benefit").value_or(Yen());
  const benefit::AdditionalTerms terms{in.need_yen("threshold"), in.yen("unit").value_or(Yen(1)),
                                       in.yen("minimum").value_or(Yen())};
  if (terms.unit < Yen(1)) in.refuse("unit", "1 or more");
  if (!in.errors().empty()) return Outputs{};
  const auto decision = benefit::additional_benefit(burden, high_cost, terms);
  return Outputs{{"=additional", shown(std::optional(decision.value))}};
}

}  // namespace

std::vector<RuleTable> high_cost_tables() {
  return {
      {"benefit.high_cost.limit",
       "健康保険法施行令42条",
       {"month", "class", "scope", "cost", "frequent", "turning_75"},
       {"=limit"},
       run_limit},
      {"benefit.high_cost.counter",
       "健康保険法74条・75条; 施行令41条から43条",
       {"month", "class", "points", "inpatient", "frequent", "turning_75", "long_term"},
       {"=patient"},
       run_counter},
      {"benefit.high_cost.subsidised",
       "健康保険法施行令41条・42条6項・7項",
       {"month", "class", "points_subsidised", "points_insured", "inpatient", "frequent",
        "turning_75", "subsidy", "subsidy_cap", "welfare"},
       {"=patient", "=limit_part", "=not_paid_by_insurance"},
       run_subsidised},
      {"benefit.high_cost.household",
       "健康保険法施行令41条・42条",
       {"month", "class", "units"},
       {"=benefit"},
       run_household},
      {"benefit.outpatient_annual",
       "健康保険法施行令41条の2",
       {"month", "class", "paid"},
       {"=from", "=to", "=benefit"},
       run_outpatient_annual},
      {"benefit.additional",
       "健康保険法53条",
       {"burden", "high_cost_benefit", "threshold", "unit", "minimum"},
       {"=additional"},
       run_additional},
  };
}

}  // namespace kenpo::cases
