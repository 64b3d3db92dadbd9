// What analysis takes out of a receipt's lines: the main disease and the drugs with their
// quantities. Nothing else of the lines is kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kenpo::analysis {

struct UsedDrug {
  std::string code;  // nine digits
  std::int64_t quantity_hundred_thousandths = 0;
  friend bool operator==(const UsedDrug&, const UsedDrug&) = default;
};

struct ReceiptFacts {
  std::string disease_code;  // seven digits; the main disease (主傷病), else the first
  std::string icd;           // where the receipt itself has it (DPC)
  std::vector<UsedDrug> drugs;
};

/// Of the decided version of the receipt.
///
/// - 医科, 歯科: IY, 使用量 × 回数, where the 回数 of a group stands on its last line.
/// - DPC: CD with a drug's code, 使用量 × 回数.
/// - 調剤: IY, 使用量 × 調剤数量 of its prescription (SH to the next SH).
base::Result<ReceiptFacts> facts_of(std::string_view receipt_bytes);

}  // namespace kenpo::analysis
