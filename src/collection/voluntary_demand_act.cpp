#include "collection/voluntary_demand_act.h"

#include <algorithm>

#include "collection/credit_store.h"
#include "collection/demand_store.h"
#include "collection/receipt_store.h"
#include "premium/rate_requirement_store.h"

namespace kenpo::collection {

using base::Month;
using base::Result;
using base::Yen;
using eligibility::MemberAccess;

namespace {

bool is_prepaid(const VoluntaryDemand& demand) {
  return demand.debt.key.kind == DebtKind::voluntary_prepayment;
}

}  // namespace

RatesOfMonth rates_in(const store::View& view) {
  return [&view](Month month) { return premium::resolved_rates_of(view, month); };
}

/// Demands with what is paid of them.
Result<std::vector<DemandView>> demands_in(const store::View& view, const MemberAccess& access,
                                           const VoluntaryFacts& member, base::Date today) {
  std::vector<DemandView> demands;
  const auto payer = payer_of(member.person);
  const auto allocations = KENPO_TRY(allocations_of_payer(view, payer));
  const auto credits = KENPO_TRY(credits_of_payer(view, payer));
  for (auto& demand : KENPO_TRY(demands_of(view, access, member.person))) {
    if (demand.period != member.period) continue;
    for (const auto& one : allocations) {
      if (one.debt != demand.debt.key) continue;
      demand.debt.paid += one.amount;
      demand.debt.last_paid_on = std::max(demand.debt.last_paid_on, one.on);
    }
    DemandView made{.demand = demand};
    for (const auto& one : credits) {
      const bool back = one.cause == CreditCause::shortfall_taken_back;
      const bool lacked = demand.debt.key.kind == DebtKind::voluntary_shortfall;
      if (back && lacked && one.month == demand.debt.key.month) made.lapsed = true;
      if (one.month != demand.debt.key.month || !is_prepaid(demand)) continue;
      made.lapsed = made.lapsed || one.cause == CreditCause::prepayment_lapsed ||
                    one.cause == CreditCause::period_cancelled;
      if (one.cause == CreditCause::prepayment_rate) made.rate_surplus += one.amount;
      if (one.cause == CreditCause::prepayment_rate) made.rate_surplus_child += one.child;
    }
    if (!member.lost) made.loss = unpaid_loss(member, demand, today);
    demands.push_back(std::move(made));
  }
  return demands;
}

Result<> add_demand(store::Transaction& transaction, const MemberAccess& access,
                    const VoluntaryDemand& demand, base::Moment now) {
  KENPO_TRY(add(transaction, access, demand));
  return add(transaction, entries_of_demand(demand.debt, demand.id, now));
}

/// Makes the credit and takes off the demand what was not paid of it.
Result<Credit> credit_demand(store::Transaction& transaction,
                             const std::optional<base::StaffId>& by,
                             const VoluntaryDemand& demand, const DemandTakenBack& taken,
                             base::Moment now) {
  Credit credit{.payer = demand.debt.key.payer,
                .cause = taken.cause,
                .arose_on = demand.debt.paid > Yen() ? demand.debt.last_paid_on
                                                     : demand.debt.claimed_on,
                .month = demand.debt.key.month,
                .amount = taken.part.total(),
                .child = taken.part.child,
                .decided_at = now};
  KENPO_TRY(add(transaction, credit));
  KENPO_TRY(add(transaction, entries_of_unexpired(credit)));
  const auto off = std::min(credit.amount, demand.debt.rest());
  if (off <= Yen()) return credit;
  const Allocation back{.source_kind = SourceKind::credit,
                        .source = credit.id,
                        .target_kind = TargetKind::debt,
                        .debt = demand.debt.key,
                        .amount = off,
                        // Never owed: it is open on no day after the due date (181条).
                        .on = std::min(now.day(), demand.debt.due),
                        .reason = MatchReason::set_off,
                        .by = by,
                        .decided_at = now};
  // No payment of the member: it is taken off what was asked.
  KENPO_TRY(add(transaction, back, books_of(demand.debt, demand.debt.paid, off)));
  credit.used = off;
  return credit;
}

}  // namespace kenpo::collection
