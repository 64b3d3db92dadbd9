// Refunds (還付): decided with the payee's account, gathered into a transfer file that a second
// person releases by its hash, paid.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "collection/credit_act.h"
#include "collection/payout_act.h"
#include "staff/approval_act.h"

namespace kenpo::collection {

inline constexpr notice::Operation refund_list{.name = "refund.list",
                                               .japanese = "還付の一覧の表示",
                                               .pairs = for_collection};
inline constexpr notice::Operation refund_decide{
    .name = "refund.decide",
    .japanese = "還付の決定",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::eligibility, notice::Purpose::premium_collection},
              notice::Pair{notice::Category::bank_account, notice::Purpose::premium_refund}}};
/// The file for the bank, sealed: each payee stands in the leaf as provided.
inline constexpr notice::Operation refund_gather{
    .name = "refund.gather",
    .japanese = "還付の振込ファイルの作成",
    .verb = notice::Verb::provide,
    .pairs = {notice::Pair{notice::Category::bank_account, notice::Purpose::premium_refund}}};
inline constexpr notice::Operation refund_withdraw{
    .name = "refund.withdraw",
    .japanese = "還付の振込ファイルの取下げ",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::bank_account, notice::Purpose::premium_refund}}};
inline constexpr notice::Operation refund_pay{
    .name = "refund.pay",
    .japanese = "還付の支払の記録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::bank_account, notice::Purpose::premium_refund}}};
inline constexpr notice::Operation paying_account_enter{
    .name = "paying_account.enter",
    .japanese = "振込元の口座の登録",
    .verb = notice::Verb::write,
    .pairs = {notice::Pair{notice::Category::bank_account, notice::Purpose::premium_refund}}};

/// Refunds of one file: a second person can look through them.
inline constexpr std::size_t batch_refunds_limit = 500;

/// Files of a year at two a month.
inline constexpr std::size_t batches_shown_limit = 24;

struct RefundPage {
  std::vector<std::pair<Refund, std::string>> refunds;  // with the payers' names
  std::int64_t count = 0;    // in all
  std::int64_t waiting = 0;  // in no file yet
  std::vector<RefundBatch> batches;
  std::optional<PayingAccount> account;
};
/// The newest first; of files the latest `batches_shown_limit`.
base::Result<RefundPage> list_refunds(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      Slice slice = {});

/// Gives the rest of the credit back to the account. Refused: nothing left, an account that the
/// bank's file cannot hold.
base::Result<Refund> decide_refund(eligibility::Ledger& ledger, const notice::Acting& acting,
                                   const FundId& credit, RefundAccount account);

base::Result<> enter_paying_account(eligibility::Ledger& ledger, const notice::Acting& acting,
                                    PayingAccount account);

/// Gathers every refund that stands in no file into one, to be paid on the day, seals it into the
/// ledger of exports and lays both hashes before a second person, who releases refunds and export
/// at once. Refused: no refund waits, no account to pay from, a day that has passed, and what the
/// terms of exports refuse.
base::Result<MadeTransfer> gather_refunds(const safeguard::RegisterOffice& office,
                                          staff::Approvals& approvals,
                                          const notice::Acting& acting,
                                          const TransferOrder& order);

/// Takes a file back that nobody released: its refunds wait for another one. Refused: released.
base::Result<> drop_file(eligibility::Ledger& ledger, const notice::Acting& acting,
                         const BatchId& batch);

/// Records that the bank has paid the file. Refused: not released, recorded before, a day to come.
base::Result<> record_payment(eligibility::Ledger& ledger, const notice::Acting& acting,
                              const BatchId& batch, base::Date paid_on);

inline constexpr std::string_view refund_release_kind = "refund_release";
/// The kind of proposal that releases a transfer file of refunds.
staff::ApprovalKind refund_kind();

}  // namespace kenpo::collection
