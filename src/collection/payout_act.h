// Money to people's accounts as a bank's transfer file (総合振込), which leaves by the ledger of
// exports. Used by acts, under their own grants.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"
#include "safeguard/export_act.h"

namespace kenpo::collection {

struct Payout {
  RefundAccount account;
  base::Yen amount;
};

/// The account as a bank's file takes it: the holder in its spelling. Refused: what the file cannot
/// hold.
base::Result<RefundAccount> spelled_account(RefundAccount account);
/// The society's own account in the same spelling.
base::Result<PayingAccount> spelled_account(PayingAccount account);

/// The bytes of the file, in the order of the payouts. Refused as above.
base::Result<std::string> payout_file(const PayingAccount& from,
                                      const std::vector<Payout>& payouts, base::Date pay_on);

/// How a transfer file goes to the bank.
struct TransferOrder {
  base::Date pay_on = {};
  base::Date delete_by = {};      // the bank has paid, and no copy of the file lies anywhere
  std::string plain_reason = {};  // as in safeguard::ExportTerms
};

/// A file that waits for its second person.
struct MadeTransfer {
  safeguard::MadeExport made;
  base::CaseId approval;
};

/// The file as an export to the society's own bank. 給付も還付も、届け出られた口座に払う: the payee has
/// named the account for it, and the bank cannot pay without it (個人情報保護法27条1項1号).
safeguard::ExportDraft transfer_draft(std::string product, const PayingAccount& from,
                                      const TransferOrder& order, std::string bytes,
                                      std::size_t payees);

/// What a second person sees of a transfer file.
struct TransferSums {
  std::int64_t count = 0;
  base::Yen total = {};
  base::Date pay_on = {};
  std::string sha256 = {};  // of the file inside the archive
};
std::vector<staff::Difference> transfer_fields(const TransferSums& sums,
                                               const safeguard::Export& entry);
std::string transfer_label(std::string_view field);

}  // namespace kenpo::collection
