// Premiums of voluntary members: Health Insurance Act arts 156, 161(1), 164, 165, 38; Order arts 48
// to 51.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

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

/// The rates of a month, or a fault when there are none.
using RatesOfMonth = std::function<base::Result<premium::SocietyRates>(base::Month)>;

/// The month whose rates hold for a voluntary member: their rate year begins in April, that of
/// employed persons in March.
base::Result<base::Month> rate_month_of(base::Month month);

/// Whether the month bears a premium (art 156(3)).
bool voluntary_charged(const VoluntaryFacts& member, base::Month month);

/// The whole premium, borne by the member: standard × rates, fractions of a yen dropped. The care
/// premium by the member's age and times outside the care insurance.
base::Result<law::Decision<VoluntaryPremium>> voluntary_premium(base::Yen standard,
                                                                const VoluntaryFacts& member,
                                                                base::Month month,
                                                                const premium::SocietyRates& rates);

/// What the month owes now: nothing where it bears no premium, or without a standard.
base::Result<VoluntaryPremium> owed_for(const VoluntaryFacts& member, base::Month month,
                                        const RatesOfMonth& rates);
/// Why a month of which `asked` was asked at the standard owes what it owes now.
base::Result<CorrectionCause> cause_of(const VoluntaryFacts& member, base::Month month,
                                       const VoluntaryPremium& asked, base::Yen standard,
                                       const RatesOfMonth& rates);

/// The due date of the month: the 10th (art 164(1)).
base::Result<base::Date> voluntary_due(base::Month month);

/// When a first premium that is demanded on the day is due, by the society's own rule: some days
/// later, not before the 10th of the month.
base::Result<base::Date> first_due_on(base::Month month, base::Date demanded_on);

/// A prepayment as it would be asked for.
struct PrepaymentQuote {
  base::Month first = {};
  int months = 0;
  base::Date due = {};  // the last day of the month before the first (施行規則139条)
  VoluntaryPremium amount = {};
  base::Yen without_discount = {};
};
/// The months of the unit from `first` on, and what they cost in advance. Refused: a month that is
/// not after that of the acquisition, one within the unit for who did not join within it, a member
/// without standard, months after the two years.
base::Result<law::Decision<PrepaymentQuote>> quote_prepayment(const VoluntaryFacts& member,
                                                              PrepaymentUnit unit,
                                                              base::Month first,
                                                              const RatesOfMonth& rates);

/// What a prepayment lacks or has too much at the rates of its months now.
struct Repricing {
  /// Of each month that is not covered: due on its 10th (施行令50条).
  std::vector<std::pair<base::Month, VoluntaryPremium>> shortfalls = {};
  VoluntaryPremium surplus = {};  // for the next prepayment, or refunded (施行規則139条・140条)

  bool is_even() const { return shortfalls.empty() && surplus.total() == base::Yen(); }
};
/// Rates that rose: the prepaid money is applied month by month, the earliest first. Rates that
/// fell: what was paid above the prepayment at the rates now. `prepaid`: without what earlier
/// surpluses took off.
/// The standard is that of the prepaid months now. Refused: it changes within them.
base::Result<law::Decision<Repricing>> reprice(const VoluntaryFacts& member,
                                               const VoluntaryDemand& prepaid,
                                               const RatesOfMonth& rates);

/// What is given back of a prepayment when the status is lost: what would be paid in advance for
/// the months not run (施行令51条). Zero when none is left.
base::Result<law::Decision<VoluntaryPremium>> unexpired_part(const VoluntaryFacts& member,
                                                             const VoluntaryDemand& prepaid,
                                                             base::Date lost,
                                                             const RatesOfMonth& rates);

/// What an amount of a month is worth in advance, at the beginning of `first` (施行令49条).
base::Result<base::Yen> value_in_advance(base::Month first, base::Month month,
                                         base::Yen amount);

/// The day on which the status is lost because the premium of the demand was not paid in time: the
/// day after the due date (art 38(3)). None: paid, not overdue yet, or the first premium, without
/// which one is deemed never to have become a member (art 37(2)).
std::optional<UnpaidLoss> unpaid_loss(const VoluntaryFacts& member, const VoluntaryDemand& demand,
                                      base::Date today);

}  // namespace kenpo::collection
