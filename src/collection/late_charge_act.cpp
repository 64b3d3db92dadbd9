#include "collection/late_charge_act.h"

#include <algorithm>

#include "collection/allocation_act.h"
#include "collection/arrears_act.h"
#include "collection/arrears_store.h"
#include "collection/debt_charge_rule.h"
#include "collection/receipt_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Date;
using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault charge_fault(base::Words what, base::Words why, base::Words mend) {
  return collection_fault(std::move(what), std::move(why), std::move(mend));
}

DebtKey charge_key_of(const DebtKey& key) {
  return {DebtKind::late_charge, key.payer, key.month};
}

Result<> check_not_charged(const store::View& view, const DebtKey& key) {
  const auto charges = KENPO_TRY(list_late_charges(view));
  if (std::ranges::find(charges, charge_key_of(key), &Debt::key) == charges.end()) {
    return base::Done{};
  }
  return charge_fault({"この月の延滞金は決定済みです。", "It was decided."}, {},
                      {"請求の一覧を確かめてください。", "Look at the list."});
}

// 健康保険法181条1項
Result<> check_chargeable(const Debt& debt, const std::vector<ArrearsStep>& steps) {
  if (debt.rest() > Yen() || !bears_charge(debt.key.kind)) {
    return charge_fault({"延滞金は、保険料が納付されてから決めます。",
                         "The charge is decided once the premium is paid."},
                        {}, {"納付の充当を先にしてください。", "Allocate the payment first."});
  }
  if (!reminder_deadline(debt, steps)) {
    return charge_fault({"督促状を出していないので、延滞金はかかりません。",
                         "No charge: no reminder was issued before the payment."},
                        {"延滞金は、督促をしたときに徴収します（健康保険法181条1項）。",
                         "A charge follows a reminder alone (art 181(1))."},
                        {"この保険料の延滞金は決めません。", "Nothing is to be decided."});
  }
  if (charge_waiver(debt, steps) != nullptr) {
    return charge_fault({"延滞金を徴収しないと決めています。", "The charge was waived."}, {},
                        {"徴収するときは、その決定を取り消してください。",
                         "Take the waiver back to charge it."});
  }
  return base::Done{};
}

/// Writes the waiver or its reversal, with its reason.
template <typename Check>
Result<> record_waiver(Ledger& ledger, const notice::Acting& acting, ArrearsStep step,
                       Check check) {
  return store::write_under<late_charge_waive>(
      ledger, acting,
      [&](const Permit<late_charge_waive>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto payer = KENPO_TRY(
            load_payer(transaction, access, permit.recorder(), step.debt.payer, now));
        const auto debt = KENPO_TRY(debt_of_payer(payer, step.debt));
        if (step.note.empty()) {
          return charge_fault({"理由がありません。", "The reason is missing."}, {},
                              {"事情と確かめた書類を入れてください。",
                               "Enter the circumstances and what shows them."});
        }
        KENPO_TRY(check_not_charged(transaction, step.debt));
        KENPO_TRY(check(debt, payer.steps));
        step.on = now.day();
        step.by = staff_in(acting);
        step.recorded_at = now;
        return add(transaction, access, step);
      });
}

}  // namespace

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
        KENPO_TRY(check_not_charged(transaction, key));
        KENPO_TRY(check_chargeable(debt, payer.steps));
        const auto allocations = KENPO_TRY(allocations_of_payer(transaction, key.payer));
        auto charge = KENPO_TRY(charge_on(debt, payer.steps, allocations, now.day()));
        if (charge.value <= Yen()) {
          return charge_fault({"延滞金はかかりません。", "No charge results."}, {},
                              {"計算の理由を確かめてください。", "Look at its basis."});
        }
        if (due < now.day()) {
          return charge_fault({"納付期限がきょうより前です。", "The due date has passed."}, {},
                              {"後の日にしてください。", "Choose a later day."});
        }
        KENPO_TRY(add_late_charge(transaction,
                                  {.key = charge_key_of(key),
                                   .claimed_on = now.day(),
                                   .due = due,
                                   .health = charge.value},
                                  key.kind));
        return charge;
      });
}

// 健康保険法181条1項ただし書
Result<> waive_late_charge(Ledger& ledger, const notice::Acting& acting, const DebtKey& key,
                           std::string reason) {
  return record_waiver(
      ledger, acting,
      {.debt = key, .measure = Measure::charge_waiver, .note = std::move(reason)},
      [](const Debt& debt, const std::vector<ArrearsStep>& steps) -> Result<> {
        if (bears_charge(debt.key.kind) && charge_waiver(debt, steps) == nullptr) {
          return base::Done{};
        }
        return charge_fault({"延滞金のかからない請求か、徴収しないと決めた請求です。",
                             "It bears no charge, or was waived."},
                            {}, {"請求の一覧を確かめてください。", "Look at the list."});
      });
}

Result<> undo_waiver(Ledger& ledger, const notice::Acting& acting, const DebtKey& key,
                     std::string reason) {
  return record_waiver(
      ledger, acting,
      {.debt = key, .measure = Measure::charge_waiver_undone, .note = std::move(reason)},
      [](const Debt& debt, const std::vector<ArrearsStep>& steps) -> Result<> {
        if (charge_waiver(debt, steps) != nullptr) return base::Done{};
        return charge_fault({"延滞金を徴収しない決定がありません。", "Nothing was waived."}, {},
                            {"請求の一覧を確かめてください。", "Look at the list."});
      });
}

}  // namespace kenpo::collection
