// Content checks of one receipt by itself.
#pragma once

#include <vector>

#include "review/content_rule.h"

namespace kenpo::review {

/// The amount of `points` of the receipt in yen (home nursing: yen already).
std::int64_t yen_of_points(const ReceiptFacts& receipt, std::int64_t points);
/// 「3日・10日」; empty without days.
std::string day_words(std::uint32_t days);

/// 資格, 記録, 年齢, 性別, 給付発生原因, 給付割合, 限度額区分, 用量: adds what the row finds in the receipt.
void check_one(const ReceiptFacts& receipt, const CheckRow& check, const MasterAnswers& masters,
               std::vector<FindingDraft>& found);

}  // namespace kenpo::review
