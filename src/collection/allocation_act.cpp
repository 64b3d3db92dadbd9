#include "collection/allocation_act.h"

#include <algorithm>
#include <set>

#include "collection/credit_store.h"
#include "collection/debt_act.h"
#include "collection/demand_store.h"
#include "collection/payer_act.h"
#include "collection/receipt_store.h"
#include "format/transfer/bank_text.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault allocation_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

/// One order inside a transaction.
class Allocating {
 public:
  Allocating(store::Transaction& transaction, const MemberAccess& access,
             const notice::Acting& acting, base::Moment now)
      : transaction_(transaction), access_(access), by_(staff_in(acting)), now_(now) {}

  Result<> carry_out(const Receipt& receipt, const AllocationOrder& order,
                     std::vector<Debt>& debts) {
    auto left = receipt.rest();
    std::set<PayerId> payers;
    for (const auto& part : order.parts) {
      auto debt = std::ranges::find(debts, part.debt, &Debt::key);
      if (debt == debts.end()) return known_debt(debts, part.debt).faults();
      if (part.amount <= Yen() || part.amount > left || part.amount > debt->rest()) {
        return allocation_fault({"充当する額が、入金の残りか請求の残りより多いです。",
                                 "More than is left of the receipt or of the debt."},
                                {"額を確かめてください。", "Check the amounts."});
      }
      KENPO_TRY(post_to_debt(transaction_, access_,
                             made(receipt, order, part.debt, part.amount), *debt, now_));
      debt->paid += part.amount;
      left -= part.amount;
      payers.insert(part.debt.payer);
    }
    if (order.credit_to) KENPO_TRY(to_credit(receipt, order, left));
    if (order.credit_to) payers.insert(*order.credit_to);
    if (payers.size() == 1) KENPO_TRY(learn(receipt, *payers.begin()));
    return base::Done{};
  }

 private:
  Allocation made(const Receipt& receipt, const AllocationOrder& order, const DebtKey& debt,
                  Yen amount) const {
    return {.source_kind = SourceKind::receipt,
            .source = receipt.id,
            .target_kind = TargetKind::debt,
            .debt = debt,
            .amount = amount,
            .on = receipt.received_on,
            .reason = order.reason,
            .by = by_,
            .decided_at = now_};
  }
  Result<> to_credit(const Receipt& receipt, const AllocationOrder& order, Yen left) {
    if (left <= Yen()) {
      return allocation_fault({"過誤納にする額が残っていません。", "Nothing is left."},
                              {"充当する額を確かめてください。", "Check the amounts."});
    }
    const Credit credit{.payer = *order.credit_to,
                        .cause = order.cause,
                        .arose_on = receipt.received_on,
                        .month = receipt.received_on.in_month(),
                        .amount = left,
                        .decided_at = now_};
    KENPO_TRY(add(transaction_, credit));
    const Allocation moved{.source_kind = SourceKind::receipt,
                           .source = receipt.id,
                           .target_kind = TargetKind::credit,
                           .target = credit.id,
                           .amount = left,
                           .on = receipt.received_on,
                           .reason = order.reason,
                           .by = by_,
                           .decided_at = now_};
    return add(transaction_, moved, BookAmount{});
  }
  Result<> learn(const Receipt& receipt, const PayerId& payer) {
    auto name = format::transfer::to_bank_text(receipt.payer,
                                               format::transfer::Payee::organisation).text;
    std::erase(name, ' ');
    return learn_name(transaction_, access_, payer, name, now_);
  }

  store::Transaction& transaction_;
  const MemberAccess& access_;
  std::optional<base::StaffId> by_;
  base::Moment now_;
};

Result<Receipt> receipt_in(const store::View& view, const MemberAccess& access,
                           const FundId& id) {
  const auto found = KENPO_TRY(find_receipt(view, access, id));
  if (found) return *found;
  return allocation_fault({"その入金はありません。", "There is no such receipt."},
                          {"一覧から選び直してください。", "Choose it from the list."});
}

template <const notice::Operation& operation>
MemberAccess member_access(const Permit<operation>& permit) {
  return MemberAccess(permit.template grant<notice::Purpose::premium_collection>());
}

}  // namespace

std::optional<base::StaffId> staff_in(const notice::Acting& acting) {
  const auto* staff = std::get_if<base::StaffId>(&acting.actor);
  return staff == nullptr ? std::nullopt : std::optional(*staff);
}

Result<> post_to_debt(store::Transaction& transaction, const MemberAccess& access,
                      const Allocation& allocation, const Debt& debt, base::Moment now) {
  KENPO_TRY(add(transaction, allocation, books_of(debt, debt.paid, allocation.amount)));
  if (!is_of_member(debt.key.kind)) return base::Done{};
  return add(transaction, access,
             MemberPayment{debt.key, allocation.on, allocation.amount}, now);
}

Result<> allocate(Ledger& ledger, const notice::Acting& acting, const AllocationOrder& order) {
  return store::write_under<receipt_allocate>(
      ledger, acting,
      [&](const Permit<receipt_allocate>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = member_access(permit);
        const auto receipt = KENPO_TRY(receipt_in(transaction, access, order.receipt));
        if (order.parts.empty() && !order.credit_to) {
          return allocation_fault({"充当する請求が選ばれていません。", "Nothing is chosen."},
                                  {"請求を選んでください。", "Choose a debt."});
        }
        auto debts = KENPO_TRY(load_debts(transaction, access));
        return Allocating(transaction, access, acting, now).carry_out(receipt, order, debts);
      });
}

Result<std::int64_t> allocate_certain(Ledger& ledger, const notice::Acting& acting) {
  return store::write_under<receipt_allocate>(
      ledger, acting,
      [&](const Permit<receipt_allocate>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<std::int64_t> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = member_access(permit);
        auto debts = KENPO_TRY(load_debts(transaction, access));
        const auto count = KENPO_TRY(count_receipts(transaction, access));
        PayerFinder finder(transaction, access, now);
        std::int64_t done = 0;
        for (const auto& receipt : KENPO_TRY(list_receipts(transaction, access, 0, count))) {
          const auto proposals = KENPO_TRY(finder.proposals_for(receipt, open_debts(debts)));
          if (!is_certain(proposals)) continue;
          const AllocationOrder order{.receipt = receipt.id,
                                      .parts = proposals[0].parts,
                                      .reason = proposals[0].reason};
          KENPO_TRY(
              Allocating(transaction, access, acting, now).carry_out(receipt, order, debts));
          ++done;
        }
        return done;
      });
}

Result<> take_back(Ledger& ledger, const notice::Acting& acting, const FundId& receipt,
                   const FundId& allocation) {
  return store::write_under<receipt_allocate>(
      ledger, acting,
      [&](const Permit<receipt_allocate>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = member_access(permit);
        const auto all = KENPO_TRY(allocations_from(transaction, receipt));
        const auto found = std::ranges::find(all, allocation, &Allocation::id);
        // The one that takes back names the first one as its target.
        const bool back = std::ranges::any_of(all, [&](const Allocation& one) {
          return one.target_kind == TargetKind::debt && one.target == allocation;
        });
        if (found == all.end() || found->target_kind != TargetKind::debt || back ||
            found->amount < Yen()) {
          return allocation_fault({"この充当は取り消せません。", "It cannot be taken back."},
                                  {"取り消していない請求への充当を選んでください。",
                                   "Choose an allocation to a debt that stands."});
        }
        const auto debts = KENPO_TRY(load_debts_of(transaction, access, found->debt->payer));
        const auto debt = KENPO_TRY(known_debt(debts, *found->debt));
        auto reverse = *found;
        reverse.id = FundId::draw();
        reverse.target = found->id;
        reverse.amount = -found->amount;
        reverse.by = staff_in(acting);
        reverse.decided_at = now;
        return post_to_debt(transaction, access, reverse, debt, now);
      });
}

}  // namespace kenpo::collection
