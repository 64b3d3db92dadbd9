#include "collection/payout_act.h"

#include "format/transfer/transfer.h"

namespace kenpo::collection {

namespace of_payouts {

namespace transfer = format::transfer;

using base::Result;

constexpr std::size_t client_name_bytes = 40;

transfer::AccountKind kind_in_file(char kind) {
  if (kind == '2') return transfer::AccountKind::current;
  return kind == '4' ? transfer::AccountKind::savings : transfer::AccountKind::ordinary;
}

transfer::Sender sender_in_file(const PayingAccount& account, base::Date pay_on) {
  return {.client_code = account.client_code,
          .client_name = account.client_name,
          .month = pay_on.month(),
          .day = pay_on.day(),
          .bank_code = account.bank_code,
          .bank_name = {},
          .branch_code = account.branch_code,
          .branch_name = {},
          .account_kind = transfer::AccountKind::ordinary,
          .account_number = account.number};
}

base::Date any_day() { return *base::Date::make(2026, 1, 1); }

}  // namespace of_payouts

base::Result<std::string> payout_file(const PayingAccount& from, const std::vector<Payout>& payouts,
                                base::Date pay_on) {
  using namespace of_payouts;
  transfer::TransferFile file{
      .sender = sender_in_file(from, pay_on), .payments = {}, .framing = {}};
  for (const auto& payout : payouts) {
    transfer::Payment payment;
    payment.bank_code = payout.account.bank_code;
    payment.branch_code = payout.account.branch_code;
    payment.account_kind = kind_in_file(payout.account.kind);
    payment.account_number = payout.account.number;
    payment.payee = payout.account.holder;
    payment.amount = payout.amount;
    file.payments.push_back(std::move(payment));
  }
  return transfer::write(file);
}

/// A file of one payment is written to see.
base::Result<RefundAccount> spelled_account(RefundAccount account) {
  using namespace of_payouts;
  account.holder = KENPO_TRY(transfer::text_for(account.holder, transfer::Payee::organisation,
                                                transfer::payee_length_bytes, "口座名義"));
  const PayingAccount from{.client_code = "0000000000",
                           .client_name = "A",
                           .bank_code = "0000",
                           .branch_code = "000",
                           .number = "0000000"};
  KENPO_TRY(payout_file(from, {{account, base::Yen(1)}}, any_day()));
  return account;
}

base::Result<PayingAccount> spelled_account(PayingAccount account) {
  using namespace of_payouts;
  account.client_name = KENPO_TRY(transfer::text_for(
      account.client_name, transfer::Payee::organisation, client_name_bytes, "委託者名"));
  const RefundAccount to{.bank_code = "0001",
                         .branch_code = "001",
                         .kind = '1',
                         .number = "0000001",
                         .holder = "A"};
  KENPO_TRY(payout_file(account, {{to, base::Yen(1)}}, any_day()));
  return account;
}

safeguard::ExportDraft transfer_draft(std::string product, const PayingAccount& from,
                                      const TransferOrder& order, std::string bytes,
                                      std::size_t payees) {
  return {.product = std::move(product),
          .terms = {.recipient_class = safeguard::RecipientClass::bank,
                    .recipient = "振込元の金融機関 " + from.bank_code,
                    .basis = safeguard::ExportBasis::law,
                    .processor = std::nullopt,
                    .delete_by = order.delete_by,
                    .plain_reason = order.plain_reason},
          .files = {{"furikomi.txt", std::move(bytes)}},
          .rows = payees,
          .people = payees};
}

std::vector<staff::Difference> transfer_fields(const TransferSums& sums,
                                               const safeguard::Export& entry) {
  std::vector<staff::Difference> fields = {{"count", "", std::to_string(sums.count)},
                                           {"total", "", sums.total.grouped() + "円"},
                                           {"pay_on", "", sums.pay_on.iso()},
                                           {"file_hash", "", sums.sha256}};
  const auto of_export = safeguard::release_fields(entry);
  fields.insert(fields.end(), of_export.begin(), of_export.end());
  return fields;
}

std::string transfer_label(std::string_view field) {
  if (field == "count") return "件数";
  if (field == "total") return "金額の合計";
  if (field == "pay_on") return "振込日";
  if (field == "file_hash") return "振込ファイルの値(SHA-256)";
  if (field == "archive_hash") return "暗号化したファイルの値(SHA-256)";
  return safeguard::release_field_label(field);
}

}  // namespace kenpo::collection
