// What is demanded of voluntary members, for acts in their own transaction.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"
#include "collection/voluntary_rule.h"
#include "collection/voluntary_view.h"
#include "eligibility/ledger.h"
#include "store/database.h"

namespace kenpo::collection {

RatesOfMonth rates_in(const store::View& view);

/// Demands of the member's period with what is paid of them and what became of them.
base::Result<std::vector<DemandView>> demands_in(const store::View& view,
                                                 const eligibility::MemberAccess& access,
                                                 const VoluntaryFacts& member,
                                                 base::Date today);

/// Adds the demand with its lines of the ledger.
base::Result<> add_demand(store::Transaction& transaction,
                          const eligibility::MemberAccess& access,
                          const VoluntaryDemand& demand, base::Moment now);

/// Why a part of a demand is taken back, and how much.
struct DemandTakenBack {
  CreditCause cause = CreditCause::prepayment_unexpired;
  VoluntaryPremium part = {};
};
/// Makes the credit and takes off the demand what was not paid of it.
base::Result<Credit> credit_demand(store::Transaction& transaction,
                                   const std::optional<base::StaffId>& by,
                                   const VoluntaryDemand& demand, const DemandTakenBack& taken,
                                   base::Moment now);

}  // namespace kenpo::collection
