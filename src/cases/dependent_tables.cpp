#include <array>

#include "cases/rule_table.h"
#include "dependent/income_limit_rule.h"
#include "dependent/parent_rule.h"
#include "dependent/recognition_rule.h"
#include "law/book.h"

namespace kenpo::cases {

namespace {

using base::Result;
using base::Yen;

constexpr std::array<std::string_view, 2> limit_relations = {"spouse", "other"};
constexpr std::array<std::string_view, 10> relations = {
    "spouse",      "child",        "grandchild",    "sibling",        "parent",
    "grandparent", "third_degree", "spouse_parent", "partner_parent", "partner_child"};
constexpr std::array<std::string_view, 4> residences = {"yes", "exception", "no", "excluded_visa"};
constexpr std::array<std::string_view, 3> answers = {"yes", "no", "judgement"};
constexpr std::array<std::string_view, 2> parents = {"a", "b"};

Yen amount(Inputs& in, std::string_view column) { return in.yen(column).value_or(Yen()); }

dependent::Disability disability_of(Inputs& in) {
  return in.yes("disabled") ? dependent::Disability::disabled : dependent::Disability::none;
}

Result<Outputs> run_income_limit(Inputs& in) {
  const auto on = in.need_date("on");
  const auto born = in.need_date("born");
  const bool spouse = in.need_word("relation", limit_relations) == 0;
  const auto relation = spouse ? dependent::Relation::spouse : dependent::Relation::child;
  const auto limit = KENPO_TRY(dependent::income_limit(on, born, relation, disability_of(in)));
  return Outputs{{"=limit", shown(std::optional(limit.value))}};
}

Result<Outputs> run_recognition(Inputs& in) {
  dependent::RecognitionInput input;
  input.on = in.need_date("on");
  input.born = in.need_date("born");
  input.relation = static_cast<dependent::Relation>(in.need_word("relation", relations));
  input.household = in.yes("cohabiting") ? dependent::Household::same : dependent::Household::other;
  input.residence = static_cast<dependent::Residence>(in.need_word("resident", residences));
  input.disability = disability_of(in);
  input.contract_income = in.yen("contract_income");
  input.other_income = amount(in, "other_income");
  // Without an estimate of its own, the income is what the parts add up to.
  input.income =
      in.yen("income").value_or(input.contract_income.value_or(Yen()) + input.other_income);
  input.unemployment_daily = amount(in, "unemployment_daily");
  input.insured_income = in.yen("insured_income");
  input.remittance = amount(in, "remittance");
  if (!in.errors().empty()) return Outputs{};
  const auto decision = KENPO_TRY(dependent::recognise(input));
  return Outputs{{"=recognised", std::string(answers[static_cast<std::size_t>(decision.value)])}};
}

Result<Outputs> run_parent(Inputs& in) {
  const auto named = static_cast<dependent::Parent>(in.need_word("named", parents));
  const bool disputed = in.yes("disputed");
  // Both kinds of amounts are read, so that an unreadable cell never passes.
  const dependent::ParentInput incomes{law::Book::carried().newest_from("dependent.parent"),
                                       amount(in, "income_a"), amount(in, "income_b"), named};
  const dependent::Dispute dispute{amount(in, "standard_a"), amount(in, "standard_b"), named};
  for (const std::string_view column :
       {disputed ? "standard_a" : "income_a", disputed ? "standard_b" : "income_b"}) {
    if (!in.given(column)) in.refuse(column, "must be given");
  }
  if (!in.errors().empty()) return Outputs{};
  const auto parent = disputed ? dependent::parent_after_dispute(dispute).value
                               : KENPO_TRY(dependent::parent_of_dependents(incomes)).value;
  return Outputs{{"=parent", std::string(parents[static_cast<std::size_t>(parent)])}};
}

}  // namespace

std::vector<RuleTable> dependent_tables() {
  return {
      {"dependent.income_limit",
       "昭52.4.6保発9号",
       {"on", "born", "relation", "disabled"},
       {"=limit"},
       run_income_limit},
      {"dependent.recognition",
       "健康保険法3条7項; 施行規則37条の2・37条の3; 昭52.4.6保発9号; 令7.10.1保保発1001第3号",
       {"on", "born", "relation", "cohabiting", "resident", "income", "insured_income",
        "remittance", "disabled", "contract_income", "other_income", "unemployment_daily"},
       {"=recognised"},
       run_recognition},
      {"dependent.parent",
       "令3.4.30保保発0430第2号",
       {"income_a", "income_b", "named", "disputed", "standard_a", "standard_b"},
       {"=parent"},
       run_parent},
  };
}

}  // namespace kenpo::cases
