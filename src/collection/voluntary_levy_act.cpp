// The month of the voluntary members: demands, prepayments that the rates have changed or that were
// not paid, losses to propose.
#include <algorithm>
#include <map>
#include <set>

#include "collection/allocation_act.h"
#include "collection/credit_store.h"
#include "collection/demand_store.h"
#include "collection/voluntary_act.h"
#include "collection/voluntary_correction_act.h"
#include "collection/voluntary_demand_act.h"
#include "eligibility/work_item_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

bool is_prepayment(const DemandView& view) {
  return view.demand.debt.key.kind == DebtKind::voluntary_prepayment;
}

/// One month's levy on one member after another.
class MonthOfMembers {
 public:
  struct Given {
    store::Transaction& transaction;
    const MemberAccess& access;
    std::optional<base::StaffId> by;
    Month month;
    base::Date first_due;
    base::Moment now;
  };
  explicit MonthOfMembers(Given given) : given_(std::move(given)) {}

  Result<> levy(const VoluntaryFacts& member) {
    KENPO_TRY(lapse(member));
    KENPO_TRY(demand(member));
    KENPO_TRY(correct(member));
    KENPO_TRY(reprice_all(member));
    return propose_loss(member);
  }
  /// 健康保険法156条・164条2項: a period that was cancelled owes nothing, whatever was asked of it. It
  /// is worked out as a member without standards, so that it owes again if it stands again.
  Result<> cancel(const VoluntaryFacts& member) {
    const auto before = levy_.corrected;
    KENPO_TRY(correct(member));
    bool any = levy_.corrected != before;
    const auto credits = KENPO_TRY(credits_of_payer(given_.transaction, payer_of(member.person)));
    for (const auto& one : KENPO_TRY(demands(member))) {
      const auto& key = one.demand.debt.key;
      const bool lacks = key.kind == DebtKind::voluntary_shortfall;
      if (one.lapsed || (!is_prepayment(one) && !lacks)) continue;
      const auto part = not_given_back(one, credits);
      if (part.total() <= Yen()) continue;
      const auto cause = lacks ? CreditCause::shortfall_taken_back : CreditCause::period_cancelled;
      KENPO_TRY(credit_demand(given_.transaction, given_.by, one.demand, {cause, part},
                              given_.now));
      levy_.corrected_less += part.total();
      any = true;
    }
    levy_.cancelled += any ? 1 : 0;
    return base::Done{};
  }
  const VoluntaryLevy& done() const { return levy_; }

 private:
  Result<std::vector<DemandView>> demands(const VoluntaryFacts& member) const {
    return demands_in(given_.transaction, given_.access, member, given_.now.day());
  }

  /// A prepayment is paid by the end of the month before (施行規則139条); what was not is taken
  /// back whole, and its months are asked for one by one. What was paid of it becomes a credit.
  Result<> lapse(const VoluntaryFacts& member) {
    const auto asked = KENPO_TRY(demands(member));
    for (const auto& one : asked) {
      const auto& debt = one.demand.debt;
      if (!is_prepayment(one) || one.lapsed || debt.rest() <= Yen()) continue;
      if (given_.now.day() <= debt.due) continue;
      KENPO_TRY(take_back(one.demand));
      ++levy_.lapsed;
      for (const auto& other : asked) {
        const auto& key = other.demand.debt.key;
        const bool lacks = key.kind == DebtKind::voluntary_shortfall;
        if (lacks && one.demand.covers(key.month)) KENPO_TRY(take_back(other.demand));
      }
    }
    return base::Done{};
  }
  /// A prepayment or its shortfall without what a surplus or a loss gave back of it before.
  static VoluntaryPremium not_given_back(const DemandView& view,
                                         const std::vector<Credit>& credits) {
    const auto& debt = view.demand.debt;
    VoluntaryPremium part{debt.health - (view.rate_surplus - view.rate_surplus_child),
                          debt.child - view.rate_surplus_child};
    for (const auto& one : credits) {
      const bool of_loss = one.cause == CreditCause::prepayment_unexpired;
      if (!of_loss || !is_prepayment(view) || one.month != debt.key.month) continue;
      part.health -= one.amount - one.child;
      part.child -= one.child;
    }
    return part;
  }
  Result<> take_back(const VoluntaryDemand& demand) {
    const auto& debt = demand.debt;
    KENPO_TRY(credit_demand(given_.transaction, given_.by, demand,
                            {CreditCause::prepayment_lapsed, {debt.health, debt.child}},
                            given_.now));
    return base::Done{};
  }

  Result<> demand(const VoluntaryFacts& member) {
    if (!voluntary_charged(member, given_.month)) return base::Done{};
    const auto asked = KENPO_TRY(demands(member));
    const auto covered = std::ranges::find_if(
        asked, [&](const DemandView& one) { return asks_for(one, given_.month); });
    if (covered != asked.end()) {
      ++(is_prepayment(*covered) ? levy_.prepaid : levy_.known);
      return base::Done{};
    }
    const auto standard = member.standard_in(given_.month);
    if (!standard) {
      ++levy_.without_standard;
      return base::Done{};
    }
    const auto rate_month = KENPO_TRY(rate_month_of(given_.month));
    const auto rates = KENPO_TRY(rates_in(given_.transaction)(rate_month));
    const auto premium =
        KENPO_TRY(voluntary_premium(*standard, member, given_.month, rates)).value;
    const bool first = given_.month == member.acquired.in_month();
    const auto due = first ? given_.first_due : KENPO_TRY(voluntary_due(given_.month));
    KENPO_TRY(ask({DebtKind::voluntary_month, payer_of(member.person), given_.month}, due,
                  premium, member));
    ++levy_.demanded;
    levy_.total += premium.total();
    return base::Done{};
  }
  Result<> ask(const DebtKey& key, base::Date due, const VoluntaryPremium& premium,
               const VoluntaryFacts& member) {
    const auto today = given_.now.day();
    const VoluntaryDemand made{.debt = {.key = key,
                                        .claimed_on = today,
                                        .due = std::max(due, today),
                                        .health = premium.health,
                                        .child = premium.child},
                               .period = member.period,
                               .standard = member.standard_in(key.month).value_or(Yen())};
    return add_demand(given_.transaction, given_.access, made, given_.now);
  }

  Result<> correct(const VoluntaryFacts& member) {
    const auto done = KENPO_TRY(correct_asked_months(given_.transaction, given_.access, given_.by,
                                                     member, given_.month, given_.now));
    levy_.corrected += done.months;
    levy_.corrected_more += done.shortfall;
    levy_.corrected_less += done.surplus;
    return base::Done{};
  }

  /// 健康保険法施行令50条: what was prepaid, at the rates and the standard of its months now.
  Result<> reprice_all(const VoluntaryFacts& member) {
    if (member.lost) return base::Done{};
    const auto asked = KENPO_TRY(demands(member));
    for (const auto& one : asked) {
      if (!is_prepayment(one) || one.lapsed || one.demand.last() < given_.month) continue;
      auto prepaid = one.demand;
      const auto standard = one_standard(member, prepaid);
      if (!standard) {
        ++levy_.to_sort_out;
        continue;
      }
      prepaid.standard = *standard;
      prepaid.debt.health -= one.rate_surplus - one.rate_surplus_child;
      prepaid.debt.child -= one.rate_surplus_child;
      const auto repricing =
          KENPO_TRY(reprice(member, prepaid, rates_in(given_.transaction))).value;
      if (repricing.is_even()) {
        KENPO_TRY(take_shortfalls_back(one.demand, asked));
      } else {
        KENPO_TRY(settle(member, one, asked, repricing));
      }
    }
    return base::Done{};
  }
  /// The standard of all months of the prepayment; none when it changes within them.
  static std::optional<Yen> one_standard(const VoluntaryFacts& member,
                                         const VoluntaryDemand& prepaid) {
    const auto first = member.standard_in(prepaid.debt.key.month);
    for (auto month = prepaid.debt.key.month; month <= prepaid.last(); month = month.plus(1)) {
      if (member.standard_in(month) != first) return std::nullopt;
    }
    return first;
  }
  /// What was lacking rested on something that was corrected back.
  Result<> take_shortfalls_back(const VoluntaryDemand& prepaid,
                                const std::vector<DemandView>& asked) {
    for (const auto& one : asked) {
      const auto& debt = one.demand.debt;
      const bool lacking = debt.key.kind == DebtKind::voluntary_shortfall && !one.lapsed;
      if (!lacking || !prepaid.covers(debt.key.month)) continue;
      KENPO_TRY(credit_demand(given_.transaction, given_.by, one.demand,
                              {CreditCause::shortfall_taken_back, {debt.health, debt.child}},
                              given_.now));
      ++levy_.repriced;
      levy_.surplus += debt.total();
    }
    return base::Done{};
  }
  Result<> settle(const VoluntaryFacts& member, const DemandView& prepaid,
                  const std::vector<DemandView>& asked, const Repricing& repricing) {
    std::map<Month, Yen> lacking;  // asked for before
    for (const auto& one : asked) {
      const auto& debt = one.demand.debt;
      if (debt.key.kind != DebtKind::voluntary_shortfall) continue;
      // What was taken back and is lacking again is for a person to sort out, too.
      lacking[debt.key.month] = one.lapsed ? Yen() : debt.total();
    }
    const bool again = std::ranges::any_of(
        lacking, [&](const auto& one) { return prepaid.demand.covers(one.first); });
    if (repricing.surplus.total() > Yen()) {
      // Rates that rose and fell again within one prepayment are for a person to sort out.
      if (again) return ++levy_.to_sort_out, base::Done{};
      KENPO_TRY(credit_demand(given_.transaction, given_.by, prepaid.demand,
                              {CreditCause::prepayment_rate, repricing.surplus}, given_.now));
      ++levy_.repriced;
      levy_.surplus += repricing.surplus.total();
      return base::Done{};
    }
    bool any = false;
    for (const auto& [month, premium] : repricing.shortfalls) {
      const auto found = lacking.find(month);
      if (found != lacking.end()) {
        levy_.to_sort_out += found->second == premium.total() ? 0 : 1;
        continue;
      }
      const auto due = KENPO_TRY(voluntary_due(month));
      KENPO_TRY(ask({DebtKind::voluntary_shortfall, payer_of(member.person), month}, due, premium,
                    member));
      levy_.shortfall += premium.total();
      any = true;
    }
    levy_.repriced += any ? 1 : 0;
    return base::Done{};
  }

  /// A work item that proposes the loss, once for the month that is unpaid.
  Result<> propose_loss(const VoluntaryFacts& member) {
    if (member.lost) return base::Done{};
    for (const auto& one : KENPO_TRY(demands(member))) {
      if (!one.loss) continue;
      const auto month = one.demand.debt.key.month;
      constexpr auto kind = eligibility::WorkKind::voluntary_unpaid;
      if (KENPO_TRY(eligibility::has_open_item(given_.transaction, member.person, kind, month))) {
        continue;
      }
      KENPO_TRY(eligibility::add(given_.transaction, {.kind = kind,
                                                      .person = member.person,
                                                      .case_id = base::CaseId::draw(),
                                                      .month = month,
                                                      .due = given_.now.day(),
                                                      .opened_at = given_.now}));
      ++levy_.unpaid;
      return base::Done{};
    }
    return base::Done{};
  }

  Given given_;
  VoluntaryLevy levy_;
};

Result<> check_month(Month month, base::Date today) {
  if (month <= today.in_month().plus(1)) return base::Done{};
  return collection_fault({"翌月より先の月は請求できません。", "At most one month ahead."}, {},
                          {"前納は、前納の画面で請求します。", "A prepayment has its own form."});
}

/// Whom something was asked of for a period that stands no more; without standards.
Result<std::vector<VoluntaryFacts>> cancelled_members(const store::View& view,
                                                      const MemberAccess& access,
                                                      const std::vector<VoluntaryFacts>& standing) {
  std::set<eligibility::PeriodId> known;
  for (const auto& one : standing) known.insert(one.period);
  std::vector<VoluntaryFacts> cancelled;
  for (const auto& demand : KENPO_TRY(list_demands(view, access))) {
    if (!known.insert(demand.period).second) continue;
    cancelled.push_back({.person = person_of(demand.debt.key.payer), .period = demand.period});
  }
  return cancelled;
}

}  // namespace

// 健康保険法161条1項ただし書・164条1項ただし書
Result<VoluntaryLevy> levy_voluntary(Ledger& ledger, const notice::Acting& acting, Month month,
                                     base::Date first_due) {
  return store::write_under<voluntary_levy>(
      ledger, acting,
      [&](const Permit<voluntary_levy>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<VoluntaryLevy> {
        KENPO_TRY(whole_society(permit.recorder()));
        KENPO_TRY(check_month(month, now.day()));
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        MonthOfMembers members({.transaction = transaction,
                                .access = access,
                                .by = staff_in(acting),
                                .month = month,
                                .first_due = first_due,
                                .now = now});
        const auto standing = KENPO_TRY(list_voluntary(transaction, access, now));
        for (const auto& member : standing) KENPO_TRY(members.levy(member));
        for (const auto& member : KENPO_TRY(cancelled_members(transaction, access, standing))) {
          KENPO_TRY(members.cancel(member));
        }
        const auto done = members.done();
        KENPO_TRY(add(transaction, VoluntaryRun{.month = month,
                                                .demanded = done.demanded + done.known,
                                                .prepaid = done.prepaid,
                                                .left = done.without_standard + done.to_sort_out,
                                                .ran_at = now}));
        return done;
      });
}

}  // namespace kenpo::collection
