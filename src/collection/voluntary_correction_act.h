// Months of voluntary members that were asked for and owe another amount since: a standard, a birth
// date, a time outside the care insurance, rates or days of status were corrected afterwards.
#pragma once

#include <optional>

#include "base/result.h"
#include "collection/voluntary_demand_act.h"

namespace kenpo::collection {

/// What a levy posted because of corrections.
struct CorrectedMonths {
  std::int64_t months = 0;
  base::Yen shortfall = {};  // demanded, one demand for all months
  base::Yen surplus = {};    // became credits
};

/// Compares what was asked for each single month with what it owes now, back to the limitation
/// (健康保険法193条1項), and posts the difference: shortfalls as one demand whose month is `billed`,
/// or the first after it that has none; what was too much as credits, first on earlier shortfalls
/// of the month. After a loss, its months are settled by settle_loss instead.
base::Result<CorrectedMonths> correct_asked_months(store::Transaction& transaction,
                                                   const eligibility::MemberAccess& access,
                                                   const std::optional<base::StaffId>& by,
                                                   const VoluntaryFacts& member,
                                                   base::Month billed, base::Moment now);

/// What corrections have added to a demand of single months that bear no premium any more:
/// settle_loss gives it back with the demand.
VoluntaryPremium corrected_on(const VoluntaryDemand& demand, const VoluntaryFacts& member,
                              const std::vector<VoluntaryCorrection>& corrections);

}  // namespace kenpo::collection
