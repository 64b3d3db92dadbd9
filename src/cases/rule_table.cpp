#include "cases/rule_table.h"

#include <algorithm>

namespace kenpo::cases {

std::span<const RuleTable> rule_tables() {
  static const std::vector<RuleTable> tables = [] {
    std::vector<RuleTable> all;
    for (auto* part : {date_tables, remuneration_tables, premium_tables, eligibility_tables,
                       assembly_tables, certificate_tables, dependent_tables,
                       high_cost_tables, cash_benefit_tables, checkup_tables, claim_tables,
                       request_tables, incident_tables}) {
      for (auto& table : part()) all.push_back(std::move(table));
    }
    return all;
  }();
  return tables;
}

const RuleTable* find_rule(std::string_view name) {
  const auto tables = rule_tables();
  const auto found = std::ranges::find(tables, name, &RuleTable::name);
  return found == tables.end() ? nullptr : &*found;
}

std::string shown(std::optional<base::Yen> yen) {
  return yen ? std::to_string(yen->amount()) : "-";
}

std::string shown(std::optional<base::Date> date) { return date ? date->iso() : "-"; }

std::string shown(bool yes) { return yes ? "yes" : "no"; }

}  // namespace kenpo::cases
