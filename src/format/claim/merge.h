// The corrections of the reviewing organisation (JY) applied: from the claimed receipt (請求) to the
// decided one (決定). コード情報ファイル記録条件仕様, 補正の反映.
#pragma once

#include <span>
#include <vector>

#include "format/claim/issue.h"
#include "format/claim/line.h"

namespace kenpo::format::claim {

/// Data kinds (データ識別) that a merge uses.
inline constexpr std::uint8_t claimed_kind = 1;
inline constexpr std::uint8_t corrected_kind = 2;

/// Puts the claimed rows (kind 1) into `claimed` and, where the receipt has corrections, the rows
/// after them into `decided`, sorted by row and branch. Returns true when there are corrections;
/// else `decided` stays empty. A correction whose target or new row is missing is a finding and
/// changes nothing.
bool merge_corrections(std::span<const Line> lines, std::vector<Line>& claimed,
                       std::vector<Line>& decided, std::vector<Finding>& findings);

}  // namespace kenpo::format::claim
