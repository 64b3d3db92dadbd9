// Who is a candidate, what may be expected, and what was missed or applied for twice.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/result.h"
#include "claim/claim.h"
#include "federation/grant.h"

namespace kenpo::federation {

/// The year's figures: what was entered for it, else the rows of the law book on its last day.
/// A year without any is a fault.
base::Result<GrantStandard> standard_of(GrantYear year,
                                        const std::optional<GrantStandard>& entered);
base::Yen threshold_of(const GrantStandard& standard, ThresholdKind kind);

/// 特別 for 特記事項 02 (長) or 16 (長2). Other special diseases of the federation are not known.
ThresholdKind kind_of(const claim::Claim& claim);

/// Receipts of one person's month put together. Every claim once, however often it is added.
class Joining {
 public:
  /// `person`: under whom the person is kept now.
  void add(const base::PersonId& person, const claim::Claim& claim);
  /// The months above their threshold, the person's receipts in the order in which they came.
  std::vector<PersonMonth> above(const GrantStandard& standard) const;
  /// Nullopt: no claim of the person's month.
  std::optional<PersonMonth> find(const base::PersonId& person, base::Month treated_in) const;

 private:
  std::map<std::pair<base::PersonId, base::Month>, PersonMonth> months_;
};

/// (cost − threshold) × rate, whole yen below: our reckoning, the federation rounds as it says.
/// Nullopt: the rate is not known.
std::optional<base::Yen> expected_of(const Grant& grant, const GrantStandard& standard);

/// What a list of cases of one year is wrong about.
enum class GrantFinding : std::uint8_t {
  missed,    // the day by which it is applied for has passed, and it is still a candidate
  doubled,   // a receipt, or a person's month, stands in two applications
  changed,   // applied for with another amount than the claims have now
  no_longer, // applied for, and now below its threshold
};
const char* wording(GrantFinding finding);

struct Found {
  GrantFinding finding = GrantFinding::missed;
  GrantId grant = GrantId::draw();
};

/// The day by which the year's cases are applied for (federation.grant.apply_within).
base::Result<base::Date> apply_by(GrantYear year);

/// In the order of the cases; `today` decides what is missed.
base::Result<std::vector<Found>> findings_of(std::span<const Grant> grants, GrantYear year,
                                             base::Date today);

}  // namespace kenpo::federation
