#include "collection/late_charge_act.h"

#include <algorithm>
#include <set>

#include "collection/allocation_act.h"
#include "collection/arrears_act.h"
#include "collection/arrears_store.h"
#include "collection/credit_store.h"
#include "collection/debt_charge_rule.h"
#include "collection/debt_act.h"
#include "collection/demand_store.h"
#include "collection/receipt_store.h"
#include "premium/levy_ledger_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Date;
using base::Month;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault charge_fault(base::Words what, base::Words why, base::Words mend) {
  return collection_fault(std::move(what), std::move(why), std::move(mend));
}

base::Fault bears_none() {
  return charge_fault({"延滞金のかからない請求です。", "It bears no late charge."},
                      {"延滞金は保険料にかかります。前納と延滞金そのものにはかかりません"
                       "（健康保険法181条1項）。",
                       "Premiums bear one; a prepayment or a late charge does not (art 181(1))."},
                      {"請求の一覧から保険料を選んでください。", "Choose a premium."});
}

/// The charge of a demand as it was decided so far.
struct Charged {
  std::vector<LateChargeStep> steps;  // those of the demand
  Yen standing = {};
  std::optional<Date> due = {};
};
Result<Charged> charged_on(const store::View& view, const DebtKey& demand) {
  Charged charged;
  for (auto& step : KENPO_TRY(late_charge_steps_of(view, demand.payer))) {
    if (step.demand != demand) continue;
    charged.standing += step.amount;
    if (step.amount > Yen()) charged.due = step.due;
    charged.steps.push_back(std::move(step));
  }
  return charged;
}

/// What it is less becomes a credit; what is open of the charge is paid by it at once.
Result<> reduce(store::Transaction& transaction, const MemberAccess& access,
                const notice::Acting& acting, const DebtKey& demand, Yen less, base::Moment now) {
  const auto today = now.day();
  KENPO_TRY(add(transaction, LateChargeStep{demand, -less, today, today}));
  const Credit credit{.payer = demand.payer,
                      .cause = CreditCause::late_charge_reduced,
                      .arose_on = today,
                      .month = demand.month,
                      .amount = less,
                      .decided_at = now};
  KENPO_TRY(add(transaction, credit));
  KENPO_TRY(add(transaction, entries_of_reduced_charge(credit)));
  const auto debts = KENPO_TRY(load_debts_of(transaction, access, demand.payer));
  const auto debt = KENPO_TRY(known_debt(debts, *late_charge_of(demand)));
  const auto off = std::min(less, debt.rest());
  if (off <= Yen()) return base::Done{};
  const Allocation back{.source_kind = SourceKind::credit,
                        .source = credit.id,
                        .target_kind = TargetKind::debt,
                        .debt = debt.key,
                        .amount = off,
                        .on = today,
                        .reason = MatchReason::set_off,
                        .by = staff_in(acting),
                        .decided_at = now};
  return add(transaction, back, books_of(debt, debt.paid, off));
}

/// Posts the difference between the charge and what stands of it.
Result<> post_charge(store::Transaction& transaction, const MemberAccess& access,
                     const notice::Acting& acting, const DebtKey& demand, Yen more, Date due,
                     base::Moment now) {
  if (more < Yen()) return reduce(transaction, access, acting, demand, -more, now);
  if (more == Yen()) return base::Done{};
  return add(transaction, LateChargeStep{demand, more, now.day(), due});
}

// 健康保険法181条1項
Result<> check_chargeable(const Debt& debt, const std::vector<ArrearsStep>& steps) {
  if (!bears_charge(debt.key)) return bears_none();
  if (debt.rest() > Yen()) {
    return charge_fault({"延滞金は、保険料が納付されてから決めます。",
                         "The charge is decided once the premium is paid."},
                        {}, {"納付の充当を先にしてください。", "Allocate the payment first."});
  }
  if (charge_waiver(debt, steps) != nullptr) {
    return charge_fault({"延滞金を徴収しないと決めています。", "The charge was waived."}, {},
                        {"徴収するときは、その決定を取り消してください。",
                         "Take the waiver back to charge it."});
  }
  return base::Done{};
}

/// Nothing to charge, and nothing stands that would have to be taken back.
base::Fault nothing_to_charge(const Debt& debt, const std::vector<ArrearsStep>& steps) {
  if (!reminder_deadline(debt, steps)) {
    return charge_fault({"督促状を出していないので、延滞金はかかりません。",
                         "No charge: no reminder was issued before the payment."},
                        {"延滞金は、督促をしたときに徴収します（健康保険法181条1項）。",
                         "A charge follows a reminder alone (art 181(1))."},
                        {"この保険料の延滞金は決めません。", "Nothing is to be decided."});
  }
  return charge_fault({"延滞金はかかりません。", "No charge results."}, {},
                      {"「延滞金の計算」で理由を確かめてください。", "Look at its basis."});
}

Result<> check_due(Yen more, Date due, Date today) {
  if (more <= Yen() || today <= due) return base::Done{};
  return charge_fault({"納付期限がきょうより前です。", "The due date has passed."}, {},
                      {"後の日にしてください。", "Choose a later day."});
}

/// The months of the premiums that the demand claims.
Result<std::vector<Month>> months_of(const store::View& view, const MemberAccess& access,
                                     const PayerView& payer, const DebtKey& demand) {
  std::set<Month> months;
  if (demand.kind == DebtKind::employer_bill) {
    const auto establishment = establishment_of(demand.payer);
    for (const auto& entry :
         KENPO_TRY(premium::entries_billed(view, demand.month, establishment))) {
      months.insert(entry.month);
    }
  } else if (demand.kind == DebtKind::voluntary_correction && !payer.employer) {
    for (const auto month : KENPO_TRY(corrected_months_on(view, access, demand))) {
      months.insert(month);
    }
  }
  if (months.empty()) months.insert(demand.month);
  return std::vector<Month>(months.begin(), months.end());
}

enum class Waiving : std::uint8_t { waive, undo };

/// Writes the waiver or its reversal, with its reason, and posts what it does to the charge.
Result<> record_waiver(Ledger& ledger, const notice::Acting& acting, ArrearsStep step,
                       Waiving waiving) {
  return store::write_under<late_charge_waive>(
      ledger, acting,
      [&](const Permit<late_charge_waive>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        auto payer = KENPO_TRY(
            load_payer(transaction, access, permit.recorder(), step.debt.payer, now));
        const auto debt = KENPO_TRY(debt_of_payer(payer, step.debt));
        if (step.note.empty()) {
          return charge_fault({"理由がありません。", "The reason is missing."}, {},
                              {"事情と確かめた書類を入れてください。",
                               "Enter the circumstances and what shows them."});
        }
        if (!bears_charge(debt.key)) return bears_none();
        const bool waived = charge_waiver(debt, payer.steps) != nullptr;
        if (waived == (waiving == Waiving::waive)) {
          return waived ? charge_fault({"延滞金を徴収しないと決めた請求です。",
                                        "It was waived before."},
                                       {}, {"請求の一覧を確かめてください。", "Look at the list."})
                        : charge_fault({"延滞金を徴収しない決定がありません。",
                                        "Nothing was waived."},
                                       {}, {"請求の一覧を確かめてください。", "Look at the list."});
        }
        step.on = now.day();
        step.by = staff_in(acting);
        step.recorded_at = now;
        KENPO_TRY(add(transaction, access, step));
        const auto charged = KENPO_TRY(charged_on(transaction, debt.key));
        // Never decided: the waiver alone is the record.
        if (charged.steps.empty()) return base::Done{};
        Yen owed;
        if (waiving == Waiving::undo) {
          payer.steps.insert(payer.steps.begin(), step);
          const auto allocations = KENPO_TRY(allocations_of_payer(transaction, debt.key.payer));
          owed = KENPO_TRY(charge_on(debt, payer.steps, allocations, now.day())).value;
        }
        return post_charge(transaction, access, acting, debt.key, owed - charged.standing,
                           std::max(charged.due.value_or(now.day()), now.day()), now);
      });
}

}  // namespace

Result<LateChargeView> show_late_charge(Ledger& ledger, const notice::Acting& acting,
                                        const DebtKey& demand) {
  return store::read_under<late_charge_show>(
      ledger, acting,
      [&](const Permit<late_charge_show>& permit,
          const store::View& view) -> Result<LateChargeView> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto payer = KENPO_TRY(load_payer(view, access, permit.recorder(), demand.payer,
                                                ledger.gate.clock().now()));
        if (!bears_charge(demand)) return bears_none();
        KENPO_TRY(debt_of_payer(payer, demand));
        const auto found = std::ranges::find(payer.debts, demand,
                                             [](const DebtView& one) { return one.debt.key; });
        return LateChargeView{
            .payer = payer.name,
            .debt = *found,
            .months = KENPO_TRY(months_of(view, access, payer, demand))};
      });
}

// 健康保険法181条
Result<law::Decision<Yen>> decide_late_charge(Ledger& ledger, const notice::Acting& acting,
                                              const DebtKey& key, Date due) {
  return store::write_under<late_charge_decide>(
      ledger, acting,
      [&](const Permit<late_charge_decide>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<law::Decision<Yen>> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto payer =
            KENPO_TRY(load_payer(transaction, access, permit.recorder(), key.payer, now));
        const auto debt = KENPO_TRY(debt_of_payer(payer, key));
        KENPO_TRY(check_chargeable(debt, payer.steps));
        const auto allocations = KENPO_TRY(allocations_of_payer(transaction, key.payer));
        auto charge = KENPO_TRY(charge_on(debt, payer.steps, allocations, now.day()));
        const auto charged = KENPO_TRY(charged_on(transaction, key));
        const auto more = charge.value - charged.standing;
        if (charge.value <= Yen() && charged.standing <= Yen()) {
          return nothing_to_charge(debt, payer.steps);
        }
        if (more == Yen()) {
          return charge_fault({"この請求の延滞金は決定済みです。", "It was decided."},
                              {"計算し直しても、額は変わりません。", "It is the same computed anew."},
                              {"請求の一覧を確かめてください。", "Look at the list."});
        }
        KENPO_TRY(check_due(more, due, now.day()));
        KENPO_TRY(post_charge(transaction, access, acting, key, more, due, now));
        return charge;
      });
}

// 健康保険法181条1項ただし書
Result<> waive_late_charge(Ledger& ledger, const notice::Acting& acting, const DebtKey& key,
                           std::string reason) {
  return record_waiver(
      ledger, acting,
      {.debt = key, .measure = Measure::charge_waiver, .note = std::move(reason)},
      Waiving::waive);
}

Result<> undo_waiver(Ledger& ledger, const notice::Acting& acting, const DebtKey& key,
                     std::string reason) {
  return record_waiver(
      ledger, acting,
      {.debt = key, .measure = Measure::charge_waiver_undone, .note = std::move(reason)},
      Waiving::undo);
}

}  // namespace kenpo::collection
