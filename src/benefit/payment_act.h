// Paying what was decided: the person's account, a transfer file that a second person releases by
// its hash, the record that the bank has paid.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "benefit/high_cost_act.h"
#include "benefit/payment_store.h"
#include "collection/credit.h"
#include "collection/payout_act.h"
#include "eligibility/insured_name_act.h"
#include "staff/approval_act.h"

namespace kenpo::benefit {

inline constexpr notice::Pair account_pair{notice::Category::bank_account,
                                           notice::Purpose::benefit_payment};

inline constexpr notice::Operation benefit_account_show{
    .name = "benefit_account.show",
    .japanese = "給付の支払先の表示",
    .pairs = {account_pair, member_pair}};
inline constexpr notice::Operation benefit_account_enter{
    .name = "benefit_account.enter",
    .japanese = "給付の支払先の登録",
    .verb = notice::Verb::write,
    .pairs = {account_pair, member_pair}};
inline constexpr notice::Operation benefit_payment_list{
    .name = "benefit_payment.list",
    .japanese = "給付の支払の一覧",
    .pairs = {account_pair, benefit_pair, member_pair}};
/// The file for the bank, sealed: each payee stands in the leaf as provided.
inline constexpr notice::Operation benefit_payment_gather{
    .name = "benefit_payment.gather",
    .japanese = "給付の振込ファイルの作成",
    .verb = notice::Verb::provide,
    .pairs = {account_pair, benefit_pair}};
inline constexpr notice::Operation benefit_payment_withdraw{
    .name = "benefit_payment.withdraw",
    .japanese = "給付の振込ファイルの取下げ",
    .verb = notice::Verb::write,
    .pairs = {account_pair, benefit_pair}};
inline constexpr notice::Operation benefit_payment_record{
    .name = "benefit_payment.record",
    .japanese = "給付の支払の記録",
    .verb = notice::Verb::write,
    .pairs = {account_pair, benefit_pair}};

/// Payments of one file: what a second person can look through by its sums.
inline constexpr std::int64_t payments_of_a_file_limit = 5'000;
/// Files of a year at two a month.
inline constexpr std::int64_t payment_files_shown_limit = 24;
inline constexpr std::size_t account_evidence_characters_limit = 100;

struct AccountView {
  eligibility::InsuredName insured = {};
  std::optional<BenefitAccount> account = {};
};
/// Refused: a person outside the handler's scope, or one that the ledgers do not know.
base::Result<AccountView> show_benefit_account(eligibility::Ledger& ledger,
                                               const notice::Acting& acting,
                                               const base::PersonId& person);
/// Enters the account from today on. Refused: an account that the bank's file cannot hold, and as
/// above.
base::Result<> enter_benefit_account(eligibility::Ledger& ledger, const notice::Acting& acting,
                                     const base::PersonId& person,
                                     collection::RefundAccount account,
                                     const std::string& evidence);

struct WaitingPayment {
  Payable payable;
  eligibility::InsuredName insured = {};
  bool has_account = false;
};
struct PaymentPage {
  std::int64_t count = 0;  // that wait, in all
  std::vector<WaitingPayment> waiting = {};
  std::vector<PaymentBatch> batches = {};
  std::optional<collection::PayingAccount> from = {};
};
/// Refused to handlers of some establishments only: a file is the whole society's.
base::Result<PaymentPage> list_benefit_payments(eligibility::Ledger& ledger,
                                                const notice::Acting& acting, std::int64_t most);

/// Gathers what waits and has an account into one file, to be paid on the day, seals it into the
/// ledger of exports and lays both hashes before a second person, who releases payments and export
/// at once. Refused: nothing waits with an account, no account to pay from, a day that has passed,
/// and what the terms of exports refuse.
base::Result<collection::MadeTransfer> gather_benefit_payments(
    const safeguard::RegisterOffice& office, staff::Approvals& approvals,
    const notice::Acting& acting, const collection::TransferOrder& order);
/// Takes a file back that nobody released: its awards wait again.
base::Result<> drop_benefit_file(eligibility::Ledger& ledger, const notice::Acting& acting,
                                 const PaymentBatchId& id);
/// Records that the bank has paid the file. Refused: not released, recorded before, a day to come.
base::Result<> record_benefit_payment(eligibility::Ledger& ledger, const notice::Acting& acting,
                                      const PaymentBatchId& id, base::Date paid_on);

inline constexpr std::string_view benefit_release_kind = "benefit_release";
/// The kind of proposal that releases a transfer file of benefits.
staff::ApprovalKind benefit_kind();

}  // namespace kenpo::benefit
