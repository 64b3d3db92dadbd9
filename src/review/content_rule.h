// The content checks (内容点検): what a society looks at in its receipts beside eligibility
// (健康保険法76条; 内容点検・縦覧点検・突合点検・横覧点検, 給付発生原因).
//
// All rules read the receipts of one person. Nothing here decides: a finding is a question to the
// reviewer.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "review/dose_limit.h"
#include "review/finding_draft.h"
#include "review/receipt_facts.h"

namespace kenpo::review {

/// What the loaded masters say of a code on a day.
struct ItemLimits {
  std::string name;
  std::optional<int> youngest;     // 下限年齢: from this age on
  std::optional<int> below_age;    // 上限年齢: younger than this
  std::optional<int> times_a_month;  // 上限回数
  std::string price_code = {};           // drugs: 薬価基準コード
  std::int64_t price_hundredths = 0;     // drugs: yen of one unit, two decimals
};
struct MasterAnswers {
  /// Nullopt: no master holds the code.
  std::function<std::optional<ItemLimits>(std::string_view code, base::Date day)> item;
  /// ICD-10 of a disease; empty when no master holds the code.
  std::function<std::string(std::string_view code, base::Date day)> icd;
  /// The society's own limits; the masters have none.
  std::vector<DoseLimit> doses = {};
};
/// Without masters: the checks that need them find nothing.
MasterAnswers no_masters();

/// The findings of the checks about the receipts of one person, whichever of them are fresh.
/// `checks` are the rules that are switched on.
std::vector<FindingDraft> check_receipts(std::span<const ReceiptFacts> receipts,
                                         std::span<const CheckRow* const> checks,
                                         const MasterAnswers& masters);

/// Whether an ICD-10 code lies in one of the blocks: 「C51-C58」, 「D29」, divided by spaces.
bool in_icd_blocks(std::string_view icd, std::string_view blocks);

}  // namespace kenpo::review
