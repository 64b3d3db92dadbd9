// Money to people's accounts as a bank's transfer file (総合振込). Used by acts, under their own
// grants.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "collection/credit.h"

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

}  // namespace kenpo::collection
