// 資格点検の結果: Health Insurance Act arts 63, 74, 110 (share), Order art 42 (class of the limit), art
// 57 (third parties).
#pragma once

#include "base/result.h"
#include "recourse/outcome.h"

namespace kenpo::recourse {

/// Every part, in the order of the screen. A part that the ledger cannot answer is open.
base::Result<Outcome> outcome_of(const review::ReceiptFacts& receipt, const PatientFacts& patient);

/// What the society pays of a receipt: its cost without the share of the patient's group. Nullopt
/// for receipts of public payers alone and unknown groups.
base::Result<std::optional<base::Yen>> society_pays(const review::ReceiptFacts& receipt);

}  // namespace kenpo::recourse
