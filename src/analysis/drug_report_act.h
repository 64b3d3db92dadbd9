// Generic drugs (後発医薬品): their share by quantity, and what dearer drugs of the same group cost
// more. Sums only: who takes them, analysis does not know.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/segment_act.h"
#include "base/result.h"
#include "eligibility/ledger.h"

namespace kenpo::analysis {

struct DrugRow {
  std::string label;
  bool shown = false;
  DrugCell cell;  // empty when not shown
};

/// 後発医薬品の使用割合: generic ÷ (brand with a generic + generic), by quantity.
struct ShareRow {
  std::string label;
  std::optional<std::int64_t> permille;  // nullopt: not shown, or nothing to divide by
  bool hidden = false;                   // of the two: not shown
};

struct DrugReport {
  base::Month month;
  std::vector<base::Month> months;  // that can be chosen, the newest first
  bool has_groups = false;          // the loaded master tells brands from drugs that stand alone
  std::optional<std::int64_t> share_permille;
  std::vector<DrugRow> kinds;
  std::vector<ShareRow> works;    // establishments above their floor
  std::vector<DrugRow> savings;   // at most savings_limit, the greatest saving first
  std::int64_t savings_count = 0;
  std::optional<DrugCell> savings_total;
  std::int64_t cell_floor = 0;
  std::int64_t largest_percent = 0;
};
inline constexpr std::size_t savings_limit = 50;

/// Refused: a month that is not current, a handler who is limited to establishments.
base::Result<DrugReport> show_drugs(Analysis& analysis, eligibility::Ledger& ledger,
                                    const notice::Acting& acting,
                                    std::optional<base::Month> month);

}  // namespace kenpo::analysis
