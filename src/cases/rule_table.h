// A rule of law as a table can run it: its name, its article, its columns and the call.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/yen.h"

namespace kenpo::cases {

/// The input cells of one row. Each getter gives nullopt for a cell that is not given; a cell that
/// cannot be read is noted in `errors` and also gives nullopt. `need_…` notes a cell not given.
class Inputs {
 public:
  void put(std::string_view column, std::string_view cell) { cells_[column] = cell; }
  bool given(std::string_view column) const { return !text(column).empty(); }
  std::string_view text(std::string_view column) const;

  std::optional<base::Date> date(std::string_view column);
  std::optional<base::Month> month(std::string_view column);
  std::optional<base::Yen> yen(std::string_view column);
  std::optional<int> count(std::string_view column);
  /// Per mille with at most three decimals.
  std::optional<base::Rate> rate(std::string_view column);
  /// A decimal number with at most three decimals, in thousandths; under 10,000 either way.
  std::optional<std::int64_t> thousandths(std::string_view column);
  /// `yes` or `no`; nullopt when not given.
  std::optional<bool> answer(std::string_view column);
  /// `yes` or `no`; not given = no.
  bool yes(std::string_view column);
  /// One of `words`; its place among them.
  std::optional<std::size_t> word(std::string_view column, std::span<const std::string_view> words);
  /// Lists divided by spaces; empty when not given.
  std::vector<base::Yen> yen_list(std::string_view column);
  std::vector<int> count_list(std::string_view column);
  std::vector<base::Rate> rate_list(std::string_view column);
  std::vector<base::Span> span_list(std::string_view column);

  base::Date need_date(std::string_view column);
  base::Month need_month(std::string_view column);
  base::Yen need_yen(std::string_view column);
  int need_count(std::string_view column);
  std::string_view need_text(std::string_view column);
  std::size_t need_word(std::string_view column, std::span<const std::string_view> words);

  /// What could not be read, one line each; empty when all was well.
  const std::vector<std::string>& errors() const { return errors_; }
  void refuse(std::string_view column, std::string_view expected);

 private:
  template <typename Value>
  Value needed(std::string_view column, std::optional<Value> value);

  std::map<std::string_view, std::string_view> cells_;
  std::vector<std::string> errors_;
};

/// Results by column (`=total`); a column left out is `-`.
using Outputs = std::map<std::string_view, std::string>;

/// The text of a result; nullopt is `-`.
std::string shown(std::optional<base::Yen> yen);
std::string shown(std::optional<base::Date> date);
std::string shown(bool yes);

struct RuleTable {
  std::string_view name;
  std::string_view article;
  std::vector<std::string_view> inputs;   // columns in order
  std::vector<std::string_view> results;  // with their `=`
  /// A fault is a result without value (`-` in every column); its text is shown with a difference.
  /// Not called with inputs in error; notes its own in `inputs`.
  base::Result<Outputs> (*run)(Inputs& inputs);
};

/// Every rule, in the order of the contract.
std::span<const RuleTable> rule_tables();
/// nullptr when there is no such rule.
const RuleTable* find_rule(std::string_view name);

/// The rules by their part; put together in rule_tables.cpp.
std::vector<RuleTable> date_tables();
std::vector<RuleTable> remuneration_tables();
std::vector<RuleTable> premium_tables();
std::vector<RuleTable> eligibility_tables();
std::vector<RuleTable> assembly_tables();
std::vector<RuleTable> certificate_tables();
std::vector<RuleTable> dependent_tables();
std::vector<RuleTable> high_cost_tables();
std::vector<RuleTable> cash_benefit_tables();
std::vector<RuleTable> checkup_tables();
std::vector<RuleTable> claim_tables();
std::vector<RuleTable> request_tables();
std::vector<RuleTable> incident_tables();

}  // namespace kenpo::cases
