#include "collection/receipt_act.h"

#include <algorithm>
#include <map>
#include <set>

#include "collection/debt_act.h"
#include "collection/payer_act.h"
#include "collection/receipt_store.h"
#include "eligibility/scope.h"
#include "format/bank_statement/bank_statement.h"
#include "store/under.h"

namespace kenpo::collection {

namespace {

namespace statement = format::bank_statement;

using base::Result;
using base::Yen;
using eligibility::Ledger;
using eligibility::MemberAccess;
using notice::Permit;

template <const notice::Operation& operation>
MemberAccess access_of(const Permit<operation>& permit) {
  return MemberAccess(permit.template grant<notice::Purpose::premium_collection>());
}

/// What makes a record of the bank itself: account, day, number, amount and, where the bank numbers
/// nothing, name and place among equal ones.
class Sameness {
 public:
  std::string of(const statement::Statement& account, const statement::Entry& entry) {
    auto key = account.bank_code + account.branch_code + account.account_number + "/" +
               entry.booked_on.iso() + "/" + std::to_string(entry.amount.amount()) + "/";
    const bool numbered = entry.number.find_first_not_of('0') != std::string::npos;
    key += numbered ? entry.number : entry.payer_code + "/" + entry.payer;
    return key + "/" + std::to_string(++seen_[key]);
  }

 private:
  std::map<std::string, int> seen_;
};

std::string place_words(const statement::Entry& entry) {
  auto words = entry.bank;
  for (const auto& more : {entry.branch, entry.description, entry.edi}) {
    if (!more.empty()) words += (words.empty() ? "" : " ") + more;
  }
  return words;
}

base::Fault typed_fault(base::Words what, base::Words mend) {
  return collection_fault(std::move(what), {}, std::move(mend));
}

Result<> check_typed(const Receipt& receipt, base::Date today) {
  if (receipt.received_on > today) {
    return typed_fault({"入金日がきょうより後です。", "The day is to come."},
                       {"入金日を確かめてください。", "Check the day."});
  }
  if (receipt.amount <= Yen()) {
    return typed_fault({"金額は1円以上です。", "The amount is one yen or more."},
                       {"金額を確かめてください。", "Check the amount."});
  }
  return base::Done{};
}

Result<TakenReceipts> take_entries(store::Transaction& transaction, const MemberAccess& access,
                                   const statement::StatementFile& file, base::Moment now) {
  TakenReceipts taken;
  Sameness sameness;
  for (const auto& account : file.statements) {
    for (const auto& entry : account.entries) {
      if (entry.direction == statement::Direction::out ||
          entry.standing == statement::Standing::cancelled) {
        ++taken.passed;
        continue;
      }
      const auto same = sameness.of(account, entry);
      if (KENPO_TRY(is_known(transaction, access, same))) {
        ++taken.known;
        continue;
      }
      KENPO_TRY(add(transaction, access,
                    Receipt{.received_on = entry.booked_on,
                            .amount = entry.amount,
                            .origin = ReceiptOrigin::bank_file,
                            .payer = entry.payer,
                            .payer_code = entry.payer_code,
                            .remark = place_words(entry),
                            .entered_at = now},
                    same));
      ++taken.added;
      taken.total += entry.amount;
    }
  }
  return taken;
}

}  // namespace

Result<> whole_society(const notice::Recorder& recorder) {
  if (eligibility::unlimited(recorder)) return base::Done{};
  return notice::out_of_scope_fault();
}

Result<TakenReceipts> take_bank_file(Ledger& ledger, const notice::Acting& acting,
                                     std::string_view bytes, const base::Plain& file) {
  const auto today = ledger.gate.clock().now().day();
  const auto read = KENPO_TRY(statement::read(bytes, file, today));
  return store::write_under<receipt_enter>(
      ledger, acting,
      [&](const Permit<receipt_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<TakenReceipts> {
        KENPO_TRY(whole_society(permit.recorder()));
        return take_entries(transaction, access_of(permit), read, now);
      });
}

Result<Receipt> enter_receipt(Ledger& ledger, const notice::Acting& acting, Receipt receipt) {
  KENPO_TRY(check_typed(receipt, ledger.gate.clock().now().day()));
  const auto spelled = spelled_payer(receipt.payer);
  if (!spelled) {
    return typed_fault({"依頼人名はカナで、48文字までです。", "The name is in kana, at most 48."},
                       {"銀行の記録のとおりにカナで入れてください。",
                        "Enter it in kana as the bank has it."});
  }
  receipt.payer = *spelled;
  receipt.origin = ReceiptOrigin::typed;
  return store::write_under<receipt_enter>(
      ledger, acting,
      [&](const Permit<receipt_enter>& permit, store::Transaction& transaction,
          base::Moment now) -> Result<Receipt> {
        KENPO_TRY(whole_society(permit.recorder()));
        receipt.entered_at = now;
        KENPO_TRY(add(transaction, access_of(permit), receipt, receipt.id.text()));
        return receipt;
      });
}

std::string ReceiptView::name(const PayerId& payer) const {
  const auto found = std::ranges::find(names, payer, &std::pair<PayerId, std::string>::first);
  return found == names.end() ? std::string() : found->second;
}

Result<ReceiptPage> list_receipts(Ledger& ledger, const notice::Acting& acting,
                                  std::int64_t skipped, std::int64_t count) {
  return store::read_under<receipt_list>(
      ledger, acting,
      [&](const Permit<receipt_list>& permit, const store::View& view) -> Result<ReceiptPage> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = access_of(permit);
        ReceiptPage page{.receipts = KENPO_TRY(list_receipts(view, access, skipped, count)),
                         .count = KENPO_TRY(count_receipts(view, access))};
        const auto sums = KENPO_TRY(balances(view));
        page.unmatched = -sums.at({Book::cash, CashAccount::suspense});
        return page;
      });
}

Result<ReceiptView> show_receipt(Ledger& ledger, const notice::Acting& acting, const FundId& id) {
  return store::read_under<receipt_show>(
      ledger, acting,
      [&](const Permit<receipt_show>& permit, const store::View& view) -> Result<ReceiptView> {
        KENPO_TRY(whole_society(permit.recorder()));
        const auto access = access_of(permit);
        const auto now = ledger.gate.clock().now();
        const auto receipt = KENPO_TRY(find_receipt(view, access, id));
        if (!receipt) {
          return typed_fault({"その入金はありません。", "There is no such receipt."},
                             {"一覧から選び直してください。", "Choose it from the list."});
        }
        ReceiptView shown{.receipt = *receipt};
        shown.open = open_debts(KENPO_TRY(load_debts(view, access)));
        shown.allocations = KENPO_TRY(allocations_from(view, id));
        PayerFinder finder(view, access, now);
        shown.proposals = KENPO_TRY(finder.proposals_for(*receipt, shown.open));
        PayerNames names(view, access, now);
        std::set<PayerId> payers;
        for (const auto& one : shown.open) payers.insert(one.key.payer);
        for (const auto& one : shown.proposals) payers.insert(one.payer);
        for (const auto& one : shown.allocations) {
          if (one.debt) payers.insert(one.debt->payer);
        }
        for (const auto& payer : payers) {
          shown.names.emplace_back(payer, KENPO_TRY(names.name(payer)));
        }
        return shown;
      });
}

}  // namespace kenpo::collection
