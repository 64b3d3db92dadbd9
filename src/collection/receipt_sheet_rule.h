// Reading a typed list of receipts: each line a day, a payer, an amount, a remark if any
// (docs/formats/receipt_list.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/receipt.h"
#include "collection/receipt_sheet.h"

namespace kenpo::collection {

/// The lines that hold something, a head line left out. Refused, each with its line: a day that is
/// none or after `today`, no payer, an amount that is none or not above zero, too many cells, an
/// amount that a comma has torn apart; the whole: too many lines, none at all.
base::Result<std::vector<SheetRow>> read_sheet(std::string_view text, base::Date today);

/// An amount as a clerk writes it: 24600, ２４，６００円. None for anything else, and for more than
/// ten digits.
std::optional<base::Yen> parse_amount(std::string_view text);

/// What makes a line itself, so that a list sent twice changes nothing: the day, the amount, the
/// payer as it is compared, and which of equal lines it is (from 1).
std::string sameness_of(const Receipt& receipt, int which);

}  // namespace kenpo::collection
