// Premiums of voluntary members: Health Insurance Act arts 156, 161(1), 164, 165, 38; Order arts 48
// to 51.
#pragma once

#include <functional>
#include <optional>

#include "base/result.h"
#include "collection/voluntary.h"
#include "law/decision.h"
#include "premium/society_rate.h"

namespace kenpo::collection {

/// Health and child-support part of a premium, with its basis.
struct VoluntaryPremium {
  base::Yen health = {};
  base::Yen child = {};
  base::Yen total() const { return health + child; }
};

/// The month whose rates hold for a voluntary member: their rate year begins in April, that of
/// employed persons in March.
base::Result<base::Month> rate_month_of(base::Month month);

/// Whether the month bears a premium (art 156(3)).
bool voluntary_charged(const VoluntaryFacts& member, base::Month month);

/// The whole premium, borne by the member: standard × rates, fractions of a yen dropped.
base::Result<law::Decision<VoluntaryPremium>> voluntary_premium(base::Yen standard,
                                                                base::Date born,
                                                                base::Month month,
                                                                const premium::SocietyRates& rates);

/// The due date of the month: the 10th (art 164(1)).
base::Result<base::Date> voluntary_due(base::Month month);

/// The rates of a month, or a fault when there are none.
using RatesOfMonth = std::function<base::Result<premium::SocietyRates>(base::Month)>;

/// A prepayment as it would be asked for.
struct PrepaymentQuote {
  base::Month first = {};
  int months = 0;
  base::Date due = {};  // the last day of the month before the first (施行規則139条)
  VoluntaryPremium amount = {};
  base::Yen without_discount = {};
};
/// The months of the unit from `first` on, and what they cost in advance. Refused: a month that is
/// not after that of the acquisition, a member without standard, months after the two years.
base::Result<law::Decision<PrepaymentQuote>> quote_prepayment(const VoluntaryFacts& member,
                                                              PrepaymentUnit unit,
                                                              base::Month first,
                                                              const RatesOfMonth& rates);

/// What is given back of a prepayment when the status is lost: what would be paid in advance for
/// the months not run (施行令51条). Zero when none is left.
base::Result<law::Decision<VoluntaryPremium>> unexpired_part(const VoluntaryFacts& member,
                                                             const VoluntaryDemand& prepaid,
                                                             base::Date lost,
                                                             const RatesOfMonth& rates);

/// The day on which the status is lost because the premium of the demand was not paid in time: the
/// day after the due date (art 38(3)). None: paid, not overdue yet, or the first premium, without
/// which one is deemed never to have become a member (art 37(2)).
std::optional<UnpaidLoss> unpaid_loss(const VoluntaryFacts& member, const VoluntaryDemand& demand,
                                      base::Date today);

}  // namespace kenpo::collection
