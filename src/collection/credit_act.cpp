#include "collection/credit_act.h"

#include <algorithm>
#include <map>

#include "collection/allocation_act.h"
#include "collection/credit_rule.h"
#include "collection/credit_store.h"
#include "collection/debt_act.h"
#include "collection/receipt_store.h"
#include "premium/levy_ledger_store.h"
#include "premium/payment_notice.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

base::Fault credit_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

template <const notice::Operation& operation>
MemberAccess credit_access(const Permit<operation>& permit) {
  return MemberAccess(permit.template grant<notice::Purpose::premium_collection>());
}

/// Bills below zero of the months before the last one levied: nothing is added to them any more.
Result<std::vector<NegativeBill>> negative_bills(const store::View& view) {
  std::vector<NegativeBill> bills;
  const auto runs = KENPO_TRY(premium::list_runs(view));
  for (const auto& run : runs) {
    if (run.month == runs.back().month) break;
    std::map<base::EstablishmentId, std::pair<Yen, Yen>> sums;  // all, of children
    for (const auto& entry : KENPO_TRY(premium::entries_billed(view, run.month))) {
      auto& [all, child] = sums[entry.establishment];
      if (entry.account == premium::Account::receivable) all += entry.amount;
      if (entry.account == premium::Account::child) child -= entry.amount;
    }
    for (const auto& [establishment, sum] : sums) {
      if (sum.first >= Yen()) continue;
      bills.push_back({establishment, run.month, -sum.first, -sum.second,
                       premium::due_date(run.month)});
    }
  }
  return bills;
}

bool is_taken(const std::vector<Credit>& credits, const NegativeBill& bill) {
  return std::ranges::any_of(credits, [&](const Credit& one) {
    return one.cause == CreditCause::over_levy && one.month == bill.month &&
           one.payer == payer_of(bill.establishment);
  });
}

Result<CreditView> view_of_credit(const store::View& view, const MemberAccess& access,
                                  const Credit& credit, PayerNames& names) {
  CreditView shown{.credit = credit,
                   .name = KENPO_TRY(names.name(credit.payer)),
                   .employer = KENPO_TRY(names.is_employer(credit.payer)),
                   .until = KENPO_TRY(set_off_until(credit.arose_on)).value,
                  .lapses = KENPO_TRY(refund_lapses_on(credit.arose_on)).value};
  shown.uses = KENPO_TRY(allocations_from(view, credit.id));
  if (credit.rest() <= Yen()) return shown;
  const auto debts = KENPO_TRY(load_debts_of(view, access, credit.payer));
  for (const auto& debt : open_debts(debts)) {
    const bool next_prepayment = credit.cause == CreditCause::prepayment_rate &&
                                 debt.key.kind == DebtKind::voluntary_prepayment;
    shown.open.push_back({debt, debt.due <= shown.until || next_prepayment});
  }
  return shown;
}

}  // namespace

Result<Credit> known_credit(const store::View& view, const FundId& id) {
  const auto found = KENPO_TRY(find_credit(view, id));
  if (found) return *found;
  return credit_fault({"その過誤納はありません。", "There is no such credit."},
                      {"一覧から選び直してください。", "Choose it from the list."});
}

Result<CreditPage> list_credits(Ledger& ledger, const notice::Acting& acting, Slice slice) {
  return store::read_under<credit_list>(
      ledger, acting,
      [&](const Permit<credit_list>& permit, const store::View& view) -> Result<CreditPage> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = credit_access(permit);
        PayerNames names(view, access, ledger.gate.clock().now());
        CreditPage page{.credits = {}, .count = KENPO_TRY(count_credits(view)), .bills = {}};
        for (const auto& credit : KENPO_TRY(list_credits(view, slice))) {
          page.credits.push_back(KENPO_TRY(view_of_credit(view, access, credit, names)));
        }
        for (const auto& bill : KENPO_TRY(negative_bills(view))) {
          const auto taken = KENPO_TRY(credits_of_payer(view, payer_of(bill.establishment)));
          if (is_taken(taken, bill)) continue;
          page.bills.emplace_back(bill, KENPO_TRY(names.name(payer_of(bill.establishment))));
        }
        return page;
      });
}

Result<CreditView> show_credit(Ledger& ledger, const notice::Acting& acting, const FundId& id) {
  return store::read_under<credit_list>(
      ledger, acting,
      [&](const Permit<credit_list>& permit, const store::View& view) -> Result<CreditView> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = credit_access(permit);
        PayerNames names(view, access, ledger.gate.clock().now());
        const auto credit = KENPO_TRY(known_credit(view, id));
        return view_of_credit(view, access, credit, names);
      });
}

Result<Credit> credit_bill(Ledger& ledger, const notice::Acting& acting,
                           const base::EstablishmentId& establishment, base::Month month) {
  return store::write_under<credit_settle>(
      ledger, acting,
      [&](const Permit<credit_settle>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<Credit> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto bills = KENPO_TRY(negative_bills(transaction));
        const auto bill = std::ranges::find_if(bills, [&](const NegativeBill& one) {
          return one.establishment == establishment && one.month == month;
        });
        const auto credits = KENPO_TRY(list_credits(transaction));
        if (bill == bills.end() || is_taken(credits, *bill)) {
          return credit_fault({"過誤納にする請求ではありません。", "It cannot become a credit."},
                              {"締めた月の、0円より少ない請求を選んでください。",
                               "Choose a bill below zero of a closed month."});
        }
        const Credit credit{.payer = payer_of(establishment),
                            .cause = CreditCause::over_levy,
                            .arose_on = bill->arose_on,
                            .month = month,
                            .amount = bill->amount,
                            .child = bill->child,
                            .decided_at = now};
        KENPO_TRY(add(transaction, credit));
        KENPO_TRY(add(transaction, entries_of_over_levy(credit)));
        return credit;
      });
}

// 健康保険法164条2項
Result<Yen> set_off(Ledger& ledger, const notice::Acting& acting, const FundId& id,
                    const DebtKey& key) {
  return store::write_under<credit_settle>(
      ledger, acting,
      [&](const Permit<credit_settle>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<Yen> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = credit_access(permit);
        const auto credit = KENPO_TRY(known_credit(transaction, id));
        if (credit.payer != key.payer) {
          return credit_fault({"ほかの納付者の請求です。", "It is another payer's debt."},
                              {"同じ納付者の請求を選んでください。", "Choose the payer's own."});
        }
        const auto debts = KENPO_TRY(load_debts_of(transaction, access, credit.payer));
        const auto debt = KENPO_TRY(known_debt(debts, key));
        const auto until = KENPO_TRY(set_off_until(credit.arose_on)).value;
        // What was prepaid too much counts for the next prepayment, however late (規則139条・140条).
        const bool next_prepayment = credit.cause == CreditCause::prepayment_rate &&
                                     debt.key.kind == DebtKind::voluntary_prepayment;
        if (debt.due > until && !next_prepayment) {
          return collection_fault(
              {"充当できる期間を過ぎています。", "It is due after the six months."},
              {base::Plain(until) + "までに納付期限の来る保険料に限ります（健康保険法164条2項）。",
               "Premiums due by " + base::Plain(until) + " only (art 164(2))."},
              {"還付してください。", "Give it back."});
        }
        const auto amount = std::min(credit.rest(), debt.rest());
        if (amount <= Yen()) {
          return credit_fault({"充当する額が残っていません。", "Nothing is left."},
                              {"過誤納と請求の残りを確かめてください。", "Check both."});
        }
        // It counts from the due date: the law takes it as paid for that day in advance.
        const auto today = now.day();
        KENPO_TRY(post_to_debt(transaction, access,
                               {.source_kind = SourceKind::credit,
                                .source = credit.id,
                                .target_kind = TargetKind::debt,
                                .debt = key,
                                .amount = amount,
                                .on = std::min(today, debt.due),
                                .reason = MatchReason::set_off,
                                .by = staff_in(acting),
                                .decided_at = now},
                               debt, now));
        return amount;
      });
}

}  // namespace kenpo::collection
