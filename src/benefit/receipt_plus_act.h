// What a stored receipt says of the counter and of public payers.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "benefit/receipt_burden_rule.h"

namespace kenpo::benefit {

/// What of a stored receipt the calculation needs beside its head.
struct ReceiptPlus {
  std::optional<base::Yen> charge;
  InKind in_kind = InKind::none;
  bool preschool = false;
  std::vector<PublicPart> payers;
};

/// Reads the receipt's own lines again.
base::Result<ReceiptPlus> receipt_plus(std::string_view bytes);

}  // namespace kenpo::benefit
