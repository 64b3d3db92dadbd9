#include "collection/debt_act.h"

#include <algorithm>

#include "collection/arrears_store.h"
#include "collection/demand_store.h"
#include "collection/early_collection_store.h"
#include "collection/receipt_store.h"
#include "eligibility/establishment_store.h"
#include "eligibility/person_store.h"
#include "premium/levy_ledger_store.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;
using eligibility::MemberAccess;

/// The notices that went out, each with its parts by book.
Result<std::vector<Debt>> employer_bills(const store::View& view,
                                         const base::EstablishmentId* only) {
  std::vector<Debt> bills;
  for (const auto& run : KENPO_TRY(premium::list_runs(view))) {
    std::map<base::EstablishmentId, Yen> child;
    for (const auto& entry : KENPO_TRY(premium::entries_billed(view, run.month))) {
      if (entry.account == premium::Account::child) child[entry.establishment] -= entry.amount;
    }
    for (const auto& notice : KENPO_TRY(premium::issued_for(view, run.month))) {
      if (only != nullptr && notice.establishment != *only) continue;
      const auto of_children = child[notice.establishment];
      bills.push_back({.key = {DebtKind::employer_bill, payer_of(notice.establishment),
                               notice.billed},
                       .claimed_on = notice.issued_at.day(),
                       .due = notice.due,
                       .health = notice.total - of_children,
                       .child = of_children});
    }
  }
  return bills;
}

/// One debt a demand: what was decided in all. What a later decision took off became a credit,
/// which pays what is open of it; so the debt itself never shrinks.
std::vector<Debt> late_charges(const std::vector<LateChargeStep>& steps) {
  std::map<DebtKey, Debt> charges;
  for (const auto& step : steps) {
    const auto key = late_charge_of(step.demand);
    if (!key || step.amount <= Yen()) continue;
    auto& debt =
        charges.try_emplace(*key, Debt{.key = *key, .claimed_on = step.decided_on}).first->second;
    debt.health += step.amount;
    debt.due = step.due;
  }
  std::vector<Debt> debts;
  debts.reserve(charges.size());
  for (auto& [key, debt] : charges) debts.push_back(std::move(debt));
  return debts;
}

/// 健康保険法172条: what two people brought forward is due earlier.
void bring_forward(std::vector<Debt>& debts, const std::vector<EarlyCollection>& early) {
  for (const auto& one : early) {
    for (auto& debt : debts) {
      if (debt.key != one.debt) continue;
      debt.due_before = debt.due;
      debt.due = one.due;
    }
  }
}

void add_allocations(std::vector<Debt>& debts, const std::vector<Allocation>& allocations) {
  std::map<DebtKey, Debt*> known;
  for (auto& debt : debts) known.emplace(debt.key, &debt);
  // By day: what was taken back was not paid on its day.
  std::map<std::pair<DebtKey, base::Date>, Yen> days;
  for (const auto& one : allocations) {
    if (!one.debt || !known.contains(*one.debt)) continue;
    days[{*one.debt, one.on}] += one.amount;
  }
  for (const auto& [key, amount] : days) {
    auto& debt = *known.at(key.first);
    debt.paid += amount;
    if (amount > Yen()) debt.last_paid_on = std::max(debt.last_paid_on, key.second);
  }
}

void in_order(std::vector<Debt>& debts) {
  std::ranges::sort(debts, {}, [](const Debt& debt) {
    return std::tuple(debt.key.payer, debt.due, debt.key);
  });
}

}  // namespace

Result<std::vector<Debt>> load_debts(const store::View& view, const MemberAccess& access) {
  auto debts = KENPO_TRY(employer_bills(view, nullptr));
  for (const auto& demand : KENPO_TRY(list_demands(view, access))) debts.push_back(demand.debt);
  for (auto& one : late_charges(KENPO_TRY(late_charge_steps(view)))) {
    debts.push_back(std::move(one));
  }
  bring_forward(debts, KENPO_TRY(list_early_collections(view)));
  add_allocations(debts, KENPO_TRY(list_allocations(view)));
  in_order(debts);
  return debts;
}

Result<std::vector<Debt>> load_debts_of(const store::View& view, const MemberAccess& access,
                                        const PayerId& payer) {
  const auto establishment = establishment_of(payer);
  auto debts = KENPO_TRY(employer_bills(view, &establishment));
  for (const auto& demand : KENPO_TRY(demands_of(view, access, person_of(payer)))) {
    debts.push_back(demand.debt);
  }
  for (auto& one : late_charges(KENPO_TRY(late_charge_steps_of(view, payer)))) {
    debts.push_back(std::move(one));
  }
  bring_forward(debts, KENPO_TRY(early_collections_of(view, payer)));
  add_allocations(debts, KENPO_TRY(allocations_of_payer(view, payer)));
  in_order(debts);
  return debts;
}

std::vector<Debt> open_debts(const std::vector<Debt>& debts) {
  std::vector<Debt> open;
  for (const auto& debt : debts) {
    if (debt.rest() > Yen()) open.push_back(debt);
  }
  return open;
}

Result<Debt> known_debt(const std::vector<Debt>& debts, const DebtKey& key) {
  const auto found = std::ranges::find(debts, key, &Debt::key);
  if (found == debts.end()) {
    return collection_fault({"その請求はありません。", "There is no such debt."}, {},
                            {"一覧から選び直してください。", "Choose it from the list."});
  }
  return *found;
}

Result<> PayerNames::load() {
  if (loaded_) return base::Done{};
  for (const auto& one : KENPO_TRY(eligibility::list_establishments(view_))) {
    names_.emplace(payer_of(one.id), one.symbol + " " + one.name);
  }
  loaded_ = true;
  return base::Done{};
}

Result<bool> PayerNames::is_employer(const PayerId& payer) {
  KENPO_TRY(load());
  return names_.contains(payer);
}

Result<std::string> PayerNames::name(const PayerId& payer) {
  KENPO_TRY(load());
  if (const auto found = names_.find(payer); found != names_.end()) return found->second;
  if (const auto found = members_.find(payer); found != members_.end()) return found->second;
  const auto person =
      KENPO_TRY(eligibility::find_person(view_, access_, person_of(payer), now_));
  const auto name = !person ? std::string("消去済み")
                            : "任意継続 " + (person->name.empty() ? person->name_kana : person->name);
  members_.emplace(payer, name);
  return name;
}

}  // namespace kenpo::collection
