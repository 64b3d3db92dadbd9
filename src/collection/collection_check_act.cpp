// The collection's own consistency: what the ledger says is what its receipts, debts, credits and
// refunds say.
#include "collection/allocation_act.h"

#include <map>

#include "collection/credit_store.h"
#include "collection/debt_act.h"
#include "collection/receipt_store.h"
#include "premium/levy_ledger_store.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault ledger_fault(base::Words what) {
  return collection_fault(std::move(what), {},
                          {"データの検査を実行し、システム担当に連絡してください",
                           "Run the check of the data and tell the system operator"});
}

using Sums = std::map<std::pair<Book, CashAccount>, Yen>;

Result<> check_books(const Sums& sums) {
  std::map<Book, Yen> books;
  Yen clearing;
  for (const auto& [key, sum] : sums) {
    books[key.first] += sum;
    if (key.second == CashAccount::clearing) clearing += sum;
  }
  for (const auto& [book, sum] : books) {
    if (sum != Yen()) {
      return ledger_fault({"徴収の仕訳の貸借が合いません", "A book does not balance"});
    }
  }
  if (clearing != Yen()) {
    return ledger_fault({"会計間の振替が合いません", "Clearing is not zero"});
  }
  return base::Done{};
}

/// What the levy's ledger and the collection's have as receivable is what the debts say.
Result<> check_receivable(const store::View& view, const std::vector<Debt>& debts,
                          const Sums& sums) {
  Yen open;
  for (const auto& debt : debts) {
    if (debt.rest() < Yen()) {
      return ledger_fault({"請求より多く充当されています", "A debt is paid above its amount"});
    }
    if (!is_late_charge(debt.key.kind)) open += debt.rest();
  }
  Yen levied;  // of notices that went out, and of bills below zero that became credits
  for (const auto& run : KENPO_TRY(premium::list_runs(view))) {
    for (const auto& notice : KENPO_TRY(premium::issued_for(view, run.month))) {
      levied += notice.total;
    }
  }
  for (const auto& credit : KENPO_TRY(list_credits(view))) {
    if (credit.cause == CreditCause::over_levy) levied -= credit.amount;
  }
  const auto receivable = levied + sums.at({Book::health, CashAccount::receivable}) +
                          sums.at({Book::child_support, CashAccount::receivable});
  if (receivable != open) {
    return ledger_fault({"未収保険料が請求の残りと合いません", "Receivable and debts differ"});
  }
  return base::Done{};
}

/// What is received and not allocated, and the bank.
Result<Yen> check_receipts(const store::View& view, const MemberAccess& access, Yen refunded,
                           const Sums& sums) {
  Yen received;
  Yen rests;
  const auto count = KENPO_TRY(count_receipts(view, access));
  for (const auto& one : KENPO_TRY(list_receipts(view, access, 0, count))) {
    if (one.rest() < Yen()) {
      return ledger_fault({"入金より多く充当されています", "A receipt is allocated twice"});
    }
    received += one.amount;
    rests += one.rest();
  }
  if (-sums.at({Book::cash, CashAccount::suspense}) != rests) {
    return ledger_fault({"仮受金が入金の残りと合いません", "Suspense and receipts differ"});
  }
  if (sums.at({Book::cash, CashAccount::bank}) != received - refunded) {
    return ledger_fault({"預金が入金と還付の合計と合いません", "The bank's account differs"});
  }
  return rests;
}

Result<> check_credits(const store::View& view, const Sums& sums) {
  Yen credits;
  for (const auto& one : KENPO_TRY(list_credits(view))) {
    if (one.rest() < Yen()) {
      return ledger_fault({"過誤納より多く処理されています", "A credit is used twice"});
    }
    credits += one.rest();
  }
  if (-sums.at({Book::cash, CashAccount::credit}) != credits) {
    return ledger_fault({"過誤納金が明細と合いません", "Credits differ from what is left"});
  }
  return base::Done{};
}

/// Hands back what was paid to payers.
Result<Yen> check_refunds(const store::View& view, const Sums& sums) {
  std::map<BatchId, BatchState> states;
  for (const auto& one : KENPO_TRY(list_batches(view))) states[one.id] = one.state();
  Yen paid;
  Yen to_pay;
  for (const auto& one : KENPO_TRY(list_refunds(view))) {
    const bool done = one.batch && states[*one.batch] == BatchState::paid;
    (done ? paid : to_pay) += one.amount;
  }
  if (-sums.at({Book::cash, CashAccount::refund}) != to_pay) {
    return ledger_fault({"還付未払金が明細と合いません", "Refunds to pay differ"});
  }
  return paid;
}

}  // namespace

Result<CheckedCollection> check_collection(Ledger& ledger, const notice::Acting& acting) {
  return store::read_under<collection_check>(
      ledger, acting,
      [&](const Permit<collection_check>& permit,
          const store::View& view) -> Result<CheckedCollection> {
        KENPO_TRY(whole_society(permit.recorder()));
        const MemberAccess access(permit.grant<notice::Purpose::premium_collection>());
        const auto sums = KENPO_TRY(balances(view));
        KENPO_TRY(check_books(sums));
        const auto debts = KENPO_TRY(load_debts(view, access));
        KENPO_TRY(check_receivable(view, debts, sums));
        KENPO_TRY(check_credits(view, sums));
        const auto refunded = KENPO_TRY(check_refunds(view, sums));
        CheckedCollection checked{.receipts = KENPO_TRY(count_receipts(view, access)),
                                  .debts = static_cast<std::int64_t>(debts.size())};
        checked.unmatched = KENPO_TRY(check_receipts(view, access, refunded, sums));
        for (const auto& debt : debts) checked.open += debt.rest();
        return checked;
      });
}

}  // namespace kenpo::collection
