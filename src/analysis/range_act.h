// What the reports share: which months can be chosen, and whose figures the handler may see.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/segment_act.h"
#include "base/result.h"
#include "eligibility/ledger.h"

namespace kenpo::analysis {

/// Names of establishments in the handler's range, and whether it has a limit.
struct Range {
  std::map<base::EstablishmentId, std::string> names;
  const notice::Recorder* recorder = nullptr;

  bool holds(const base::EstablishmentId& id) const { return recorder->in_scope(id); }
  /// Whether all are in the range: the sums of the whole society are for who may see all of it.
  bool holds_all(const std::vector<base::EstablishmentId>& ids) const;
  std::string words(const base::EstablishmentId& id) const;
};
base::Result<Range> range_of(eligibility::Ledger& ledger, const notice::Acting& acting,
                             const notice::Recorder& recorder);

/// Those that are current, the newest first.
std::vector<base::Month> current_months(const std::vector<MonthState>& states);

/// The wanted month, or the newest without one. Refused: not current.
base::Result<base::Month> chosen(std::optional<base::Month> wanted,
                                 const std::vector<base::Month>& months);
base::Fault not_current();

}  // namespace kenpo::analysis
