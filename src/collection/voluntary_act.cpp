#include "collection/voluntary_act.h"

#include <algorithm>

#include "collection/allocation_act.h"
#include "collection/credit_store.h"
#include "collection/debt_act.h"
#include "collection/demand_store.h"
#include "collection/receipt_store.h"
#include "eligibility/person_store.h"
#include "eligibility/work_item_store.h"
#include "premium/rate_requirement_store.h"
#include "premium/society_rate_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Month;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault voluntary_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

template <const notice::Operation& operation>
MemberAccess voluntary_access(const Permit<operation>& permit) {
  return MemberAccess(permit.template grant<notice::Purpose::premium_collection>());
}

RatesOfMonth rates_in(const store::View& view) {
  return [&view](Month month) { return premium::resolved_rates_of(view, month); };
}

/// Demands with what is paid of them.
Result<std::vector<DemandView>> demands_in(const store::View& view, const MemberAccess& access,
                                           const VoluntaryFacts& member, base::Date today) {
  std::vector<DemandView> demands;
  const auto allocations = KENPO_TRY(allocations_of_payer(view, payer_of(member.person)));
  for (auto& demand : KENPO_TRY(demands_of(view, access, member.person))) {
    if (demand.period != member.period) continue;
    for (const auto& one : allocations) {
      if (one.debt != demand.debt.key) continue;
      demand.debt.paid += one.amount;
      demand.debt.last_paid_on = std::max(demand.debt.last_paid_on, one.on);
    }
    const auto loss = member.lost ? std::nullopt : unpaid_loss(member, demand, today);
    demands.push_back({demand, loss});
  }
  return demands;
}

Result<MemberView> view_of_member(const store::View& view, const MemberAccess& access,
                                  VoluntaryFacts facts, base::Moment now) {
  MemberView shown{.facts = std::move(facts)};
  const auto person = KENPO_TRY(eligibility::find_person(view, access, shown.facts.person, now));
  shown.name = person ? (person->name.empty() ? person->name_kana : person->name) : "消去済み";
  shown.demands = KENPO_TRY(demands_in(view, access, shown.facts, now.day()));
  shown.payments = KENPO_TRY(payments_of(view, access, shown.facts.person));
  return shown;
}

Result<MemberView> load_member(const store::View& view, const MemberAccess& access,
                               const base::PersonId& person, base::Moment now) {
  auto periods = KENPO_TRY(voluntary_of(view, access, person, now));
  if (periods.empty()) {
    return voluntary_fault({"任意継続の資格がありません。", "There is no voluntary status."},
                           {"一覧から選び直してください。", "Choose from the list."});
  }
  return view_of_member(view, access, std::move(periods.back()), now);
}

bool is_demanded(const std::vector<DemandView>& demands, Month month) {
  return std::ranges::any_of(
      demands, [&](const DemandView& one) { return one.demand.covers(month); });
}

Result<> add_demand(store::Transaction& transaction, const MemberAccess& access,
                    const VoluntaryDemand& demand, base::Moment now) {
  KENPO_TRY(add(transaction, access, demand));
  return add(transaction, entries_of_demand(demand.debt, demand.id, now));
}

/// One month's demand on one member.
class MonthDemand {
 public:
  MonthDemand(store::Transaction& transaction, const MemberAccess& access, Month month,
              base::Date first_due, base::Moment now)
      : transaction_(transaction), access_(access), month_(month), first_due_(first_due),
        now_(now) {}

  Result<> make(const VoluntaryFacts& member, VoluntaryLevy& levy) {
    if (!voluntary_charged(member, month_)) return base::Done{};
    const auto demands = KENPO_TRY(demands_in(transaction_, access_, member, now_.day()));
    const auto covered = std::ranges::find_if(
        demands, [&](const DemandView& one) { return one.demand.covers(month_); });
    if (covered != demands.end()) {
      const bool ahead = covered->demand.debt.key.kind == DebtKind::voluntary_prepayment;
      ++(ahead ? levy.prepaid : levy.known);
      return base::Done{};
    }
    const auto standard = member.standard_in(month_);
    if (!standard) {
      ++levy.without_standard;
      return base::Done{};
    }
    const auto rate_month = KENPO_TRY(rate_month_of(month_));
    const auto rates = KENPO_TRY(premium::resolved_rates_of(transaction_, rate_month));
    const auto premium = KENPO_TRY(voluntary_premium(*standard, member.born, month_, rates)).value;
    const bool first = month_ == member.acquired.in_month();
    const auto due = first ? first_due_ : KENPO_TRY(voluntary_due(month_));
    const VoluntaryDemand demand{
        .debt = {.key = {DebtKind::voluntary_month, payer_of(member.person), month_},
                 .claimed_on = now_.day(),
                 .due = std::max(due, now_.day()),
                 .health = premium.health,
                 .child = premium.child},
        .period = member.period,
        .standard = *standard};
    KENPO_TRY(add_demand(transaction_, access_, demand, now_));
    ++levy.demanded;
    levy.total += premium.total();
    return base::Done{};
  }

 private:
  store::Transaction& transaction_;
  const MemberAccess& access_;
  Month month_;
  base::Date first_due_;
  base::Moment now_;
};

/// A work item that proposes the loss, once for the month that is unpaid.
Result<> propose_loss(store::Transaction& transaction, const MemberAccess& access,
                      const VoluntaryFacts& member, VoluntaryLevy& levy, base::Moment now) {
  if (member.lost) return base::Done{};
  for (const auto& one : KENPO_TRY(demands_in(transaction, access, member, now.day()))) {
    if (!one.loss) continue;
    const auto month = one.demand.debt.key.month;
    constexpr auto kind = eligibility::WorkKind::voluntary_unpaid;
    if (KENPO_TRY(eligibility::has_open_item(transaction, member.person, kind, month))) continue;
    KENPO_TRY(eligibility::add(transaction, {.kind = kind,
                                             .person = member.person,
                                             .case_id = base::CaseId::draw(),
                                             .month = month,
                                             .due = now.day(),
                                             .opened_at = now}));
    ++levy.unpaid;
    return base::Done{};
  }
  return base::Done{};
}

/// What the demand asks too much now that the status is lost.
Result<VoluntaryPremium> too_much(const store::View& view, const VoluntaryFacts& member,
                                  const VoluntaryDemand& demand) {
  if (demand.debt.key.kind == DebtKind::voluntary_prepayment) {
    const auto part = unexpired_part(member, demand, *member.lost, rates_in(view));
    if (!part.ok()) return part.faults();
    return part->value;
  }
  if (voluntary_charged(member, demand.debt.key.month)) return VoluntaryPremium{};
  return VoluntaryPremium{.health = demand.debt.health, .child = demand.debt.child};
}

/// Makes the credit and takes off the demand what was not paid of it.
Result<Credit> credit_demand(store::Transaction& transaction, const notice::Acting& acting,
                             const VoluntaryDemand& demand, const VoluntaryPremium& part,
                             base::Moment now) {
  Credit credit{.payer = demand.debt.key.payer,
                .cause = CreditCause::prepayment_unexpired,
                .arose_on = demand.debt.paid > Yen() ? demand.debt.last_paid_on
                                                     : demand.debt.claimed_on,
                .month = demand.debt.key.month,
                .amount = part.total(),
                .child = part.child,
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
                        .on = now.day(),
                        .reason = MatchReason::set_off,
                        .by = staff_in(acting),
                        .decided_at = now};
  // No payment of the member: it is taken off what was asked.
  KENPO_TRY(add(transaction, back, books_of(demand.debt, demand.debt.paid, off)));
  credit.used = off;
  return credit;
}

}  // namespace

Result<std::vector<MemberView>> list_members(Ledger& ledger, const notice::Acting& acting) {
  return store::read_under<voluntary_list>(
      ledger, acting,
      [&](const Permit<voluntary_list>& permit,
          const store::View& view) -> Result<std::vector<MemberView>> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = voluntary_access(permit);
        const auto now = ledger.gate.clock().now();
        std::vector<MemberView> members;
        for (auto& facts : KENPO_TRY(list_voluntary(view, access, now))) {
          members.push_back(KENPO_TRY(view_of_member(view, access, std::move(facts), now)));
        }
        std::ranges::sort(members, {}, &MemberView::name);
        return members;
      });
}

Result<MemberView> show_member(Ledger& ledger, const notice::Acting& acting,
                               const base::PersonId& person) {
  return store::read_under<voluntary_show>(
      ledger, acting,
      [&](const Permit<voluntary_show>& permit, const store::View& view) -> Result<MemberView> {
        KENPO_TRY(whole_society(permit.recorder()));
        return load_member(view, voluntary_access(permit), person, ledger.gate.clock().now());
      });
}

Result<MemberView> member_for_paper(Ledger& ledger, const notice::Acting& acting,
                                    const base::PersonId& person) {
  return store::read_under<voluntary_paper>(
      ledger, acting,
      [&](const Permit<voluntary_paper>& permit, const store::View& view) -> Result<MemberView> {
        KENPO_TRY(whole_society(permit.recorder()));
        return load_member(view, voluntary_access(permit), person, ledger.gate.clock().now());
      });
}

// 健康保険法161条1項ただし書・164条1項ただし書
Result<VoluntaryLevy> levy_voluntary(Ledger& ledger, const notice::Acting& acting, Month month,
                                     base::Date first_due) {
  return store::write_under<voluntary_levy>(
      ledger, acting,
      [&](const Permit<voluntary_levy>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<VoluntaryLevy> {
        KENPO_TRY(whole_society(permit.recorder()));
        if (month > now.day().in_month().plus(1)) {
          return voluntary_fault({"翌月より先の月は請求できません。", "At most one month ahead."},
                                 {"前納は、前納の画面で請求します。",
                                  "A prepayment has its own form."});
        }
        const auto access = voluntary_access(permit);
        VoluntaryLevy levy;
        MonthDemand demand(transaction, access, month, first_due, now);
        for (const auto& member : KENPO_TRY(list_voluntary(transaction, access, now))) {
          KENPO_TRY(demand.make(member, levy));
          KENPO_TRY(propose_loss(transaction, access, member, levy, now));
        }
        return levy;
      });
}

Result<law::Decision<PrepaymentQuote>> show_quote(Ledger& ledger, const notice::Acting& acting,
                                                  const base::PersonId& person,
                                                  PrepaymentUnit unit, Month first) {
  return store::read_under<voluntary_show>(
      ledger, acting,
      [&](const Permit<voluntary_show>& permit,
          const store::View& view) -> Result<law::Decision<PrepaymentQuote>> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto member = KENPO_TRY(
            load_member(view, voluntary_access(permit), person, ledger.gate.clock().now()));
        return quote_prepayment(member.facts, unit, first, rates_in(view));
      });
}

// 健康保険法165条
Result<VoluntaryDemand> demand_prepayment(Ledger& ledger, const notice::Acting& acting,
                                          const base::PersonId& person, PrepaymentUnit unit,
                                          Month first) {
  return store::write_under<voluntary_levy>(
      ledger, acting,
      [&](const Permit<voluntary_levy>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<VoluntaryDemand> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = voluntary_access(permit);
        const auto member = KENPO_TRY(load_member(transaction, access, person, now));
        const auto quoted = quote_prepayment(member.facts, unit, first, rates_in(transaction));
        const auto quote = KENPO_TRY(quoted).value;
        for (int at = 0; at < quote.months; ++at) {
          if (!is_demanded(member.demands, first.plus(at))) continue;
          return voluntary_fault({"請求済みの月が含まれています。", "A month was demanded."},
                                 {"まだ請求していない月からにしてください。",
                                  "Begin with a month that was not demanded."});
        }
        if (quote.due < now.day()) {
          return collection_fault({"前納の期限を過ぎています。", "It is too late to prepay."},
                                  {"前納は初めの月の前月末日までです（施行規則139条）。",
                                   "By the last day of the month before (Reg 139)."},
                                  {"後の月からにしてください。", "Begin with a later month."});
        }
        const VoluntaryDemand demand{
            .debt = {.key = {DebtKind::voluntary_prepayment, payer_of(person), first},
                     .claimed_on = now.day(),
                     .due = quote.due,
                     .health = quote.amount.health,
                     .child = quote.amount.child},
            .period = member.facts.period,
            .standard = *member.facts.standard_in(first),
            .months = quote.months};
        KENPO_TRY(add_demand(transaction, access, demand, now));
        return demand;
      });
}

// 健康保険法156条3項, 施行令51条
Result<std::vector<Credit>> settle_loss(Ledger& ledger, const notice::Acting& acting,
                                        const base::PersonId& person) {
  return store::write_under<voluntary_settle>(
      ledger, acting,
      [&](const Permit<voluntary_settle>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<std::vector<Credit>> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = voluntary_access(permit);
        const auto member = KENPO_TRY(load_member(transaction, access, person, now));
        if (!member.facts.lost) {
          return voluntary_fault({"資格喪失が登録されていません。", "No loss is recorded."},
                                 {"先に資格喪失を登録してください。", "Record the loss first."});
        }
        const auto known = KENPO_TRY(list_credits(transaction));
        std::vector<Credit> made;
        for (const auto& [demand, loss] : member.demands) {
          const auto& key = demand.debt.key;
          const bool settled = std::ranges::any_of(known, [&](const Credit& one) {
            return one.payer == key.payer && one.month == key.month &&
                   one.cause == CreditCause::prepayment_unexpired;
          });
          if (settled) continue;
          const auto part = KENPO_TRY(too_much(transaction, member.facts, demand));
          if (part.total() <= Yen()) continue;
          made.push_back(KENPO_TRY(credit_demand(transaction, acting, demand, part, now)));
        }
        return made;
      });
}

}  // namespace kenpo::collection
