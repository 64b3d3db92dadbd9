#include "collection/voluntary_act.h"

#include <algorithm>

#include "collection/allocation_act.h"
#include "collection/credit_store.h"
#include "collection/debt_act.h"
#include "collection/demand_store.h"
#include "collection/voluntary_correction_act.h"
#include "collection/voluntary_demand_act.h"
#include "collection/voluntary_release_act.h"
#include "collection/voluntary_release_store.h"
#include "collection/receipt_store.h"
#include "eligibility/person_store.h"
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

Result<MemberView> view_of_member(const store::View& view, const MemberAccess& access,
                                  VoluntaryFacts facts, base::Moment now) {
  MemberView shown{.facts = std::move(facts)};
  const auto person = KENPO_TRY(eligibility::find_person(view, access, shown.facts.person, now));
  shown.name = person ? (person->name.empty() ? person->name_kana : person->name) : "消去済み";
  shown.demands = KENPO_TRY(demands_in(view, access, shown.facts, now.day()));
  shown.payments = KENPO_TRY(payments_of(view, access, shown.facts.person));
  shown.corrections = KENPO_TRY(corrections_of(view, access, shown.facts));
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
  return std::ranges::any_of(demands, [&](const DemandView& one) {
    return asks_for(one, month);
  });
}

/// What the prepayment never covered of the months not run: it was asked for by itself.
Result<VoluntaryPremium> unexpired_shortfall(const VoluntaryDemand& prepaid,
                                             const std::vector<DemandView>& others,
                                             base::Date lost) {
  VoluntaryPremium sum;
  const auto first = std::max(lost.in_month(), prepaid.debt.key.month);
  for (const auto& one : others) {
    const auto& debt = one.demand.debt;
    const auto month = debt.key.month;
    if (debt.key.kind != DebtKind::voluntary_shortfall || month < first) continue;
    if (!prepaid.covers(month)) continue;
    sum.health += KENPO_TRY(value_in_advance(first, month, debt.health));
    sum.child += KENPO_TRY(value_in_advance(first, month, debt.child));
  }
  return sum;
}

/// What the demand asks too much now that the status is lost.
Result<VoluntaryPremium> too_much(const store::View& view, const MemberView& shown,
                                  const VoluntaryDemand& demand) {
  const auto& member = shown.facts;
  const auto& others = shown.demands;
  if (demand.debt.key.kind == DebtKind::voluntary_prepayment) {
    auto part = KENPO_TRY(unexpired_part(member, demand, *member.lost, rates_in(view))).value;
    const auto lacking = KENPO_TRY(unexpired_shortfall(demand, others, *member.lost));
    part.health = std::max(part.health - lacking.health, Yen());
    part.child = std::max(part.child - lacking.child, Yen());
    return part;
  }
  const auto corrected = corrected_on(demand, member, shown.corrections);
  if (demand.debt.key.kind == DebtKind::voluntary_correction) return corrected;
  if (voluntary_charged(member, demand.debt.key.month)) return VoluntaryPremium{};
  return VoluntaryPremium{.health = demand.debt.health + corrected.health,
                          .child = demand.debt.child + corrected.child};
}

}  // namespace

Result<MembersPage> list_members(Ledger& ledger, const notice::Acting& acting, Slice slice) {
  return store::read_under<voluntary_list>(
      ledger, acting,
      [&](const Permit<voluntary_list>& permit, const store::View& view) -> Result<MembersPage> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = voluntary_access(permit);
        const auto now = ledger.gate.clock().now();
        MembersPage page{.count = KENPO_TRY(count_voluntary(view, access))};
        const auto month = now.day().in_month();
        for (const auto each : {month, month.plus(1)}) {
          page.slips.emplace_back(each, KENPO_TRY(count_demands(view, access, each)));
        }
        for (auto& facts : KENPO_TRY(list_voluntary(view, access, now, slice))) {
          page.members.push_back(KENPO_TRY(view_of_member(view, access, std::move(facts), now)));
        }
        return page;
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

Result<MemberSlip> slip_of_member(Ledger& ledger, const notice::Acting& acting,
                                  const base::PersonId& person, const DebtKey& key) {
  return store::read_under<voluntary_paper>(
      ledger, acting,
      [&](const Permit<voluntary_paper>& permit, const store::View& view) -> Result<MemberSlip> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto now = ledger.gate.clock().now();
        const auto member = KENPO_TRY(load_member(view, voluntary_access(permit), person, now));
        const auto found = std::ranges::find_if(member.demands, [&](const DemandView& one) {
          return one.demand.debt.key == key;
        });
        if (found == member.demands.end()) {
          return voluntary_fault({"その請求はありません。", "There is no such demand."},
                                 {"一覧から選び直してください。", "Choose it from the list."});
        }
        const auto released = KENPO_TRY(released_in(view, key.month));
        KENPO_TRY(check_slip_released(released, found->demand));
        return MemberSlip{member, found->demand};
      });
}

Result<std::vector<MemberSlip>> slips_of_month(Ledger& ledger, const notice::Acting& acting,
                                               Month month, std::int64_t file) {
  return store::read_under<voluntary_paper>(
      ledger, acting,
      [&](const Permit<voluntary_paper>& permit,
          const store::View& view) -> Result<std::vector<MemberSlip>> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = voluntary_access(permit);
        const auto now = ledger.gate.clock().now();
        std::vector<MemberSlip> slips;
        const auto released = KENPO_TRY(released_in(view, month));
        std::optional<VoluntaryDemand> waiting;
        std::int64_t number = 0;
        for (const auto& person : KENPO_TRY(people_asked_in(view, access, month))) {
          std::vector<DebtKey> wanted;
          for (const auto& one : KENPO_TRY(demands_of(view, access, person))) {
            if (one.debt.key.month != month) continue;
            if (number++ / slips_of_a_file == file - 1) wanted.push_back(one.debt.key);
          }
          if (wanted.empty()) continue;
          const auto member = KENPO_TRY(load_member(view, access, person, now));
          for (const auto& one : member.demands) {
            const auto& debt = one.demand.debt;
            if (std::ranges::find(wanted, debt.key) == wanted.end()) continue;
            if (debt.rest() <= Yen() || one.lapsed) continue;
            if (released.contains(one.demand.id)) {
              slips.push_back({member, one.demand});
            } else {
              waiting = one.demand;
            }
          }
        }
        // What was released leaves; those that came later wait for a release of their own.
        if (slips.empty() && waiting) KENPO_TRY(check_slip_released(released, *waiting));
        return slips;
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
        for (const auto& each : member.demands) {
          const auto& demand = each.demand;
          if (each.lapsed) continue;
          const auto& key = demand.debt.key;
          const bool settled = std::ranges::any_of(known, [&](const Credit& one) {
            return one.payer == key.payer && one.month == key.month &&
                   one.cause == CreditCause::prepayment_unexpired;
          });
          if (settled) continue;
          const auto part = KENPO_TRY(too_much(transaction, member, demand));
          if (part.total() <= Yen()) continue;
          made.push_back(KENPO_TRY(credit_demand(
              transaction, staff_in(acting), demand,
              {CreditCause::prepayment_unexpired, part}, now)));
        }
        return made;
      });
}

}  // namespace kenpo::collection
