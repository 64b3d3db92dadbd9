// Words and amounts that the screens of the levy share.
#pragma once

#include <cstdint>
#include <string>

#include "desk/components.h"
#include "premium/levy_ledger.h"

namespace kenpo::premium {

/// 「取得、賞与」; empty for no cause.
std::string cause_words(CauseMask causes);
/// Millionths of a yen in yen and hundredths, toward zero: 「+1,234.50」.
std::string difference_words(std::int64_t millionths);
/// 「+1,234」, 「-1,234」, 「0」.
std::string difference_words(base::Yen difference);
/// `{{> table}}` of lines by cause, those of several establishments added up, with their sum.
desk::Data causes_table(const std::vector<CauseLine>& lines);

}  // namespace kenpo::premium
