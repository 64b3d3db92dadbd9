#include "collection/voluntary_correction_act.h"

#include <algorithm>
#include <map>
#include <ranges>

#include "collection/credit_store.h"
#include "collection/demand_store.h"
#include "premium/limitation_rule.h"

namespace kenpo::collection {

namespace {

using base::Month;
using base::Result;
using base::Yen;

/// One part of a whole difference: the child's part never beyond it.
VoluntaryPremium part_of(Yen total, Yen child) {
  const auto of_child = std::clamp(child, Yen(), total);
  return {.health = total - of_child, .child = of_child};
}

/// One member's months, one after another.
class MonthsOfMember {
 public:
  struct Given {
    store::Transaction& transaction;
    const eligibility::MemberAccess& access;
    const std::optional<base::StaffId>& by;
    const VoluntaryFacts& member;
    Month billed;
    base::Moment now;
  };
  explicit MonthsOfMember(Given given) : given_(given) {}

  Result<CorrectedMonths> correct() {
    const auto oldest = KENPO_TRY(premium::first_collectible_month(given_.now.day()));
    const auto asked = KENPO_TRY(
        demands_in(given_.transaction, given_.access, given_.member, given_.now.day()));
    corrections_ = KENPO_TRY(corrections_of(given_.transaction, given_.access, given_.member));
    credits_ = KENPO_TRY(
        credits_of_payer(given_.transaction, payer_of(given_.member.person)));
    for (const auto& one : asked) {
      const auto& key = one.demand.debt.key;
      if (key.kind == DebtKind::voluntary_correction) by_billed_.emplace(key.month, one.demand);
    }
    KENPO_TRY(find_billed());
    for (const auto& one : asked) {
      const auto& key = one.demand.debt.key;
      if (key.kind != DebtKind::voluntary_month || key.month < oldest) continue;
      KENPO_TRY(compare(one.demand));
    }
    KENPO_TRY(ask());
    return done_;
  }

 private:
  /// What is asked of the month with all that was corrected, and at which standard.
  struct Asked {
    VoluntaryPremium net;
    Yen standard;
  };
  Asked asked_of(const VoluntaryDemand& demand) const {
    const auto month = demand.debt.key.month;
    Asked asked{{demand.debt.health, demand.debt.child}, demand.standard};
    for (const auto& one : corrections_) {
      if (one.month != month) continue;
      asked.net.health += one.health;
      asked.net.child += one.child;
      asked.standard = one.standard;
    }
    for (const auto& one : credits_) {
      // Given back after a loss that does not stand any more.
      if (one.month != month || one.cause != CreditCause::prepayment_unexpired) continue;
      asked.net.health -= one.amount - one.child;
      asked.net.child -= one.child;
    }
    return asked;
  }

  /// A person has one demand of a kind a month, whichever the period.
  Result<> find_billed() {
    const auto all =
        KENPO_TRY(demands_of(given_.transaction, given_.access, given_.member.person));
    const auto taken = [&](Month month) {
      return std::ranges::any_of(all, [&](const VoluntaryDemand& one) {
        const auto& key = one.debt.key;
        return key.kind == DebtKind::voluntary_correction && key.month == month;
      });
    };
    billed_ = given_.billed;
    while (taken(billed_)) billed_ = billed_.plus(1);
    return base::Done{};
  }

  Result<> compare(const VoluntaryDemand& demand) {
    const auto month = demand.debt.key.month;
    const auto& member = given_.member;
    const bool after_loss = member.lost && month >= member.lost->in_month();
    if (after_loss && !voluntary_charged(member, month)) return base::Done{};
    const auto rates = rates_in(given_.transaction);
    const auto owed = KENPO_TRY(owed_for(member, month, rates));
    const auto asked = asked_of(demand);
    const auto more = owed.total() - asked.net.total();
    if (more == Yen()) return base::Done{};
    VoluntaryCorrection made{
        .person = member.person,
        .period = member.period,
        .month = month,
        .on_month = billed_,
        .cause = KENPO_TRY(cause_of(member, month, asked.net, asked.standard, rates)),
        .standard = member.standard_in(month).value_or(Yen()),
        .made_at = given_.now};
    ++done_.months;
    const auto child = owed.child - asked.net.child;
    if (more > Yen()) return post_more(made, part_of(more, child));
    return post_less(made, part_of(-more, -child), demand);
  }

  Result<> post_more(VoluntaryCorrection made, const VoluntaryPremium& part) {
    made.health = part.health;
    made.child = part.child;
    KENPO_TRY(add(given_.transaction, given_.access, made));
    lacking_.health += part.health;
    lacking_.child += part.child;
    return base::Done{};
  }

  /// Earlier shortfalls of the month first, the last made first; the rest off the month itself.
  Result<> post_less(const VoluntaryCorrection& made, VoluntaryPremium part,
                     const VoluntaryDemand& demand) {
    std::map<Month, VoluntaryPremium> posted;
    for (const auto& one : corrections_) {
      if (one.month != made.month || one.on != DebtKind::voluntary_correction) continue;
      posted[one.on_month].health += one.health;
      posted[one.on_month].child += one.child;
    }
    for (const auto& [billed, held] : std::views::reverse(posted)) {
      const auto off = std::min(part.total(), held.total());
      const auto found = by_billed_.find(billed);
      if (off <= Yen() || found == by_billed_.end()) continue;
      const auto child = std::clamp(held.child, Yen(), std::min(off, part.child));
      KENPO_TRY(take_off(made, found->second, {.health = off - child, .child = child}));
      part.child -= child;
      part.health -= off - child;
    }
    if (part.total() <= Yen()) return base::Done{};
    return take_off(made, demand, part);
  }
  Result<> take_off(VoluntaryCorrection made, VoluntaryDemand from,
                    const VoluntaryPremium& part) {
    const auto taken = KENPO_TRY(credit_demand(given_.transaction, given_.by, from,
                                               {CreditCause::voluntary_correction, part},
                                               given_.now));
    // Another month of the same demand finds less of it unpaid.
    const auto held = by_billed_.find(from.debt.key.month);
    if (from.debt.key.kind == DebtKind::voluntary_correction && held != by_billed_.end()) {
      auto& debt = held->second.debt;
      debt.paid += taken.used;
      debt.last_paid_on = std::max(debt.last_paid_on, given_.now.day());
    }
    made.on = from.debt.key.kind;
    made.on_month = from.debt.key.month;
    made.health = Yen() - part.health;
    made.child = Yen() - part.child;
    done_.surplus += part.total();
    return add(given_.transaction, given_.access, made);
  }

  Result<> ask() {
    if (lacking_.total() <= Yen()) return base::Done{};
    const auto today = given_.now.day();
    const VoluntaryDemand made{
        .debt = {.key = {DebtKind::voluntary_correction, payer_of(given_.member.person), billed_},
                 .claimed_on = today,
                 .due = KENPO_TRY(first_due_on(billed_, today)),
                 .health = lacking_.health,
                 .child = lacking_.child},
        .period = given_.member.period,
        .standard = given_.member.standard_in(billed_).value_or(Yen())};
    done_.shortfall = lacking_.total();
    return add_demand(given_.transaction, given_.access, made, given_.now);
  }

  Given given_;
  std::vector<VoluntaryCorrection> corrections_;
  std::vector<Credit> credits_;
  std::map<Month, VoluntaryDemand> by_billed_;
  Month billed_;
  VoluntaryPremium lacking_;
  CorrectedMonths done_;
};

}  // namespace

// 健康保険法156条・193条1項
Result<CorrectedMonths> correct_asked_months(store::Transaction& transaction,
                                             const eligibility::MemberAccess& access,
                                             const std::optional<base::StaffId>& by,
                                             const VoluntaryFacts& member, Month billed,
                                             base::Moment now) {
  return MonthsOfMember({.transaction = transaction,
                         .access = access,
                         .by = by,
                         .member = member,
                         .billed = billed,
                         .now = now})
      .correct();
}

VoluntaryPremium corrected_on(const VoluntaryDemand& demand, const VoluntaryFacts& member,
                              const std::vector<VoluntaryCorrection>& corrections) {
  VoluntaryPremium sum;
  for (const auto& one : corrections) {
    const auto& key = demand.debt.key;
    if (one.on != key.kind || one.on_month != key.month) continue;
    if (voluntary_charged(member, one.month)) continue;
    sum.health += one.health;
    sum.child += one.child;
  }
  return sum;
}

}  // namespace kenpo::collection
