// Processors (委託先): how each was chosen, its contract, and the checks of how it handles the data
// (個人情報保護法25条).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/id.h"

namespace kenpo::safeguard {

using ProcessorId = base::Id<struct ProcessorKind>;

struct ProcessorCheck {
  base::Date on;
  base::StaffId by;
  std::string result;
};

struct Processor {
  ProcessorId id;
  std::string name;      // 「見本印刷株式会社」
  std::string work;      // what it is entrusted with
  std::string country;   // ISO 3166-1: `JP`
  std::string contract;  // the contract's own number
  base::Date from;
  base::Date until;                    // the last day of the contract
  std::string selection;               // why this one: marks, certificates, inspection
  std::vector<ProcessorCheck> checks;  // the newest first

  bool under_contract(base::Date day) const { return from <= day && day <= until; }
};

/// The day by which the processor is checked next: `months` after the last check, or after the
/// contract's beginning.
inline base::Date next_check(const Processor& processor, int months) {
  const auto last = processor.checks.empty() ? processor.from : processor.checks.front().on;
  return last.plus_months_clamped(months);
}

}  // namespace kenpo::safeguard
